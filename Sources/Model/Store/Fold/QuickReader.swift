import Glibc

extension QuickScan {
  /// Where one is in the bytes; never beyond the end.
  struct Reader {
    let base: UnsafePointer<UInt8>
    var at: Int
    let end: Int

    /// Goes past these bytes, if they come next.
    @inline(__always)
    mutating func eat(_ text: StaticString) -> Bool {
      let length = text.utf8CodeUnitCount
      guard at + length <= end else { return false }
      if length == 1 {
        guard base[at] == text.utf8Start[0] else { return false }
      } else {
        guard memcmp(base + at, text.utf8Start, length) == 0 else { return false }
      }
      at += length
      return true
    }

    /// Goes past a key and the quotation mark after it.
    @inline(__always)
    mutating func eatKey(_ item: QuickFields.Item) -> Bool {
      guard at + item.key.length + 8 <= end, item.key.begins(UnsafeRawPointer(base + at)) else {
        return false
      }
      at += item.key.length
      return true
    }

    /// Goes past a text and the quotation mark after it; false where it holds anything but plain text.
    @inline(__always)
    mutating func skipText() -> Bool {
      let raw = UnsafeRawPointer(base)
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      while at + 8 <= end {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let quote = word ^ (ones &* 0x22)
        let escape = word ^ (ones &* 0x5C)
        let found =
          ((quote &- ones) & ~quote | (escape &- ones) & ~escape | (word &- ones &* 0x20) & ~word) & highs
        if found == 0 {
          at += 8
          continue
        }
        at += found.trailingZeroBitCount / 8
        guard base[at] == UInt8(ascii: "\"") else { return false }
        at += 1
        return true
      }
      while at < end {
        let byte = base[at]
        at += 1
        if byte == UInt8(ascii: "\"") { return true }
        if byte < 0x20 || byte == UInt8(ascii: "\\") { return false }
      }
      return false
    }

    mutating func id() -> LineID? {
      guard at + LineID.length <= end else { return nil }
      var high: UInt64 = 0
      var low: UInt64 = 0
      for index in at..<at + LineID.length {
        guard let value = Base32.value(of: base[index]) else { return nil }
        high = high << 5 | low >> 59
        low = low << 5 | UInt64(value)
      }
      at += LineID.length
      return LineID(high: UInt16(truncatingIfNeeded: high), low: low)
    }

    /// A number without sign or leading zeros, of at most 18 digits.
    mutating func whole() -> Int? {
      let start = at
      var value = 0
      while at < end, at - start < 19, base[at] &- 48 < 10 {
        value = value * 10 + Int(base[at] &- 48)
        at += 1
      }
      let count = at - start
      guard count == 1 || count > 1 && count < 19 && base[start] != 48 else { return nil }
      return value
    }
  }
}
