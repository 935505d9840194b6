import Glibc

extension Register {
  /// Takes in the lines of one stretch of a segment.
  ///
  /// Bytes after the last line feed are a torn tail and are left out. A line that cannot be read is counted and
  /// hides nothing else.
  public mutating func fold(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count, let end = Register.lineFeed(buffer, from: start) {
        fold(buffer, start..<end)
        start = end + 1
      }
    }
    settle()
  }

  private static func lineFeed(_ buffer: LineReader.Bytes, from start: Int) -> Int? {
    guard let base = buffer.baseAddress, let found = memchr(base + start, 10, buffer.count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Takes in one line, or keeps it waiting for the rest of its group; what it says is still to be settled.
  mutating func fold(_ bytes: LineReader.Bytes, _ range: Range<Int>) {
    guard range.count < 65_536, Register.isText(bytes, range) else { return unreadable += 1 }
    var reader = LineReader(bytes, range)
    guard let parts = reader.parts() else { return foldCarefully(bytes, range) }
    fold(reader, parts)
  }

  mutating func fold(_ reader: LineReader, _ parts: LineReader.Parts) {
    guard parts.version <= LineLimits.version, let action = reader.action(parts) else { return setAside += 1 }
    guard let group = parts.group else { return take(reader, parts, action) }
    let name = texts.number(of: reader.slice(group))
    guard !groups.isWhole(name), let id = reader.id(parts) else { return take(reader, parts, action) }
    let line = Array(reader.bytes[reader.start..<reader.end])
    for line in groups.add(line, id, of: parts.groupSize, to: name) {
      line.withUnsafeBufferPointer { buffer in
        var reader = LineReader(buffer, 0..<buffer.count, isChecked: true)
        guard let parts = reader.parts(), let action = reader.action(parts) else { return }
        take(reader, parts, action)
      }
    }
  }

  private mutating func take(_ reader: LineReader, _ parts: LineReader.Parts, _ action: Action) {
    switch action {
    case .head, .see: return
    case .erase:
      guard let entity = parts.entity, let (kind, key, row) = entityRow(reader, entity) else {
        return setAside += 1
      }
      return erase(kind, key, row)
    case .set, .del, .choose, .merge, .tx: break
    }
    guard let id = reader.id(parts) else { return }
    let line = lines.append(id, number: parts.number, time: parts.time)
    if let operations = parts.operations {
      var operationReader = LineReader(reader.bytes, operations, isChecked: true)
      _ = operationReader.elements { element in
        var operation = LineReader.Parts()
        let isWhole = element.operation(&operation)
        if isWhole { say(reader, line, operation) }
        return isWhole
      }
    } else {
      say(reader, line, parts)
    }
  }

  /// Takes in what one line says of one entity.
  private mutating func say(_ reader: LineReader, _ line: Int32, _ parts: LineReader.Parts) {
    guard let entity = parts.entity, let (kind, key, row) = entityRow(reader, entity) else {
      return setAside += 1
    }
    touch(kind, row)
    var cells: [(slot: Saying.Slot, cell: Int32)] = []
    eachCell(reader, kind, parts.fields) { _, slot, cell in cells.append((slot, cell)) }
    say(kind, key, row, line, parts.replaces.map { lineIDs(reader, $0) } ?? [], cells)
  }

  /// Takes in what one line says of one entity, its values as numbers.
  mutating func say(
    _ kind: EntityKind, _ key: Texts.ID, _ row: Int, _ line: Int32, _ replaced: [LineID],
    _ said: [(slot: Saying.Slot, cell: Int32)]
  ) {
    guard erased.isEmpty || !erased.contains(key) else { return }
    if replaced.isEmpty, tables[kind.index].firstLine[row] < 0 {
      tables[kind.index].firstLine[row] = line
      for (slot, cell) in said { put(cell, slot, kind, key, row) }
      return
    }
    // A null that replaces nothing says nothing: a single line that holds it looks the same without it.
    let cells = replaced.isEmpty ? said.filter { $0.cell != Table.none } : said
    let saying = Saying(line: line, replaces: replaced, cells: cells)
    if histories.has(key) {
      // Of a line that was written twice the lower number counts, whichever arrives first.
      if let known = histories.add(saying, to: key, lines) { lines.lower(known, to: line) }
    } else {
      var history = firstSaying(kind, key, row)
      if let known = history.add(saying, lines) { return lines.lower(known, to: line) }
      histories[key] = history
    }
    unsettled[key] = RecordID(kind, row)
    // Somebody has spoken of it; who was the first is settled later.
    if tables[kind.index].firstLine[row] < 0 { tables[kind.index].firstLine[row] = line }
  }

  /// Writes what the histories that grew amount to into the columns: once for all that some lines said of a record.
  mutating func settle() {
    guard !unsettled.isEmpty else { return }
    let records = unsettled.sorted { $0.key < $1.key }
    unsettled.removeAll(keepingCapacity: true)
    for (key, record) in records where erased.isEmpty || !erased.contains(key) {
      if let history = histories[key] { settle(record.kind, key, record.row, history) }
    }
  }

  private mutating func settle(_ kind: EntityKind, _ key: Texts.ID, _ row: Int, _ history: History) {
    var conflicts = 0
    for (slot, claims) in history.allClaims(kind, lines) {
      if claims.count > 1 { conflicts += 1 }
      put(claims.first?.cell ?? Table.none, slot, kind, key, row)
    }
    tables[kind.index].setConflicts(row, conflicts)
    tables[kind.index].firstLine[row] = history.first(lines)
  }

  mutating func put(
    _ cell: Int32, _ slot: Saying.Slot, _ kind: EntityKind, _ key: Texts.ID, _ row: Int
  ) {
    switch slot {
    case .column(let index):
      if QuickFields.shared.kinds[kind.index].items[Int(index)].relation >= 0 {
        put(link: cell, kind.index, Int(index), row)
      }
      tables[kind.index].columns[Int(index)][row] = cell
    case .open(let name):
      open.set(key, name, cell)
    }
  }

  /// Puts a record into the chain of those that link to another, and takes it out of the one it was in.
  mutating func put(link cell: Int32, _ kind: Int, _ column: Int, _ row: Int) {
    let item = QuickFields.shared.kinds[kind].items[column]
    let known = tables[kind].columns[column][row]
    guard known != cell else { return }
    if known >= 0 {
      backlinks[item.relation].unlink(row, from: Int(known))
      touch(EntityKind.allCases[item.argument], Int(known))
    }
    if cell >= 0 {
      backlinks[item.relation].link(row, to: Int(cell))
      touch(EntityKind.allCases[item.argument], Int(cell))
    }
  }

  /// The one line that has spoken so far, as a history: its values are those of the columns.
  func firstSaying(_ kind: EntityKind, _ key: Texts.ID, _ row: Int) -> History {
    let table = tables[kind.index]
    var history = History()
    guard table.exists(row) else { return history }
    var cells: [(slot: Saying.Slot, cell: Int32)] = []
    for index in table.columns.indices where table.columns[index][row] != Table.none {
      cells.append((.column(Int16(index)), table.columns[index][row]))
    }
    for (name, cell) in open[key]?.cells ?? [:] where cell != Table.none { cells.append((.open(name), cell)) }
    history.add(Saying(line: table.firstLine[row], replaces: [], cells: cells))
    return history
  }

  private mutating func entityRow(_ reader: LineReader, _ range: Range<Int>) -> (EntityKind, Texts.ID, Int)? {
    guard let text = reader.unescaped(range) else { return entityRow(reader.slice(range)) }
    return text.withUnsafeBufferPointer { entityRow($0) }
  }

  /// The entity's row, made on first mention; nothing for a kind that this version does not know.
  mutating func entityRow(_ bytes: LineReader.Bytes) -> (EntityKind, Texts.ID, Int)? {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), let kind = Register.kind(bytes, slash) else {
      return nil
    }
    let key = texts.number(of: bytes)
    rows.grow(to: Int(key) + 1, Table.none)
    if rows[Int(key)] == Table.none { rows[Int(key)] = tables[kind.index].append(key: key) }
    return (kind, key, Int(rows[Int(key)]))
  }

  private static let kindNames = EntityKind.allCases.map { ($0, Array($0.rawValue.utf8)) }

  static func kind(_ bytes: LineReader.Bytes, _ slash: Int) -> EntityKind? {
    kindNames.first { bytes.isSame(as: $0.1, length: slash) }?.0
  }

  private func lineIDs(_ reader: LineReader, _ range: Range<Int>) -> [LineID] {
    var found: [LineID] = []
    var reader = reader.part(range)
    _ = reader.elements { element in
      guard let text = element.string()?.range else { return false }
      if let id = LineID(element.slice(text)) { found.append(id) }
      return true
    }
    return found
  }

  private static let fieldKeys = EntityKind.allCases.map { $0.fields.map { Array($0.key.utf8) } }

  private mutating func eachCell(
    _ reader: LineReader, _ kind: EntityKind, _ fields: Range<Int>?,
    _ take: (inout Register, Saying.Slot, Int32) -> Void
  ) {
    guard let fields else { return }
    var reader = LineReader(reader.bytes, fields, isChecked: true)
    let keys = Register.fieldKeys[kind.index]
    let declared = kind.fields
    var next = 0
    _ = reader.members { inner, key in
      let name = inner.slice(key)
      var index: Int?
      for step in keys.indices {
        let candidate = (next + step) % keys.count
        if name.isSame(as: keys[candidate]) {
          index = candidate
          break
        }
      }
      guard let index else {
        guard let cell = openCell(&inner) else { return false }
        let text = inner.unescaped(key)?.withUnsafeBufferPointer { texts.number(of: $0) }
        take(&self, .open(text ?? texts.number(of: name)), cell)
        return true
      }
      next = index + 1
      guard let cell = cell(&inner, declared[index].kind) else { return false }
      take(&self, .column(Int16(index)), cell)
      return true
    }
  }

  /// Whether the bytes are valid UTF-8 without NUL; almost all lines pass the quick look at eight bytes a time.
  static func isText(_ bytes: LineReader.Bytes, _ range: Range<Int>) -> Bool {
    let slice = LineReader.Bytes(rebasing: bytes[range.clamped(to: 0..<bytes.count)])
    guard let base = slice.baseAddress else { return false }
    if memchr(base, 0, slice.count) != nil { return false }
    return UTF8.isValid(slice)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether its first `length` bytes, or all of them, are those of an array.
  fileprivate func isSame(as other: [UInt8], length: Int? = nil) -> Bool {
    let length = length ?? count
    guard other.count == length, length <= count, let base = baseAddress else { return false }
    return other.withUnsafeBufferPointer { memcmp(base, $0.baseAddress ?? base, length) == 0 }
  }
}
