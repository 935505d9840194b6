extension JSON {
  /// Whether a closer look is needed: Latin letters and the usual punctuation are harmless.
  private static func mayHarm(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
      return bytes.indices.contains { index in
        switch bytes[index] {
        case ..<0x7F, 0x80...0xBF, 0xC3...0xCB: false
        case 0xE1: !(0xB8...0xBB).contains(byte(index + 1))
        case 0xE2: !(byte(index + 1) == 0x80 && (0x90...0xA7).contains(byte(index + 2)))
        default: true
        }
      }
    }
  }

  /// The bytes of `bytes` with an escape for whatever could command a terminal: the values are the same.
  public var harmlessBytes: [UInt8] {
    let plain = bytes
    guard JSON.mayHarm(plain) else { return plain }
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
