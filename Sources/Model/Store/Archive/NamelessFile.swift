import Glibc

/// A file that gets its name only when all of it is on the disk: never half of it, never in the place of another one.
///
/// Until then it has none, so that nothing is left where the program ends, and nobody else's file is touched. Where the
/// file system knows no such files, it has a name of chance.
struct NamelessFile {
  let file: Descriptor
  private let folder: Descriptor
  private let name: String
  /// The name that it has meanwhile.
  private let part: String?

  /// Makes a file that only this account may read (0600).
  ///
  /// - Throws: EEXIST where something of that name is there.
  init(_ path: String) throws(SystemError) {
    name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
    folder = try Descriptor.folder("\(NamelessFile.folder(of: path))/.")
    guard try folder.status(of: name) == nil else { throw SystemError(code: EEXIST) }
    do throws(SystemError) {
      let nameless = try Descriptor.open(".", in: folder, NamelessFile.flag | O_WRONLY, mode: 0o600)
      guard access(NamelessFile.way(to: nameless), F_OK) == 0 else { throw SystemError(code: EOPNOTSUPP) }
      (file, part) = (nameless, nil)
    } catch {
      guard [EOPNOTSUPP, EISDIR, EINVAL, ENOENT].contains(error.code) else { throw error }
      let chosen = ".\(name).\(LineID.random()).part"
      file = try Descriptor.open(chosen, in: folder, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
      part = chosen
    }
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
    if linkat(folder.fd, part, folder.fd, name, 0) != 0 {
      let error = SystemError.last
      // A link never replaces; where the file system has none, the place was free an instant ago.
      guard error.code != EEXIST, try folder.status(of: name) == nil,
        renameat(folder.fd, part, folder.fd, name) == 0
      else { throw error }
    }
    discard()
    try folder.sync()
  }

  /// Takes the name of chance away, where there is one.
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
