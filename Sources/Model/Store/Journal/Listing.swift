import Glibc

/// A folder that is open to be looked through; it is closed when nobody holds it any more.
final class Listing {
  private let stream: OpaquePointer

  /// Opens the folder `name` within another, never through a symbolic link.
  ///
  /// - Throws: `ENOTDIR` or `ELOOP` where it is no folder, `ENOENT` where there is nothing.
  init(_ name: String, in folder: Descriptor) throws(SystemError) {
    let fd = openat(folder.fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard fd >= 0 else { throw .last }
    guard let stream = fdopendir(fd) else {
      let error = SystemError.last
      close(fd)
      throw error
    }
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// The names in the folder without `.` and `..`, in one order wherever they are read; to be asked once.
  func names() throws(SystemError) -> [String] {
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { raw in
        raw.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw .last }
    return names.sorted()
  }

  /// Of the folder itself.
  func status() throws(SystemError) -> FileStatus {
    guard let status = try status(of: ".") else { throw SystemError(code: ENOENT) }
    return status
  }

  /// What stands under `name` in the folder, or `nil` where nothing does; links are not followed.
  func status(of name: String) throws(SystemError) -> FileStatus? {
    try FileStatus.of(name, in: dirfd(stream))
  }
}
