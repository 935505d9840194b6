/// The 512 bytes before each file of an archive in the format `ustar` (POSIX.1-1988, pax(1)).
struct TapeHeader: Hashable, Sendable {
  /// At most 100 bytes of ASCII, without a leading slash.
  let name: String
  /// Bytes; the file follows and is filled up with zero bytes to a multiple of 512.
  let length: Int

  /// Bytes of a header, and what every file is filled up to.
  static let block = 512
  /// Two empty blocks end an archive.
  static let end = [UInt8](repeating: 0, count: 2 * block)

  /// How many bytes follow a file of this length.
  static func padding(after length: Int) -> Int { (block - length % block) % block }

  /// The header of a regular file that only its owner may read, changed at `seconds` since 1970.
  func bytes(changed seconds: Int) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: TapeHeader.block)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    put(name, at: 0)
    put("0000600", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(TapeHeader.octal(length, digits: 11), at: 124)
    put(TapeHeader.octal(seconds, digits: 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(TapeHeader.octal(TapeHeader.sum(header), digits: 6), at: 148)
    header[154] = 0
    return header
  }

  init(name: String, length: Int) {
    self.name = name
    self.length = length
  }

  /// Reads a header; `nil` where the bytes are none of a regular file, or do not add up to the sum they state.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == TapeHeader.block, bytes[257..<262].elementsEqual("ustar".utf8),
      bytes[156] == UInt8(ascii: "0") || bytes[156] == 0,
      let stated = TapeHeader.number(bytes[148..<156]), let length = TapeHeader.number(bytes[124..<136])
    else { return nil }
    let blanked = bytes[..<148] + [UInt8](repeating: 0x20, count: 8) + bytes[156...]
    guard TapeHeader.sum(Array(blanked)) == stated else { return nil }
    name = String(decoding: bytes.prefix(100).prefix { $0 != 0 }, as: UTF8.self)
    self.length = length
  }

  private static func octal(_ value: Int, digits: Int) -> String {
    let text = String(value, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: bytes.prefix { $0 != 0 && $0 != 0x20 }, as: UTF8.self), radix: 8)
  }

  private static func sum(_ bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 + Int($1) } }
}
