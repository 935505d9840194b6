import Glibc

/// A file that gets its name only when all of it is on the disk: never half of it, never in the place of another one.
///
/// Until then it has none, so that nothing is left where the program ends, and nobody else's file is touched. Where the
/// file system knows no such files, it is called `….part`.
struct NamelessFile {
  let file: Descriptor
  private let folder: Descriptor
  private let name: String
  /// The name that it has meanwhile.
  private let part: String?

  /// Makes a file that only this account may read (0600).
  ///
  /// - Parameter isNamed: whether to do as on a file system that knows no files without a name.
  /// - Throws: EEXIST where something of that name is there.
  init(_ path: String, isNamed: Bool = false) throws(SystemError) {
    name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
    folder = try Descriptor.folder("\(NamelessFile.folder(of: path))/.")
    guard !name.isEmpty, try folder.status(of: name) == nil else { throw SystemError(code: EEXIST) }
    (file, part) =
      try isNamed ? NamelessFile.named(name, in: folder) : NamelessFile.nameless(name, in: folder)
  }

  private static func nameless(
    _ name: String, in folder: Descriptor
  ) throws(SystemError) -> (Descriptor, String?) {
    do throws(SystemError) {
      let file = try Descriptor.open(".", in: folder, flag | O_WRONLY, mode: 0o600)
      if access(way(to: file), F_OK) == 0 { return (file, nil) }
    } catch {
      guard [EOPNOTSUPP, EISDIR, EINVAL, ENOENT].contains(error.code) else { throw error }
    }
    return try named(name, in: folder)
  }

  /// What a program that was killed leaves is seen beside the file that was wanted; it is never taken for one's own.
  private static func named(
    _ name: String, in folder: Descriptor
  ) throws(SystemError) -> (Descriptor, String?) {
    var part = "\(name).part"
    if try folder.status(of: part) != nil { part = "\(name).\(LineID.random()).part" }
    return (try Descriptor.open(part, in: folder, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600), part)
  }

  /// Gives the file its name, once all of it is on the disk.
  ///
  /// - Throws: EEXIST where another one has got it meanwhile.
  func publish() throws(SystemError) {
    try file.sync()
    guard let part else {
      guard linkat(AT_FDCWD, NamelessFile.way(to: file), folder.fd, name, AT_SYMLINK_FOLLOW) == 0 else {
        throw .last
      }
      return try folder.sync()
    }
    // A link never replaces. A stick knows none: there the name is taken by an empty file of ours, which may be replaced.
    if linkat(folder.fd, part, folder.fd, name, 0) != 0 {
      guard errno != EEXIST else { throw .last }
      _ = try Descriptor.open(name, in: folder, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
      guard renameat(folder.fd, part, folder.fd, name) == 0 else {
        let error = SystemError.last
        unlinkat(folder.fd, name, 0)
        throw error
      }
    }
    discard()
    try folder.sync()
  }

  /// Takes the name that it has meanwhile away, where there is one.
  func discard() {
    if let part { unlinkat(folder.fd, part, 0) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func way(to file: Descriptor) -> String { "/proc/self/fd/\(file.fd)" }

  /// O_TMPFILE of open(2).
  private static let flag: Int32 = 0o20_000_000 | O_DIRECTORY
}
