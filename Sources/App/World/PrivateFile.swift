import Glibc
import Model

/// A small file of this account's own, 0600, replaced as a whole so that it is never half there.
struct PrivateFile {
  let path: String

  func read() -> [UInt8]? {
    let fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard fd >= 0 else { return nil }
    defer { Glibc.close(fd) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(fd, &buffer, buffer.count)
      if count < 0 { return nil }
      if count == 0 || bytes.count > 1 << 22 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Writes beside it, syncs, and puts it in its place; false when the disk refuses.
  func write(_ bytes: [UInt8]) -> Bool {
    let fresh = "\(path).new"
    unlink(fresh)
    guard PrivateFile.make(fresh, bytes) else { return false }
    guard rename(fresh, path) == 0 else {
      unlink(fresh)
      return false
    }
    return PrivateFile.syncFolder(of: path)
  }

  /// Waits until the names in a file's folder are on the disk; a file system that knows no such thing needs no waiting.
  static func syncFolder(of path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written and not read cannot be waited for.
    guard fd >= 0 else { return errno == EACCES }
    defer { Glibc.close(fd) }
    return fsync(fd) == 0 || errno == EINVAL
  }

  /// Makes a file that was not there, whole and on the disk, or leaves nothing; false when that cannot be.
  static func make(_ path: String, _ bytes: [UInt8]) -> Bool {
    let fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard fd >= 0 else { return false }
    var isWhole = true
    var offset = 0
    while isWhole, offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(fd, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { isWhole = false } else { offset += count }
    }
    isWhole = isWhole && fdatasync(fd) == 0
    isWhole = Glibc.close(fd) == 0 && isWhole
    if !isWhole { unlink(path) }
    return isWhole
  }

  /// Takes it away, with what a program that was killed while writing has left beside it.
  func remove() {
    unlink(path)
    unlink("\(path).new")
  }
}
