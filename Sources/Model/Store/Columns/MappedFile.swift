import Glibc

/// A file of this account's own, mapped for reading as long as anything refers to it.
///
/// Only files that are replaced by renaming and never cut may be read so.
final class MappedFile: Sendable {
  private let address: Int
  let count: Int

  /// Files up to this size are read at once; of larger ones only the pages that are asked for.
  private static let readAtOnce = 2 << 20

  /// Maps a regular file of this account's; `nil` where it is none or cannot be read.
  init?(_ path: String) {
    let fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    var status = stat()
    guard fstat(fd, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_size > 0
    else { return nil }
    count = Int(status.st_size)
    let flags = count <= MappedFile.readAtOnce ? MAP_PRIVATE | MAP_POPULATE : MAP_PRIVATE
    guard let map = mmap(nil, count, PROT_READ, flags, fd, 0), map != MAP_FAILED else { return nil }
    // Of a large file a start asks for a page here and there: what lies beside it would be read in vain.
    if count > MappedFile.readAtOnce { madvise(map, count, MADV_RANDOM) }
    address = Int(bitPattern: map)
  }

  /// Reads a part ahead, for who will go through all of it.
  func readAhead(_ part: Range<Int>) { advise(part, MADV_WILLNEED) }

  func letGo() { letGo(of: 0..<count) }

  /// Lets go of the pages of a part, which the system keeps as long as it has room; they come back when they are asked
  /// for.
  ///
  /// A file that was read at once is held as a whole.
  func letGo(of part: Range<Int>) {
    if count > MappedFile.readAtOnce { advise(part, MADV_DONTNEED) }
  }

  private func advise(_ part: Range<Int>, _ advice: Int32) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let first = part.lowerBound / page * page
    madvise(UnsafeMutableRawPointer(bitPattern: address + first), part.upperBound - first, advice)
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), count) }

  /// Valid as long as this object is.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
  }
}
