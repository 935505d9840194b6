import Glibc

/// What this account keeps about one data folder and never exchanges: who it is as a writer, drafts, cache.
///
/// One account may have several data folders, so each has its own folder here, named by `Format.identity`.
public struct PrivateFolder: Hashable, Sendable {
  public let path: String
  let root: String
  let name: String

  /// Names the folder; nothing is made or read.
  ///
  /// - Parameter root: `$XDG_STATE_HOME/lenduong`, else `$HOME/.local/state/lenduong`.
  public init(root: String, for format: Format) {
    self.root = CheckedFolder.trimmed(root)
    name = format.identity.description
    path = "\(self.root)/\(name)"
  }

  /// Makes, where it is missing, a folder below for this account alone (0700), and gives its path.
  public func folder(_ name: String) throws(StoreProblem) -> String {
    let path = "\(path)/\(name)"
    let parent = try open()
    do throws(SystemError) {
      _ = try Descriptor.makeFolder(name, in: parent, mode: 0o700)
    } catch {
      throw .unreadable(path, error)
    }
    return path
  }

  /// Opens the folder, making it where it is missing.
  func open() throws(StoreProblem) -> Descriptor {
    try DataFolder.makeFolders(root)
    do throws(SystemError) {
      let top = try Descriptor.folder(root)
      try PrivateFolder.close(top, root)
      let opened = try Descriptor.makeFolder(name, in: top, mode: 0o700)
      if opened.made { try top.sync() }
      try PrivateFolder.close(opened.folder, path)
      return opened.folder
    } catch {
      throw .unreadable(path, error)
    }
  }

  /// Sees to it that the folder is ours and nobody else's.
  private static func close(_ folder: Descriptor, _ path: String) throws(SystemError) {
    let status = try folder.status()
    guard status.owner == geteuid() else { throw SystemError(code: EACCES) }
    if status.mode & 0o7777 != 0o700 { try folder.setMode(0o700) }
  }
}
