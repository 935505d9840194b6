/// Writes lines in the one form in which this program writes them.
enum LineEncoder {
  /// The bytes between the last field and the hash.
  static let beforeHash: StaticString = ",\"h\":\""
  /// How many bytes `,"h":"…"}` takes at the end of every line.
  static let tailLength = 6 + LineHash.length + 2

  /// Appends one line with its line break and gives its hash; `bytes` is as before when it throws.
  ///
  /// Control characters inside text are left out: they could command a terminal.
  /// - Throws: `.tooLong`, `.tooManyFields`, or `.shape` for names that are empty, repeated or hold control
  ///   characters.
  static func append(
    _ line: NewLine, n: Int, at time: Timestamp, user: String, previous: LineHash?,
    to bytes: inout [UInt8]
  ) throws(JournalFault) -> LineHash {
    try check(line)
    let start = bytes.count
    bytes.append(ascii: "{\"v\":1,\"i\":\"")
    line.id.write(to: &bytes)
    bytes.append(ascii: "\",\"n\":")
    bytes.append(contentsOf: String(n).utf8)
    bytes.append(ascii: ",\"t\":\"")
    time.write(to: &bytes)
    bytes.append(ascii: "\",\"u\":")
    append(text: user, to: &bytes)
    bytes.append(ascii: ",\"a\":\"")
    bytes.append(contentsOf: line.action.rawValue.utf8)
    bytes.append(ascii: "\",")
    if line.action == .tx {
      bytes.append(ascii: "\"o\":[")
      for (index, operation) in line.operations.enumerated() {
        bytes.append(UInt8(ascii: index == 0 ? "{" : ","))
        if index > 0 { bytes.append(UInt8(ascii: "{")) }
        append(operation, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
      }
      bytes.append(UInt8(ascii: "]"))
    } else {
      append(line.operations[0], to: &bytes)
    }
    if let group = line.group {
      bytes.append(ascii: ",\"g\":\"")
      group.id.write(to: &bytes)
      bytes.append(ascii: "\",\"gn\":")
      bytes.append(contentsOf: String(group.size).utf8)
    }
    if let reversal = line.reversal {
      bytes.append(ascii: reversal.kind == .undo ? ",\"undo\":\"" : ",\"redo\":\"")
      reversal.line.write(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    let hash = bytes.withUnsafeBytes {
      LineHash(previous: previous, UnsafeRawBufferPointer(rebasing: $0[start...]))
    }
    bytes.append(ascii: beforeHash)
    hash.withCharacters { bytes.append(contentsOf: $0) }
    bytes.append(ascii: "\"}\n")
    guard bytes.count - start <= LineLimits.bytes else {
      bytes.removeSubrange(start...)
      throw .tooLong
    }
    return hash
  }

  private static func check(_ line: NewLine) throws(JournalFault) {
    guard line.action == .tx ? !line.operations.isEmpty : line.operations.count == 1,
      line.group.map({ $0.size > 0 }) ?? true
    else { throw .shape }
    var count = 0
    for operation in line.operations {
      guard isName(operation.entity) else { throw .shape }
      count += operation.fields.count
      guard count <= LineLimits.fields else { throw .tooManyFields }
      for (index, field) in operation.fields.enumerated() {
        guard isName(field.key), !operation.fields[..<index].contains(where: { $0.key == field.key }) else {
          throw .shape
        }
      }
    }
  }

  private static func isName(_ text: String) -> Bool { !text.isEmpty && !holdsControl(text) }

  private static func append(_ operation: Operation, to bytes: inout [UInt8]) {
    bytes.append(ascii: "\"e\":")
    JSON.write(operation.entity, to: &bytes)
    if !operation.replaces.isEmpty {
      bytes.append(ascii: ",\"s\":[")
      for (index, id) in operation.replaces.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        id.write(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(ascii: ",\"f\":{")
    for (index, field) in operation.fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSON.write(field.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      switch field.value {
      case .null: bytes.append(ascii: "null")
      case .bool(let flag): bytes.append(ascii: flag ? "true" : "false")
      case .integer(let whole): bytes.append(contentsOf: String(whole).utf8)
      case .text(let text): append(text: text, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func append(text: String, to bytes: inout [UInt8]) {
    guard holdsControl(text) else { return JSON.write(text, to: &bytes) }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: text.unicodeScalars.filter { $0.properties.generalCategory != .control })
    JSON.write(String(clean), to: &bytes)
  }

  /// Whether `text` holds a character of the category Cc: U+0000–001F, U+007F–009F.
  private static func holdsControl(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      var before: UInt8 = 0
      for byte in text {
        if byte < 0x20 || byte == 0x7F || (before == 0xC2 && byte < 0xA0) { return true }
        before = byte
      }
      return false
    }
  }
}

extension Change {
  /// Why its line cannot be written, whoever saves it and as whichever of theirs; `nil` where it can.
  public var fault: JournalFault? {
    var bytes: [UInt8] = []
    do throws(JournalFault) {
      _ = try LineEncoder.append(
        line, n: .max, at: .now(), user: String(repeating: "x", count: 64), previous: nil, to: &bytes)
      return nil
    } catch {
      return error
    }
  }
}
