/// All that is known: the fold of every line of every writer, whatever the order in which they arrived.
///
/// A value. It changes only by taking lines in; undo, correction and choice are lines too.
public struct Register: Sendable {
  var texts = Texts()
  var tables = EntityKind.allCases.map(Table.init)
  var lines = Lines()
  /// The row of the entity whose key is that text; `Table.none` for texts that are no entity's key.
  var rows = Column<Int32>()
  /// All that was said of entities of which more than one line speaks, or whose only line replaces others.
  var histories = Histories()
  /// Values of keys outside the declarations, such as `share.082@2023` and `override.W12`, by entity.
  var open = OpenValues()
  /// For each record those that link to it, by relation.
  var backlinks = Backlinks.Relation.allCases.map { _ in Backlinks() }
  /// Whether any record names a unit, by the unit's index.
  var isNamed = [Bool](repeating: false, count: Places.standard.count)
  /// The keys of the records that are hidden for good.
  var erased: Set<Texts.ID> = []
  /// The records of which something was said since their columns were written, by key; none between two foldings.
  var unsettled: [Texts.ID: RecordID] = [:]
  /// What has changed since somebody last asked; all, while nobody has.
  var changes = Changes.all
  var groups = Groups()
  /// Lines that were understood as lines but not taken in (newer version, unknown kind or action), and unreadable ones.
  public internal(set) var setAside = 0
  public internal(set) var unreadable = 0

  public init() {}

  /// How many lines have been taken in; a form remembers it to see whether something arrived since.
  public var lineCount: Int { lines.count }
  /// The highest line number known; the next line is numbered one more.
  public var highestNumber: Int { lines.highest }

  /// The table of a kind, looked at where it lies.
  subscript(kind: EntityKind) -> Table { _read { yield tables[kind.index] } }
}

extension Register: Equatable {
  /// Whether two folds amount to the same, whatever was noted of changes.
  public static func == (left: Register, right: Register) -> Bool {
    left.texts == right.texts && left.tables == right.tables && left.lines == right.lines
      && left.rows == right.rows && left.histories == right.histories && left.open == right.open
      && left.backlinks == right.backlinks && left.isNamed == right.isNamed && left.groups == right.groups
      && left.erased == right.erased
      && left.setAside == right.setAside && left.unreadable == right.unreadable
  }
}

/// One record of a register: which kind and which row.
public struct RecordID: Hashable, Sendable {
  public let kind: EntityKind
  public let row: Int

  public init(_ kind: EntityKind, _ row: Int) {
    self.kind = kind
    self.row = row
  }
}

// MARK: Reading

extension Register {
  /// How many rows a kind has, those only referred to included.
  public func count(_ kind: EntityKind) -> Int { self[kind].count }

  /// The rows that are records and not deleted.
  public func records(_ kind: EntityKind) -> [Int] {
    let table = self[kind]
    let deleted = kind.deletion.map { table.columns[$0] }
    return (0..<table.count).filter { table.exists($0) && deleted?[$0] ?? 0 != 1 }
  }

  /// Whether a row is a record and not deleted.
  func isRecord(_ kind: EntityKind, _ row: Int) -> Bool {
    let index = kind.index
    guard row >= 0, row < tables[index].count, tables[index].exists(row) else { return false }
    return kind.deletion.map { tables[index].columns[$0][row] != 1 } ?? true
  }

  /// The records that link to one and are not deleted, in the order of rows.
  func linked(_ relation: Backlinks.Relation, to row: Int) -> [Int] {
    let kind = relation.kind
    var rows: [Int] = []
    // A closure would hold and let go of the columns.
    var child = backlinks[relation.rawValue].latest(of: row)
    while child >= 0 {
      if isRecord(kind, child) { rows.append(child) }
      child = backlinks[relation.rawValue].before(child)
    }
    if rows.count > 1 { rows.sort() }
    return rows
  }

  /// The departures of one worker that are not deleted.
  public func departures(of worker: Int) -> [Int] { linked(.departuresOfWorker, to: worker) }

  /// The departures from one household that are not deleted.
  public func departures(ofHousehold household: Int) -> [Int] {
    linked(.departuresOfHousehold, to: household)
  }

  /// The reviews of one household.
  public func reviews(of household: Int) -> [Int] { linked(.reviewsOfHousehold, to: household) }

  /// The column of a field: one number a row.
  func column(_ field: Field) -> Column<Int32> {
    EntityKind.column(of: field).map { tables[field.entity.index].columns[$0] } ?? Column()
  }

  func cell(_ field: Field, _ row: Int) -> Int32 {
    let kind = field.entity.index
    guard row >= 0, row < tables[kind].count, let index = EntityKind.column(of: field) else {
      return Table.none
    }
    return tables[kind].columns[index][row]
  }

  public func value(_ field: Field, _ row: Int) -> FieldValue { value(cell(field, row), field.kind) }

  public func text(_ field: Field, _ row: Int) -> String? {
    if case .text(let text) = value(field, row) { text } else { nil }
  }

  public func code(_ field: Field, _ row: Int) -> String? {
    if case .code(let code) = value(field, row) { code } else { nil }
  }

  public func day(_ field: Field, _ row: Int) -> Day? {
    let cell = cell(field, row)
    return cell == Table.none ? nil : Day(rawValue: cell)
  }

  public func integer(_ field: Field, _ row: Int) -> Int? {
    let cell = cell(field, row)
    return cell == Table.none ? nil : Int(cell)
  }

  public func unit(_ field: Field, _ row: Int) -> UnitID? {
    let cell = cell(field, row)
    return cell == Table.none ? nil : UnitID(index: Int(cell))
  }

  public func flag(_ field: Field, _ row: Int) -> Bool { cell(field, row) == 1 }

  /// The row of the record that a field links to.
  public func link(_ field: Field, _ row: Int) -> Int? {
    let cell = cell(field, row)
    return cell == Table.none ? nil : Int(cell)
  }

  /// The key of a record, `kind/id`.
  public func key(_ kind: EntityKind, _ row: Int) -> String {
    row >= 0 && row < tables[kind.index].count ? texts[tables[kind.index].keys[row]] : ""
  }

  /// The row of an entity by its key; `nil` when no line has told of it.
  public func row(of key: String) -> RecordID? {
    var key = key
    return key.withUTF8 { row(of: $0) }
  }

  func row(of key: LineReader.Bytes) -> RecordID? {
    guard let slash = key.firstIndex(of: UInt8(ascii: "/")), let kind = Register.kind(key, slash),
      let text = texts.find(key)
    else { return nil }
    let row = Int(text) < rows.count ? rows[Int(text)] : Table.none
    return row != Table.none && self[kind].exists(Int(row)) ? RecordID(kind, Int(row)) : nil
  }

  static func kind(of key: String) -> EntityKind? {
    key.firstIndex(of: "/").flatMap { EntityKind(rawValue: String(key[..<$0])) }
  }

  func value(_ cell: Int32, _ kind: Field.Kind) -> FieldValue {
    guard cell != Table.none else { return .none }
    switch kind {
    case .text: return .text(texts[cell])
    case .code(let list):
      if cell >= Table.unlisted { return .code(texts[cell - Table.unlisted]) }
      return list.code(at: Int(cell)).map { .code($0) } ?? .none
    case .day: return Day(rawValue: cell).map { .day($0) } ?? .none
    case .integer: return .integer(Int(cell))
    case .flag: return .flag(cell == 1)
    case .unit: return UnitID(index: Int(cell)).map { .unit($0) } ?? .none
    case .link(let kind): return .link(key(kind, Int(cell)))
    }
  }

  /// The values of keys outside the declarations that begin with `prefix`, the prefix taken off.
  public func openValues(_ kind: EntityKind, _ row: Int, prefix: String) -> [(key: String, value: OpenValue)]
  {
    guard row >= 0, row < tables[kind.index].count, let values = open[tables[kind.index].keys[row]] else {
      return []
    }
    return values.cells.compactMap { name, cell -> (key: String, value: OpenValue)? in
      let name = texts[name]
      guard name.hasPrefix(prefix), cell != Table.none else { return nil }
      let value: OpenValue = cell >= 0 ? .integer(Int(cell)) : .text(texts[-cell - 1])
      return (String(name.dropFirst(prefix.count)), value)
    }.sorted { $0.key < $1.key }
  }

  public enum OpenValue: Hashable, Sendable {
    case integer(Int)
    case text(String)
  }
}

// MARK: What a form remembers

extension Register {
  /// The lines that have spoken of an entity: what a change made now replaces.
  public func basis(of key: String) -> [LineID] {
    guard let text = texts.find(key) else { return [] }
    guard let record = row(of: key) else { return [] }
    if record.kind == .worker, merged(record.row).count > 1 { return told(record).whole.lineIDs(lines) }
    if let history = histories[text] { return history.lineIDs(lines) }
    return [lines.id(self[record.kind].firstLine[record.row])]
  }
}
