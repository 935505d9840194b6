extension UTF8 {
  /// Whether bytes are well-formed UTF-8 (Unicode, table 3-7).
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    let count = bytes.count
    while at < count {
      while at + 8 <= count,
        UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
          & 0x8080_8080_8080_8080 == 0
      {
        at += 8
      }
      guard at < count else { return true }
      let first = bytes[at]
      if first < 0x80 {
        at += 1
        continue
      }
      let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard first >= 0xC2, first <= 0xF4, at + length <= count else { return false }
      let second = bytes[at + 1]
      let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
      guard second >= low, second <= high else { return false }
      for offset in 2..<max(2, length) where bytes[at + offset] & 0xC0 != 0x80 { return false }
      at += length
    }
    return true
  }
}
