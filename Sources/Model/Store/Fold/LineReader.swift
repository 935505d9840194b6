import Glibc

/// Reads journal lines by hand: a flat line costs about a microsecond, a general JSON reader forty.
///
/// It checks every index against the end, takes any key order, and gives up on a line rather than guess. The general
/// reader agrees with it on every line that it accepts, and reads those that it gives up (property test).
struct LineReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let bytes: Bytes
  var at: Int
  /// Where the line, or the part of it that is read, begins and ends.
  let start: Int
  let end: Int
  /// Whether the line has passed all checks before, or was written anew, so that it need not be doubted.
  let isChecked: Bool

  init(_ bytes: Bytes, _ range: Range<Int>, isChecked: Bool = false) {
    self.bytes = bytes
    self.isChecked = isChecked
    start = max(0, range.lowerBound)
    at = start
    end = min(bytes.count, range.upperBound)
  }

  /// Goes through the members of an object; false when it is not a whole object.
  mutating func members(_ take: (inout LineReader, Range<Int>) -> Bool) -> Bool {
    guard eat(UInt8(ascii: "{")) else { return false }
    skipBlanks()
    if eat(UInt8(ascii: "}")) { return true }
    while true {
      skipBlanks()
      guard let key = string()?.range else { return false }
      skipBlanks()
      guard eat(UInt8(ascii: ":")) else { return false }
      skipBlanks()
      guard take(&self, key) else { return false }
      skipBlanks()
      if eat(UInt8(ascii: ",")) { continue }
      return eat(UInt8(ascii: "}"))
    }
  }

  /// Goes through the elements of an array.
  mutating func elements(_ take: (inout LineReader) -> Bool) -> Bool {
    guard eat(UInt8(ascii: "[")) else { return false }
    skipBlanks()
    if eat(UInt8(ascii: "]")) { return true }
    while true {
      skipBlanks()
      guard take(&self) else { return false }
      skipBlanks()
      if eat(UInt8(ascii: ",")) { continue }
      return eat(UInt8(ascii: "]"))
    }
  }

  mutating func eat(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  mutating func skipBlanks() {
    while at < end, bytes[at] == 32 || bytes[at] == 9 { at += 1 }
  }

  /// The inside of a string, and whether it holds no escapes.
  ///
  /// Escapes other than of the quote and the backslash itself are left to the general reader.
  mutating func string() -> (range: Range<Int>, isWhole: Bool)? {
    guard eat(UInt8(ascii: "\"")) else { return nil }
    let start = at
    var isWhole = true
    skipPlain()
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return (start..<at - 1, isWhole)
      }
      if byte < 32 { return nil }
      if byte == UInt8(ascii: "\\") {
        isWhole = false
        at += 1
        guard isChecked || at < end && (bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "\\"))
        else { return nil }
      }
      at += 1
    }
    return nil
  }

  /// Goes on eight bytes at a time while none of them ends a string, escapes or controls.
  private mutating func skipPlain() {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while at + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let escape = word ^ (ones &* 0x5C)
      let found =
        ((quote &- ones) & ~quote | (escape &- ones) & ~escape | (word &- ones &* 0x20) & ~word) & highs
      if found != 0 {
        at += found.trailingZeroBitCount / 8
        return
      }
      at += 8
    }
  }

  mutating func integer() -> Int? {
    let isNegative = eat(UInt8(ascii: "-"))
    let start = at
    var value = 0
    while at < end, bytes[at] &- 48 < 10 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, more) = product.addingReportingOverflow(Int(bytes[at] &- 48))
      if overflow || more { return nil }
      value = sum
      at += 1
    }
    let isCanonical = at == start + 1 && !isNegative || at > start && bytes[start] != UInt8(ascii: "0")
    return isCanonical ? (isNegative ? -value : value) : nil
  }

  /// Passes over one value of the kinds that a field may have.
  mutating func skipScalar() -> Bool {
    guard at < end else { return false }
    switch bytes[at] {
    case UInt8(ascii: "\""): return string() != nil
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return integer() != nil
    }
  }

  mutating func word(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= end else { return false }
    for offset in 0..<length where bytes[at + offset] != word.utf8Start[offset] { return false }
    at += length
    return true
  }

  /// The digits of a text as one number: `2026-11-23T14:52:07.123Z` is 20261123145207123.
  static func digits(_ text: Bytes) -> Int64 {
    text.prefix(24).reduce(0) { $1 &- 48 < 10 ? $0 &* 10 &+ Int64($1 &- 48) : $0 }
  }

  /// The same line, from the beginning of one of its parts to its end.
  func part(_ range: Range<Int>) -> LineReader { LineReader(bytes, range, isChecked: isChecked) }

  /// The bytes that a string stands for, where it holds escapes; else `nil`, and its slice says it all.
  func unescaped(_ range: Range<Int>) -> [UInt8]? {
    let inside = slice(range)
    guard let base = inside.baseAddress, memchr(base, 0x5C, inside.count) != nil else { return nil }
    let quoted = slice(range.lowerBound - 1..<range.upperBound + 1)
    guard
      case .success(.string(let text)) = Result(catching: { () throws(JSONError) in try JSON.parse(quoted) })
    else { return nil }
    return Array(text.utf8)
  }

  func slice(_ range: Range<Int>) -> Bytes {
    Bytes(rebasing: bytes[range.clamped(to: 0..<bytes.count)])
  }
}
