import Glibc

/// Writes columns to a new file, one after the other, and where each lies at the end of it.
///
/// The file has: the columns, each from a multiple of 64 bytes on; their places and lengths; a foot of five words:
/// schema, place and count of the directory, sum of the directory, sum of all bytes before it.
final class Packer {
  static let footSize = 5 * MemoryLayout<UInt64>.stride
  /// The sum of the body is taken over pieces of this size.
  static let pieceSize = 1 << 20
  /// So much is written at once: the system keeps that together, and maps all of it where one page is asked for.
  private static let atOnce = 1 << 16

  private let fd: Int32
  private var piece: [UInt8] = []
  private var length = 0
  private var places: [UInt64] = []
  private var sum = Checksum()
  private var hasFailed = false

  init(to fd: Int32) {
    self.fd = fd
    piece.reserveCapacity(Packer.pieceSize)
  }

  func put<Element>(_ column: Column<Element>) {
    align()
    places += [UInt64(length), UInt64(column.count * MemoryLayout<Element>.stride)]
    column.bytes(add)
  }

  func put<Element: BitwiseCopyable>(_ array: [Element]) { put(Column(array)) }

  func put(_ text: String) { put(Array(text.utf8)) }

  /// Writes what is left, the directory and the foot; false where anything could not be written.
  func finish(schema: UInt64) -> Bool {
    align()
    let directory = UInt64(length)
    flush()
    var directorySum = Checksum()
    places.withUnsafeBytes { directorySum.add($0) }
    let foot = [schema, directory, UInt64(places.count / 2), directorySum.value, sum.value]
    (places + foot).withUnsafeBytes { write($0) }
    return !hasFailed
  }

  private func align() {
    let rest = length % 64
    if rest > 0 { Array(repeating: UInt8(0), count: 64 - rest).withUnsafeBytes(add) }
  }

  private func add(_ raw: UnsafeRawBufferPointer) {
    var at = 0
    while at < raw.count {
      let size = min(raw.count - at, Packer.pieceSize - piece.count)
      piece.append(contentsOf: UnsafeRawBufferPointer(rebasing: raw[at..<at + size]))
      at += size
      if piece.count == Packer.pieceSize { flush() }
    }
    length += raw.count
  }

  private func flush() {
    guard !piece.isEmpty else { return }
    piece.withUnsafeBytes { raw in
      sum.add(raw)
      write(raw)
    }
    piece.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while !hasFailed, offset < bytes.count {
      let size = min(bytes.count - offset, Packer.atOnce)
      let count = Glibc.write(fd, bytes.baseAddress.map { $0 + offset }, size)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { hasFailed = true } else { offset += count }
    }
  }
}

/// Reads what a `Packer` wrote; what does not fit is `nil`, never a trap.
struct Unpacker {
  private let file: MappedFile
  /// Place and length of each column.
  private let places: [UInt64]
  private let body: Int
  private let bodySum: UInt64
  private var next = 0

  init?(_ file: MappedFile, schema: UInt64) {
    let bytes = file.bytes
    guard bytes.count >= Packer.footSize else { return nil }
    let foot = (0..<5).map { word in
      bytes.loadUnaligned(fromByteOffset: bytes.count - Packer.footSize + word * 8, as: UInt64.self)
    }
    let room = UInt64(bytes.count - Packer.footSize)
    guard foot[0] == schema, foot[1] <= room, foot[2] <= 4096, foot[1] + foot[2] * 16 == room else {
      return nil
    }
    let directory = UnsafeRawBufferPointer(rebasing: bytes[Int(foot[1])..<Int(room)])
    var sum = Checksum()
    sum.add(directory)
    guard sum.value == foot[3] else { return nil }
    places = (0..<Int(foot[2]) * 2).map { directory.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    self.file = file
    (body, bodySum) = (Int(foot[1]), foot[4])
  }

  /// The next column, left where it lies.
  mutating func column<Element>(_ type: Element.Type = Element.self) -> Column<Element>? {
    guard let raw = bytes(), raw.count % MemoryLayout<Element>.stride == 0 else { return nil }
    return Column(raw.bindMemory(to: Element.self), in: file)
  }

  /// The next column, taken into memory.
  mutating func array<Element: BitwiseCopyable>(_ type: Element.Type = Element.self) -> [Element]? {
    guard let raw = bytes(), raw.count % MemoryLayout<Element>.stride == 0 else { return nil }
    return Array(raw.bindMemory(to: Element.self))
  }

  mutating func text() -> String? { bytes().map { String(decoding: $0, as: UTF8.self) } }

  private mutating func bytes() -> UnsafeRawBufferPointer? {
    guard next + 1 < places.count else { return nil }
    let (place, length) = (places[next], places[next + 1])
    next += 2
    guard place % 64 == 0, place <= UInt64(body), length <= UInt64(body) - place else { return nil }
    return UnsafeRawBufferPointer(rebasing: file.bytes[Int(place)..<Int(place + length)])
  }

  /// Looks through the bytes of the columns, some at a time.
  var check: Check { Check(file: file, body: body, wanted: bodySum) }

  /// Tells, piece by piece, whether a file's columns are what was written.
  struct Check {
    fileprivate let file: MappedFile
    fileprivate let body: Int
    fileprivate let wanted: UInt64
    private var at = 0
    private var sum = Checksum()

    fileprivate init(file: MappedFile, body: Int, wanted: UInt64) {
      (self.file, self.body, self.wanted) = (file, body, wanted)
    }

    /// Whether all of it was looked at.
    var isOver: Bool { at >= body }

    /// Looks at the next piece, `nil` while there is more to look at.
    mutating func isWhole() -> Bool? {
      let size = min(body - at, Packer.pieceSize)
      if size > 0 {
        file.readAhead(at..<at + size)
        sum.add(UnsafeRawBufferPointer(rebasing: file.bytes[at..<at + size]))
        file.letGo(of: at..<at + size)
      }
      at += size
      return at < body ? nil : sum.value == wanted
    }
  }
}

/// Tells whether bytes are the ones that were written; against accidents, not against enemies.
struct Checksum {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest = UInt64(bytes.count)
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    mix(rest)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 32
  }
}
