import Glibc

/// An open file or folder; it is closed when nobody holds it any more.
final class Descriptor: Sendable {
  let fd: Int32

  /// Takes over an open file descriptor.
  init(owning fd: Int32) { self.fd = fd }

  deinit { close(fd) }

  /// The text of a file of the machine's own, at most 1 MiB; links are followed.
  static func text(of path: String) throws(SystemError) -> String {
    let fd = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw .last }
    return String(decoding: try Descriptor(owning: fd).read(from: 0, length: 1 << 20), as: UTF8.self)
  }

  /// Opens `name` within `folder`, never through a symbolic link at its end, never waiting for a pipe.
  static func open(
    _ name: String, in folder: Descriptor? = nil, _ flags: Int32, mode: mode_t = 0
  ) throws(SystemError) -> Descriptor {
    let flags = flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let before = flags & O_CREAT != 0 ? umask(othersMask) : nil
    defer { if let before { umask(before) } }
    while true {
      let fd = openat(folder?.fd ?? AT_FDCWD, name, flags, mode)
      if fd >= 0 { return Descriptor(owning: fd) }
      guard errno == EINTR else { throw .last }
    }
  }

  /// What is made has its rights from its first moment: a group that is to read it must never find it closed, not even
  /// where the program dies right then, whatever the umask is; nobody else ever gets any.
  private static let othersMask: mode_t = 0o027

  /// Opens a folder, by a path or within another.
  static func folder(_ name: String, in folder: Descriptor? = nil) throws(SystemError) -> Descriptor {
    try open(name, in: folder, O_RDONLY | O_DIRECTORY)
  }

  /// Makes a folder with exactly this mode, whatever the umask, and opens it; one that exists is opened only.
  ///
  /// - Throws: `EEXIST` where it exists and is another account's, who may remove what is put there.
  static func makeFolder(
    _ name: String, in folder: Descriptor? = nil, mode: mode_t
  ) throws(SystemError) -> (made: Bool, folder: Descriptor) {
    let before = umask(othersMask)
    let made = mkdirat(folder?.fd ?? AT_FDCWD, name, mode & 0o777) == 0
    let error = errno
    umask(before)
    guard made || error == EEXIST else { throw SystemError(code: error) }
    let opened = try self.folder(name, in: folder)
    guard try opened.status().owner == geteuid() else { throw SystemError(code: EEXIST) }
    if made { try opened.setMode(mode) }
    return (made, opened)
  }

  func setMode(_ mode: mode_t) throws(SystemError) {
    guard fchmod(fd, mode) == 0 else { throw .last }
  }

  func status() throws(SystemError) -> FileStatus {
    var raw = stat()
    guard fstat(fd, &raw) == 0 else { throw .last }
    return FileStatus(raw)
  }

  /// What stands under `name` in this folder, or `nil` where nothing does; links are not followed.
  func status(of name: String) throws(SystemError) -> FileStatus? {
    try FileStatus.of(name, in: fd)
  }

  /// The names in this folder without `.` and `..`, in one order wherever they are read.
  func names() throws(SystemError) -> [String] { try Listing(".", in: self).names() }

  /// At most `length` bytes from `offset` on; fewer where the file ends before.
  func read(from offset: Int, length: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(length, 0)) { buffer, count in
      while count < length, let start = buffer.baseAddress {
        let got = pread(fd, start + count, length - count, offset + count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = .last }
        guard got > 0 else { return }
        count += got
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// As `read`, of lines: nobody has the memory for a length that somebody merely stated.
  ///
  /// - Throws: EFBIG for more than a quarter of the memory, and for much in which no lines end where some must.
  func readLines(from offset: Int, length: Int) throws(SystemError) -> [UInt8] {
    guard length > 1 << 26 else { return try read(from: offset, length: length) }
    guard length <= Descriptor.mostBytes else { throw SystemError(code: EFBIG) }
    for part in 0...16 {
      let start = offset + (length - LineLimits.bytes) / 16 * part
      guard try read(from: start, length: LineLimits.bytes).contains(0x0A) else {
        throw SystemError(code: EFBIG)
      }
    }
    return try read(from: offset, length: length)
  }

  /// A quarter of the memory that this process may have.
  static var mostBytes: Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let machine = max(pages * sysconf(Int32(_SC_PAGESIZE)), 1 << 28)
    return min(Int(clamping: limit.rlim_cur), machine) / 4
  }

  /// Writes all of `bytes` with one call; a part is a failure.
  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var wrote = -1
    repeat { wrote = Glibc.write(fd, bytes.baseAddress, bytes.count) } while wrote < 0 && errno == EINTR
    guard wrote >= 0 else { throw .last }
    guard wrote == bytes.count else { throw .short }
  }

  /// Waits until the bytes are on the disk.
  func syncData() throws(SystemError) {
    var result: Int32 = -1
    repeat { result = fdatasync(fd) } while result != 0 && errno == EINTR
    guard result == 0 else { throw .last }
  }

  /// Waits until the file or folder itself is on the disk.
  func sync() throws(SystemError) {
    var result: Int32 = -1
    repeat { result = fsync(fd) } while result != 0 && errno == EINTR
    guard result == 0 else { throw .last }
  }

  /// Takes the lock of this open file, trying for up to `seconds`; `false` where others hold it that long.
  func lock(seconds: Int) throws(SystemError) -> Bool {
    var deadline: timespec?
    var pause = 200_000
    while flock(fd, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .last }
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      let end = deadline ?? timespec(tv_sec: now.tv_sec + seconds, tv_nsec: now.tv_nsec)
      deadline = end
      guard (now.tv_sec, now.tv_nsec) < (end.tv_sec, end.tv_nsec) else { return false }
      var wait = timespec(tv_sec: 0, tv_nsec: pause)
      nanosleep(&wait, nil)
      pause = min(pause * 2, 5_000_000)
    }
    return true
  }

  func unlock() { _ = flock(fd, LOCK_UN) }
}
