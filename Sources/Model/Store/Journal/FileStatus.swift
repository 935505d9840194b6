import Glibc

/// What the kernel says of one file.
public struct FileStatus: Hashable, Sendable {
  public let device: UInt64
  public let inode: UInt64
  public let length: Int
  public let links: Int
  public let owner: UInt32
  public let group: UInt32
  /// Nanoseconds since 1970.
  public let modified: Int
  let mode: mode_t

  init(
    device: UInt64 = 1, inode: UInt64 = 1, length: Int = 0, links: Int = 1, owner: UInt32, group: UInt32,
    modified: Int = 0, mode: mode_t
  ) {
    self.device = device
    self.inode = inode
    self.length = length
    self.links = links
    self.owner = owner
    self.group = group
    self.modified = modified
    self.mode = mode
  }

  /// What stands under `name` in an open folder, or `nil` where nothing does; links are not followed.
  static func of(_ name: String, in folder: Int32) throws(SystemError) -> FileStatus? {
    var raw = stat()
    guard fstatat(folder, name, &raw, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw .last
    }
    return FileStatus(raw)
  }

  init(_ raw: stat) {
    device = UInt64(raw.st_dev)
    inode = UInt64(raw.st_ino)
    length = Int(raw.st_size)
    links = Int(raw.st_nlink)
    owner = raw.st_uid
    group = raw.st_gid
    modified = Int(raw.st_mtim.tv_sec) * 1_000_000_000 + Int(raw.st_mtim.tv_nsec)
    mode = raw.st_mode
  }

  var isFolder: Bool { mode & S_IFMT == S_IFDIR }
  var isFile: Bool { mode & S_IFMT == S_IFREG }
  var isLink: Bool { mode & S_IFMT == S_IFLNK }
  var isSticky: Bool { mode & S_ISVTX != 0 }
  /// Set-group-id and sticky, as a folder that several accounts share.
  var isShared: Bool { isSticky && mode & S_ISGID != 0 }
}
