/// Reads journal lines by hand: a flat line costs about a microsecond, a general JSON reader forty.
///
/// It checks every index against the end, takes any key order, skips what it does not know, and gives up on a line
/// rather than guess. The general reader agrees with it on every line that it accepts (property test).
struct LineReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The parts of a line, as ranges of its bytes.
  struct Parts {
    var version = 0
    var id: Range<Int>?
    var number = 0
    var time: Int64 = 0
    var action: Range<Int>?
    var entity: Range<Int>?
    var replaces: Range<Int>?
    var fields: Range<Int>?
    var operations: Range<Int>?
    var group: Range<Int>?
    var groupSize = 0
  }

  let bytes: Bytes
  var at: Int
  let end: Int

  init(_ bytes: Bytes, _ range: Range<Int>) {
    self.bytes = bytes
    at = max(0, range.lowerBound)
    end = min(bytes.count, range.upperBound)
  }

  /// Reads the outermost object.
  mutating func parts() -> Parts? {
    var parts = Parts()
    let isWhole = members { (reader: inout LineReader, key: Range<Int>) in
      guard key.count <= 2, let first = reader.bytes[safe: key.lowerBound] else { return reader.skipValue() }
      if key.count == 2 {
        guard first == UInt8(ascii: "g"), reader.bytes[safe: key.lowerBound + 1] == UInt8(ascii: "n") else {
          return reader.skipValue()
        }
        guard let size = reader.integer() else { return false }
        parts.groupSize = size
        return true
      }
      switch first {
      case UInt8(ascii: "v"): parts.version = reader.integer() ?? -1
      case UInt8(ascii: "n"): parts.number = reader.integer() ?? -1
      case UInt8(ascii: "i"): parts.id = reader.string()?.range
      case UInt8(ascii: "a"): parts.action = reader.string()?.range
      case UInt8(ascii: "e"): parts.entity = reader.string()?.range
      case UInt8(ascii: "g"): parts.group = reader.string()?.range
      case UInt8(ascii: "t"):
        guard let text = reader.string()?.range else { return false }
        parts.time = reader.digits(text)
      case UInt8(ascii: "s"): parts.replaces = reader.valueRange()
      case UInt8(ascii: "f"): parts.fields = reader.valueRange()
      case UInt8(ascii: "o"): parts.operations = reader.valueRange()
      default: return reader.skipValue()
      }
      return true
    }
    return isWhole && parts.version >= 0 && parts.number >= 0 ? parts : nil
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

  /// The inside of a string, and whether it holds escapes.
  mutating func string() -> (range: Range<Int>, isPlain: Bool)? {
    guard eat(UInt8(ascii: "\"")) else { return nil }
    let start = at
    var isPlain = true
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return (start..<at - 1, isPlain)
      }
      if byte < 32 { return nil }
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        at += 1
      }
      at += 1
    }
    return nil
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
    guard at > start else { return nil }
    return isNegative ? -value : value
  }

  mutating func valueRange() -> Range<Int>? {
    let start = at
    return skipValue() ? start..<at : nil
  }

  /// Passes over one value of any kind, at most 64 deep.
  mutating func skipValue(_ depth: Int = 0) -> Bool {
    guard at < end, depth < 64 else { return false }
    switch bytes[at] {
    case UInt8(ascii: "\""): return string() != nil
    case UInt8(ascii: "{"): return members { reader, _ in reader.skipValue(depth + 1) }
    case UInt8(ascii: "["): return elements { $0.skipValue(depth + 1) }
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
  private func digits(_ range: Range<Int>) -> Int64 {
    var value: Int64 = 0
    for index in range.prefix(24) where bytes[index] &- 48 < 10 {
      value = value &* 10 &+ Int64(bytes[index] &- 48)
    }
    return value
  }

  func slice(_ range: Range<Int>) -> Bytes {
    Bytes(rebasing: bytes[range.clamped(to: 0..<bytes.count)])
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate subscript(safe index: Int) -> UInt8? { index >= 0 && index < count ? self[index] : nil }
}
