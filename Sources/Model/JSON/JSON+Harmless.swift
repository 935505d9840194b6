extension JSON {
  /// Whether a byte needs a closer look with those after it: Latin letters and the usual punctuation are harmless.
  @inline(__always)
  static func mayHarm(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    return switch bytes[index] {
    case ..<0x7F, 0x80...0xBF, 0xC3...0xCB: false
    case 0xE1: !(0xB8...0xBB).contains(byte(index + 1))
    case 0xE2: !(byte(index + 1) == 0x80 && (0x90...0xA7).contains(byte(index + 2)))
    default: true
    }
  }

  /// The bytes of `bytes` with an escape for whatever could command a terminal: the values are the same.
  public var harmlessBytes: [UInt8] {
    let plain = bytes
    let isHarmless = plain.withUnsafeBufferPointer { plain in
      !plain.indices.contains { JSON.mayHarm(plain, at: $0) }
    }
    if isHarmless { return plain }
    let text = String(decoding: plain, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { $0.value != 0x0A && $0.isHarmful }) else { return plain }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(plain.count)
    for scalar in text.unicodeScalars {
      if scalar.value != 0x0A, scalar.isHarmful {
        for unit in UTF16.encode(scalar) ?? .init() {
          let digits = String(unit, radix: 16)
          escaped += "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8
        }
      } else {
        escaped += UTF8.encode(scalar) ?? .init()
      }
    }
    return escaped
  }
}
