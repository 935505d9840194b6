import Glibc

/// The folder that holds the truth: `format`, the plan, the places and the segments of all writers.
public final class DataFolder: Sendable {
  public let path: String
  public let format: Format
  /// Whether nothing can be written here, for the medium or the rights forbid it; everything can be read.
  public let isReadOnly: Bool
  /// Whether several accounts of this machine write here (a folder of root's, set-group-id and sticky).
  public let isShared: Bool
  let root: Descriptor
  let journal: Descriptor
  /// The lines that stand for others; none where the list is not the one that `format` names.
  let replaced: ReplacedLines
  /// Of the journal's folder; a copy has another.
  let inode: UInt64

  static let formatName = "format"
  static let journalName = "j"
  /// Stands in a folder that was made from a backup; its bytes are random, and no backup holds it.
  static let restoredName = "restored"
  /// Marks a folder whose people are invented.
  public static let syntheticName = "synthetic"

  /// Opens a folder that exists, after checking that nobody else can change it under our hands.
  ///
  /// - Throws: one sentence: missing, no folder, a symbolic link, another account's, writable by others, on a
  ///   network or user-space disk, no data folder, or made by a newer version.
  public init(_ path: String) throws(StoreProblem) {
    let opened = try CheckedFolder(path)
    let path = opened.path
    self.path = path
    root = opened.folder
    isShared = opened.status.isShared
    let formatPath = "\(path)/\(DataFolder.formatName)"
    guard let bytes = try DataFolder.read(DataFolder.formatName, in: root, limit: 1 << 16, path: formatPath)
    else {
      throw StoreProblem(
        .notADataFolder, path, "“\(path)” không phải thư mục dữ liệu của lenduong (thiếu tệp format).",
        "“\(path)” is no data folder of lenduong (the file format is missing).")
    }
    let restoredPath = "\(path)/\(DataFolder.restoredName)"
    let restored = try DataFolder.read(
      DataFolder.restoredName, in: root, limit: 1 << 16, path: restoredPath)
    format = try Format(bytes, restored: restored ?? [], path: formatPath)
    replaced = try DataFolder.replaced(by: format, in: root, path: path)
    let journalPath = "\(path)/\(DataFolder.journalName)"
    let status: FileStatus
    do throws(SystemError) {
      journal = try Descriptor.folder(DataFolder.journalName, in: opened.folder)
      status = try journal.status()
    } catch {
      throw .unreadable(journalPath, error)
    }
    if !opened.isReadOnlyMedium,
      let problem = opened.rights.problem(
        of: status, in: opened.status, path: journalPath)
    {
      throw problem
    }
    inode = status.inode
    isReadOnly = opened.isReadOnlyMedium || faccessat(journal.fd, ".", W_OK, AT_EACCESS) != 0
  }

  private static func replaced(
    by format: Format, in root: Descriptor, path: String
  ) throws(StoreProblem) -> ReplacedLines {
    let name = ReplacedLines.fileName
    guard let hash = format.erased,
      let bytes = try read(name, in: root, limit: 1 << 26, path: "\(path)/\(name)"),
      LineHash(of: bytes) == hash
    else { return .none }
    return ReplacedLines(bytes) ?? .none
  }

  /// The bytes of the plan or of places, by a name of `format.data`.
  ///
  /// - Throws: `wrongData` where they are not those that `format` names.
  public func data(_ item: Format.Item) throws(StoreProblem) -> [UInt8] {
    guard let bytes = try file(item.name), LineHash(of: bytes) == item.hash else {
      let path = "\(path)/\(item.name)"
      throw StoreProblem(
        .wrongData, path, "Tệp “\(path)” thiếu hoặc khác với mã kiểm tra ghi trong tệp format.",
        "The file “\(path)” is missing or is not the one that format names.")
    }
    return bytes
  }

  /// The bytes of a file of the folder's top or of its places, or `nil` where there is none.
  func file(_ name: String) throws(StoreProblem) -> [UInt8]? {
    let path = "\(path)/\(name)"
    let parts = name.split(separator: "/").map(String.init)
    var folder = root
    do throws(SystemError) {
      if parts.count == 2 { folder = try Descriptor.folder(parts[0], in: root) }
    } catch {
      throw .unreadable(path, error)
    }
    return try DataFolder.read(parts.last ?? "", in: folder, limit: 1 << 26, path: path)
  }

  /// A regular file's bytes, or `nil` where there is none.
  static func read(
    _ name: String, in folder: Descriptor, limit: Int, path: String
  ) throws(StoreProblem) -> [UInt8]? {
    do throws(SystemError) {
      guard try folder.status(of: name) != nil else { return nil }
      let file = try Descriptor.open(name, in: folder, O_RDONLY)
      let status = try file.status()
      guard status.isFile, status.length <= limit else { throw SystemError(code: EFBIG) }
      return try file.read(from: 0, length: status.length)
    } catch {
      throw .unreadable(path, error)
    }
  }
}
