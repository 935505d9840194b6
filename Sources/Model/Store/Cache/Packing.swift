/// Arrays of plain numbers, one after the other, each led by its length in bytes and padded to eight.
struct Packer {
  private(set) var bytes: [UInt8] = []

  mutating func put<Element: BitwiseCopyable>(_ array: [Element]) {
    array.withUnsafeBytes { raw in
      put(count: raw.count)
      bytes.append(contentsOf: raw)
    }
    while bytes.count % 8 != 0 { bytes.append(0) }
  }

  mutating func put(_ text: String) { put(Array(text.utf8)) }

  private mutating func put(count: Int) {
    withUnsafeBytes(of: UInt64(count)) { bytes.append(contentsOf: $0) }
  }
}

/// Reads what a `Packer` wrote; what does not fit is `nil`, never a trap.
struct Unpacker {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func take<Element: BitwiseCopyable>(_ type: Element.Type = Element.self) -> [Element]? {
    guard at + 8 <= bytes.count else { return nil }
    let size = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    guard size <= UInt64(bytes.count - at - 8), Int(size) % MemoryLayout<Element>.stride == 0 else {
      return nil
    }
    let raw = UnsafeRawBufferPointer(rebasing: bytes[at + 8..<at + 8 + Int(size)])
    let count = Int(size) / MemoryLayout<Element>.stride
    let array = [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: raw)
      filled = count
    }
    at = min(bytes.count, (at + 8 + Int(size) + 7) / 8 * 8)
    return array
  }

  mutating func takeText() -> String? { take(UInt8.self).map { String(decoding: $0, as: UTF8.self) } }
}
