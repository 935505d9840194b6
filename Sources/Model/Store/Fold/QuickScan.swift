import Glibc

/// Lines exactly as this program writes them, read at one go into plain numbers, without touching the register.
///
/// What is written in any other way, and whatever is rare, is left to `LineReader`; both agree on every line (property
/// test). It reads only what lies within the bytes, and any number of stretches can be read at the same time.
struct QuickScan: Sendable {
  /// One value of one field.
  struct Cell: Sendable {
    enum Form: UInt8, Sendable {
      /// `number` is the cell.
      case ready
      /// The cell is the number of a text, with or without the mark of codes that no list knows.
      case text, unlisted
      /// The cell is the row of the record of this key, whose kind is `number`.
      case link
      /// The cell is the row of the record of which the same line has told already: the saying of this number.
      case sibling
      /// `number` is the cell, a unit.
      case unit
    }

    var column: Int32
    var form: Form
    var number: Int32
    /// Where the text stands.
    var start: Int32 = 0
    var length: Int32 = 0
    var hash: UInt32 = 0
  }

  /// What one line says of one entity.
  struct Saying: Sendable {
    let kind: Int32
    let start: Int32
    let length: Int32
    let hash: UInt32
    /// The line ids between the brackets of `s`; empty where there are none.
    let replaces: Range<Int32>
    let cells: Range<Int>
  }

  struct Line: Sendable {
    let range: Range<Int>
    /// Whether the rest is filled in; else the line is to be read by the careful reader.
    var isQuick = false
    var id = LineID(high: 0, low: 0)
    var number: Int = 0
    var time: Int64 = 0
    var sayings: Range<Int32> = 0..<0
  }

  private(set) var lines: [Line] = []
  private(set) var sayings: [Saying] = []
  private(set) var cells: [Cell] = []
  /// By kind, how many records may be mentioned for the first time.
  private(set) var mostRows = [Int32](repeating: 0, count: EntityKind.allCases.count)
  /// The first saying of the line that is being read.
  private var firstSaying = 0

  /// Reads the lines in these ranges of the bytes, of which there may be at most 2 GiB.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ ranges: ArraySlice<Range<Int>>) {
    lines.reserveCapacity(ranges.count)
    sayings.reserveCapacity(ranges.count * 5)
    cells.reserveCapacity(ranges.count * 25)
    let fields = QuickFields.shared
    for range in ranges {
      var line = Line(range: range)
      let (said, celled) = (sayings.count, cells.count)
      firstSaying = said
      if range.upperBound <= Int(Int32.max), range.count < LineLimits.bytes, let base = bytes.baseAddress,
        Register.isText(bytes, range)
      {
        var reader = Reader(base: base, at: range.lowerBound, end: range.upperBound)
        line.isQuick = read(&reader, &line, fields)
      }
      if line.isQuick {
        line.sayings = Int32(said)..<Int32(sayings.count)
      } else {
        sayings.removeSubrange(said...)
        cells.removeSubrange(celled...)
      }
      lines.append(line)
    }
  }

  private mutating func read(
    _ reader: inout Reader, _ line: inout Line, _ fields: QuickFields
  ) -> Bool {
    guard reader.eat("{\"v\":1,\"i\":\""), let id = reader.id(), reader.eat("\",\"n\":"),
      let number = reader.whole(), number > 0, reader.eat(",\"t\":\"")
    else { return false }
    let time = reader.at
    guard reader.skipText() else { return false }
    line.time = LineReader.digits(
      LineReader.Bytes(start: reader.base + time, count: reader.at - 1 - time))
    guard reader.eat(",\"u\":\""), reader.skipText(), reader.eat(",\"a\":\"") else { return false }
    (line.id, line.number) = (id, number)
    if reader.eat("tx\",\"o\":[") {
      let limit = cells.count + LineLimits.fields
      repeat {
        guard reader.eat("{"), read(&reader, fields), cells.count <= limit else { return false }
      } while reader.eat(",")
      guard reader.eat("]") else { return false }
    } else {
      // The closing brace of the fields' owner is the line's own here.
      guard reader.eat("set\",") || reader.eat("choose\",") || reader.eat("merge\","),
        read(&reader, fields, isAlone: true)
      else { return false }
    }
    return reader.eat(",\"h\":\"") && reader.skipText() && reader.eat("}") && reader.at == reader.end
  }

  /// Reads `"e":"…","s":[…],"f":{…}`, and the brace after it unless it stands alone.
  private mutating func read(
    _ reader: inout Reader, _ fields: QuickFields, isAlone: Bool = false
  ) -> Bool {
    guard reader.eat("\"e\":\"") else { return false }
    let start = reader.at
    guard reader.skipText() else { return false }
    let key = UnsafeBufferPointer(start: reader.base + start, count: reader.at - 1 - start)
    guard let kind = fields.kinds.firstIndex(where: { $0.begins(key) }) else { return false }
    var replaces = Int32(reader.at)..<Int32(reader.at)
    if reader.eat(",\"s\":[") {
      let first = reader.at
      repeat {
        guard reader.eat("\""), reader.id() != nil, reader.eat("\"") else { return false }
      } while reader.eat(",")
      replaces = Int32(first)..<Int32(reader.at)
      guard reader.eat("]") else { return false }
    }
    guard reader.eat(",\"f\":{") else { return false }
    let before = cells.count
    if !reader.eat("}") {
      guard read(&reader, fields, fields.kinds[kind]) else { return false }
    }
    guard isAlone || reader.eat("}") else { return false }
    mostRows[kind] += 1
    sayings.append(
      Saying(
        kind: Int32(kind), start: Int32(start), length: Int32(key.count), hash: TextIndex.hash(key),
        replaces: replaces, cells: before..<cells.count))
    return true
  }

  /// Reads fields up to and with the brace that ends them.
  private mutating func read(
    _ reader: inout Reader, _ fields: QuickFields, _ kind: QuickFields.Kind
  ) -> Bool {
    var next = 0
    var seen: UInt64 = 0
    repeat {
      guard reader.eat("\"") else { return false }
      var column = -1
      for step in 0..<kind.count {
        let candidate = next + step < kind.count ? next + step : next + step - kind.count
        if reader.eatKey(kind.items[candidate]) {
          column = candidate
          break
        }
      }
      // Keys outside the declarations are rare, and a key that stands twice spoils its line.
      guard column >= 0, seen & (1 << UInt64(column)) == 0, reader.eat(":") else { return false }
      seen |= 1 << UInt64(column)
      next = column + 1
      guard let cell = value(&reader, fields, kind.items[column], Int32(column)) else { return false }
      cells.append(cell)
    } while reader.eat(",")
    return reader.eat("}")
  }

  @inline(__always)
  private mutating func value(
    _ reader: inout Reader, _ fields: QuickFields, _ field: QuickFields.Item, _ column: Int32
  ) -> Cell? {
    if reader.eat("\"") {
      let start = reader.at
      guard reader.skipText() else { return nil }
      let text = UnsafeBufferPointer(start: reader.base + start, count: reader.at - 1 - start)
      return cell(text, Int32(start), reader.base, fields, field, column)
    }
    var cell = Cell(column: column, form: .ready, number: Table.none)
    if reader.eat("null") { return cell }
    if reader.eat("true") {
      if field.form == .flag { cell.number = 1 }
    } else if reader.eat("false") {
      if field.form == .flag { cell.number = 0 }
    } else {
      guard let whole = reader.whole() else { return nil }
      if field.form == .integer { cell.number = Int32(clamping: whole) }
    }
    return cell
  }

  @inline(__always)
  private mutating func cell(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int32, _ base: UnsafePointer<UInt8>,
    _ fields: QuickFields, _ field: QuickFields.Item, _ column: Int32
  ) -> Cell {
    var cell = Cell(column: column, form: .ready, number: Table.none, start: start, length: Int32(text.count))
    switch field.form {
    case .text:
      cell.form = .text
      cell.hash = TextIndex.hash(text)
    case .code:
      cell.hash = TextIndex.hash(text)
      if let index = fields.code(text, cell.hash, list: field.argument) {
        cell.number = index
      } else {
        cell.form = .unlisted
      }
    case .day: cell.number = Day(isoBytes: text)?.rawValue ?? Table.none
    case .unit:
      if let unit = Places.standard.unit(keyBytes: text) {
        (cell.form, cell.number) = (.unit, Int32(unit.index))
      }
    case .link:
      guard fields.kinds[field.argument].begins(text) else { break }
      if let sibling = sibling(text, base) {
        (cell.form, cell.number) = (.sibling, sibling)
      } else {
        (cell.form, cell.number) = (.link, Int32(field.argument))
        mostRows[field.argument] += 1
        cell.hash = TextIndex.hash(text)
      }
    case .integer, .flag: break
    }
    return cell
  }

  /// The saying of the same line, before this one, that is about the record of a key.
  private func sibling(_ key: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>) -> Int32? {
    for index in firstSaying..<sayings.count
    where Int(sayings[index].length) == key.count
      && key.baseAddress.isSame(base + Int(sayings[index].start), key.count)
    {
      return Int32(index)
    }
    return nil
  }
}

extension QuickFields.Kind {
  /// Whether a key is one of this kind.
  @inline(__always)
  func begins(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    key.count >= prefixLength && key.baseAddress.isSame(prefix, prefixLength)
  }
}
