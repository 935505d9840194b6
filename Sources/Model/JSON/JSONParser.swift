extension JSON {
  /// How many arrays and objects may stand inside each other.
  public static let depthLimit = 64

  /// Reads one value from UTF-8 bytes, exactly as RFC 8259 writes it and with nothing after it but white space.
  ///
  /// Keys that appear twice, invalid UTF-8, a byte order mark and more than `depthLimit` levels are refused.
  public static func parse(_ bytes: some Sequence<UInt8>) throws(JSONError) -> JSON {
    try [UInt8](bytes).withUnsafeBufferPointer {
      (bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSON in
      var parser = JSONParser(bytes: bytes)
      do throws(JSONParser.Failure) {
        return try parser.document()
      } catch {
        let (line, column) = parser.place(of: error.offset)
        throw JSONError(kind: error.kind, line: line, column: column)
      }
    }
  }
}

/// A strict reader of one JSON text, one byte at a time.
private struct JSONParser {
  private static let fewMembers = 24
  struct Failure: Error {
    let kind: JSONError.Kind
    let offset: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  var depth = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func document() throws(Failure) -> JSON {
    let value = try value()
    skipSpace()
    guard at == bytes.count else { throw Failure(kind: .trailing, offset: at) }
    return value
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private func unexpected() -> Failure {
    Failure(kind: at < bytes.count ? .unexpected : .ended, offset: at)
  }

  private mutating func take(_ byte: UInt8) throws(Failure) {
    guard next == byte else { throw unexpected() }
    at += 1
  }

  private mutating func value() throws(Failure) -> JSON {
    skipSpace()
    guard let byte = next else { throw unexpected() }
    switch byte {
    case UInt8(ascii: "{"): return try nested { (parser) throws(Failure) in try parser.object() }
    case UInt8(ascii: "["): return try nested { (parser) throws(Failure) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected()
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(Failure) -> JSON
  ) throws(Failure) -> JSON {
    guard depth < JSON.depthLimit else { throw Failure(kind: .depth, offset: at) }
    depth += 1
    at += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(Failure) -> JSON {
    for index in 0..<word.utf8CodeUnitCount { try take(word.utf8Start[index]) }
    return value
  }

  private mutating func array() throws(Failure) -> JSON {
    var elements: [JSON] = []
    skipSpace()
    if next == UInt8(ascii: "]") {
      at += 1
      return .array(elements)
    }
    while true {
      elements.append(try value())
      skipSpace()
      if next == UInt8(ascii: "]") { break }
      try take(UInt8(ascii: ","))
    }
    at += 1
    return .array(elements)
  }

  private mutating func object() throws(Failure) -> JSON {
    var members: [JSON.Member] = []
    // A few keys are compared sooner than they are hashed.
    var keys: Set<String> = []
    skipSpace()
    if next == UInt8(ascii: "}") {
      at += 1
      return .object(members)
    }
    while true {
      skipSpace()
      let start = at
      guard next == UInt8(ascii: "\"") else { throw unexpected() }
      let key = try string()
      if members.count == JSONParser.fewMembers { keys = Set(members.map(\.key)) }
      let isNew =
        members.count < JSONParser.fewMembers
        ? !members.contains { $0.key == key } : keys.insert(key).inserted
      guard isNew else { throw Failure(kind: .duplicate(key), offset: start) }
      skipSpace()
      try take(UInt8(ascii: ":"))
      members.append(JSON.Member(key, try value()))
      skipSpace()
      if next == UInt8(ascii: "}") { break }
      try take(UInt8(ascii: ","))
    }
    at += 1
    return .object(members)
  }

  private mutating func digits() -> Int {
    let start = at
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { at += 1 }
    return at - start
  }

  private mutating func number() throws(Failure) -> JSON {
    let start = at
    var isWhole = true
    if next == UInt8(ascii: "-") { at += 1 }
    let leading = next
    let count = digits()
    guard count == 1 || (count > 1 && leading != UInt8(ascii: "0")) else { throw malformed(start, count) }
    if next == UInt8(ascii: ".") {
      isWhole = false
      at += 1
      guard digits() > 0 else { throw malformed(start, 0) }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      isWhole = false
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      guard digits() > 0 else { throw malformed(start, 0) }
    }
    let raw = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, raw != "-0", let whole = Int(raw) { return .integer(whole) }
    return .number(raw)
  }

  private func malformed(_ start: Int, _ count: Int) -> Failure {
    count == 0 && at == bytes.count
      ? Failure(kind: .ended, offset: at) : Failure(kind: .number, offset: start)
  }

  private mutating func string() throws(Failure) -> String {
    at += 1
    var text = ""
    while true {
      let start = at
      while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
      if at > start {
        guard let part = String(validating: bytes[start..<at], as: UTF8.self) else {
          throw Failure(kind: .encoding, offset: start + validPrefix(start..<at))
        }
        if text.isEmpty { text = part } else { text += part }
      }
      guard let byte = next else { throw Failure(kind: .ended, offset: at) }
      guard byte >= 0x20 else { throw Failure(kind: .control, offset: at) }
      at += 1
      if byte == UInt8(ascii: "\"") { return text }
      text.unicodeScalars.append(try escaped())
    }
  }

  /// How many bytes of `range` come before the first that is not UTF-8.
  private func validPrefix(_ range: Range<Int>) -> Int {
    var decoder = UTF8()
    var iterator = bytes[range].makeIterator()
    var count = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { count += UTF8.width(scalar) }
    return count
  }

  private mutating func escaped() throws(Failure) -> Unicode.Scalar {
    let start = at - 1
    guard let byte = next else { throw Failure(kind: .ended, offset: at) }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw Failure(kind: .escape, offset: start)
    }
    let unit = try hexadecimal(start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00 else { throw Failure(kind: .escape, offset: start) }
    for byte in [UInt8(ascii: "\\"), UInt8(ascii: "u")] {
      guard let found = next else { throw Failure(kind: .ended, offset: at) }
      guard found == byte else { throw Failure(kind: .escape, offset: start) }
      at += 1
    }
    let low = try hexadecimal(start)
    guard low >= 0xDC00, low <= 0xDFFF,
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
    else { throw Failure(kind: .escape, offset: start) }
    return scalar
  }

  private mutating func hexadecimal(_ start: Int) throws(Failure) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw Failure(kind: .ended, offset: at) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw Failure(kind: .escape, offset: start)
      }
      unit = unit << 4 | UInt16(digit)
      at += 1
    }
    return unit
  }

  /// Line and column of an offset, both counted from 1.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    for index in 0..<offset where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    let characters = bytes[start..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return (line, characters + 1)
  }
}
