extension JSON {
  /// The bytes of `bytes` with an escape for whatever could command a terminal: the values are the same.
  public var harmlessBytes: [UInt8] {
    let plain = bytes
    guard plain.contains(where: { $0 >= 0x7F }) else { return plain }
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
