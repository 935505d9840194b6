import Glibc

/// The folder that holds the truth: `format`, the plan, the places and the segments of all writers.
public final class DataFolder: Sendable {
  public let path: String
  public let format: Format
  /// Whether nothing can be written here, for the medium or the rights forbid it; everything can be read.
  public let isReadOnly: Bool
  /// Whether whoever made the shared folder has named this account as one that only views.
  public let isForViewing: Bool
  /// Whether several accounts of this machine write here (a folder of root's, set-group-id and sticky).
  public let isShared: Bool
  let root: Descriptor
  let journal: Descriptor
  /// The lines that stand for others; none where the list is not the one that `format` names.
  let replaced: ReplacedLines
  /// Of the journal's folder.
  let (inode, device): (UInt64, UInt64)
  /// Where the path led when it was opened.
  private let wholePath: String
  /// Of the folder itself, as it was opened.
  private let place: FileStatus
  /// Whose files count at the folder's top, where others may put theirs beside them; `nil` where nobody can.
  private let owner: UInt32?
  /// The list of those who only view, as it was when the folder was opened.
  private let viewersList: FileStatus?

  static let formatName = "format"
  static let journalName = "j"
  /// Stands in a folder that was made from a backup; its bytes are random, and no backup holds it.
  static let restoredName = "restored"
  /// The accounts that only view a shared folder, one name a line; only its owner's list counts.
  static let viewersName = "readers"
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
    wholePath = path.hasPrefix("/") ? path : DataFolder.real(path) ?? path
    place = opened.status
    owner = isShared ? opened.status.owner : nil
    let formatPath = "\(path)/\(DataFolder.formatName)"
    guard let bytes = try DataFolder.read(DataFolder.formatName, in: root, limit: 1 << 16, path: formatPath)
    else {
      throw StoreProblem(
        .notADataFolder, path, "“\(path)” không phải thư mục dữ liệu của lenduong (thiếu tệp format).",
        "“\(path)” is no data folder of lenduong (the file format is missing).")
    }
    let restoredPath = "\(path)/\(DataFolder.restoredName)"
    let restored = try DataFolder.read(
      DataFolder.restoredName, in: root, of: owner, limit: 1 << 16, path: restoredPath)
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
    if status.device != place.device { try FileSystem.refuseNetwork(status.device, journalPath) }
    if !opened.isReadOnlyMedium,
      let problem = opened.rights.problem(
        of: status, in: opened.status, path: journalPath)
    {
      throw problem
    }
    (inode, device) = (status.inode, status.device)
    let viewersPath = "\(path)/\(DataFolder.viewersName)"
    do throws(SystemError) {
      viewersList = try isShared ? root.status(of: DataFolder.viewersName) : nil
    } catch {
      throw .unreadable(viewersPath, error)
    }
    let viewers =
      try viewersList == nil
      ? nil : DataFolder.read(DataFolder.viewersName, in: root, of: owner, limit: 1 << 16, path: viewersPath)
    isForViewing = DataFolder.lists(viewers ?? [], Account.current().name)
    isReadOnly =
      isForViewing || opened.isReadOnlyMedium || faccessat(journal.fd, ".", W_OK, AT_EACCESS) != 0
  }

  private static func lists(_ names: [UInt8], _ account: String) -> Bool {
    names.split { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }.contains { $0.elementsEqual(account.utf8) }
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

  /// What other accounts have put beside the folder's own files, where they can; it counts for nothing.
  var planted: [String] {
    guard let owner, let names = try? root.names() else { return [] }
    return names.filter { name in ((try? root.status(of: name)) ?? nil).map { $0.owner != owner } ?? false }
  }

  /// Whether the people in it are invented.
  ///
  /// - Throws: where the mark is there and cannot be read.
  public func isSynthetic() throws(StoreProblem) -> Bool { try file(DataFolder.syntheticName) != nil }

  /// - Throws: `notSaved` where the path leads elsewhere by now: whoever looks there would not find what is saved.
  func checkPlace() throws(StoreProblem) {
    var raw = stat()
    guard lstat(wholePath, &raw) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw .notSaved(path, .last)
    }
    guard raw.st_ino != place.inode || raw.st_dev != place.device else { return }
    throw StoreProblem(
      .notSaved, path, "CHƯA LƯU: \(displacement.vi)", "NOT SAVED: \(displacement.en)")
  }

  /// - Throws: `readOnly` where whoever made the shared folder has named this account as one that only views since then.
  func checkViewers() throws(StoreProblem) {
    guard isShared, !isForViewing else { return }
    let now: FileStatus?
    do throws(SystemError) { now = try root.status(of: DataFolder.viewersName) } catch {
      throw .notSaved("\(path)/\(DataFolder.viewersName)", error)
    }
    guard now != nil, now != viewersList, let list = try file(DataFolder.viewersName),
      DataFolder.lists(list, Account.current().name)
    else { return }
    throw .readOnly(path)
  }

  /// Whether the path still leads here, as far as can be seen.
  public var isInPlace: Bool {
    do throws(StoreProblem) {
      try checkPlace()
      return true
    } catch {
      return false
    }
  }

  /// What is said where it does not; a part of a sentence.
  public var displacement: Words {
    Words(
      "thư mục dữ liệu đã bị dời đi hoặc thay (“\(path)”). Hãy thoát ra và mở lại; nháp vẫn còn.",
      "the data folder was moved away or replaced (“\(path)”). Leave and start again; drafts are kept.")
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
    // What `format` names by its hash may be anybody's.
    let isBound = ![DataFolder.syntheticName, DataFolder.viewersName].contains(name)
    return try DataFolder.read(
      parts.last ?? "", in: folder, of: isBound ? nil : owner, limit: 1 << 26, path: path)
  }

  /// A regular file's bytes, or `nil` where there is none, or only one of another account than is asked for.
  static func read(
    _ name: String, in folder: Descriptor, of owner: UInt32? = nil, limit: Int, path: String
  ) throws(StoreProblem) -> [UInt8]? {
    do throws(SystemError) {
      guard let found = try folder.status(of: name) else { return nil }
      if let owner, found.owner != owner || found.links != 1 { return nil }
      let file = try Descriptor.open(name, in: folder, O_RDONLY)
      let status = try file.status()
      guard status.isFile, status.length <= limit else { throw SystemError(code: EFBIG) }
      return try file.read(from: 0, length: status.length)
    } catch {
      throw .unreadable(path, error)
    }
  }
}
