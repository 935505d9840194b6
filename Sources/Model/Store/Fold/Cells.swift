extension Register {
  /// The number that stands for a value; a value of the wrong type counts as none, a broken one as `nil`.
  mutating func cell(_ reader: inout LineReader, _ kind: Field.Kind) -> Int32? {
    guard reader.at < reader.end else { return nil }
    switch reader.bytes[reader.at] {
    case UInt8(ascii: "n"): return reader.word("null") ? Table.none : nil
    case UInt8(ascii: "t"): return reader.word("true") ? kind.flagCell(1) : nil
    case UInt8(ascii: "f"): return reader.word("false") ? kind.flagCell(0) : nil
    case UInt8(ascii: "\""):
      guard let (range, isWhole) = reader.string() else { return nil }
      if isWhole { return cell(reader.slice(range), kind) }
      return reader.unescaped(range).map { text in text.withUnsafeBufferPointer { cell($0, kind) } }
    default:
      guard let integer = reader.integer() else { return nil }
      if case .integer = kind { return Int32(clamping: integer) }
      return Table.none
    }
  }

  mutating func cell(_ bytes: LineReader.Bytes, _ kind: Field.Kind) -> Int32 {
    switch kind {
    case .text: return texts.number(of: bytes)
    case .code(let list):
      if let index = list.index(of: bytes) { return Int32(index) }
      return Table.unlisted + texts.number(of: bytes)
    case .day: return Day(isoBytes: bytes)?.rawValue ?? Table.none
    case .unit:
      guard let unit = Places.standard.unit(keyBytes: bytes) else { return Table.none }
      isNamed[unit.index] = true
      return Int32(unit.index)
    case .link(let kind):
      guard QuickFields.shared.kinds[kind.index].begins(bytes), let (_, _, row) = entityRow(bytes) else {
        return Table.none
      }
      return Int32(row)
    case .integer, .flag: return Table.none
    }
  }

  mutating func openCell(_ reader: inout LineReader) -> Int32? {
    guard reader.at < reader.end else { return nil }
    if reader.bytes[reader.at] == UInt8(ascii: "\"") {
      guard let range = reader.string()?.range else { return nil }
      let text = reader.unescaped(range)?.withUnsafeBufferPointer { texts.number(of: $0) }
      return -(text ?? texts.number(of: reader.slice(range))) - 1
    }
    if let integer = reader.integer() { return Int32(clamping: max(0, integer)) }
    return reader.skipScalar() ? Table.none : nil
  }
}

extension Field.Kind {
  /// A flag's number, for a field that is one.
  func flagCell(_ cell: Int32) -> Int32 {
    if case .flag = self { cell } else { Table.none }
  }
}
