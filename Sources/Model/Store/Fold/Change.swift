/// One save: what is set on one or more entities together, on one line of the journal.
public struct Change: Sendable, Equatable, Identifiable {
  /// What the answer is known by: the id of the line, chosen beforehand, so that a retry is the same line.
  public let id: LineID
  public let operations: [Operation]
  /// The highest line number that was known; the new line is numbered above it.
  public let highest: Int
  /// What the line is called that holds one entity; several together are a `tx`.
  public let action: Action
  /// The changes that take effect together with it, once all have arrived.
  public private(set) var group: LineGroup?

  public init(
    id: LineID = .random(), operations: [Operation], highest: Int = 0, action: Action = .set
  ) {
    self.id = id
    self.operations = operations
    self.highest = highest
    self.action = action
  }

  /// The line that says it.
  var line: NewLine {
    operations.count == 1
      ? NewLine(action, operations, group: group, id: id) : .tx(operations, group: group, id: id)
  }

  /// The same changes as one group; a single one needs none.
  public static func together(_ changes: [Change]) -> [Change] {
    guard changes.count > 1 else { return changes }
    let group = LineGroup(size: changes.count)
    return changes.map { change in
      var change = change
      change.group = group
      return change
    }
  }

  public var isEmpty: Bool { operations.isEmpty }
}

/// A change being put together: entities, the fields to set, and what was known of each when its form was opened.
public struct Edit: Sendable {
  /// The entity, `kind/id`.
  public let entity: String
  public var fields: [(key: String, value: FieldValue)]
  /// The lines known when the form was opened; what arrived later is not replaced but stands beside it.
  public let basis: [LineID]

  public init(_ entity: String, _ fields: [(String, FieldValue)], basis: [LineID] = []) {
    self.entity = entity
    self.fields = fields.map { (key: $0.0, value: $0.1) }
    self.basis = basis
  }
}

extension Register {
  /// The change that makes these edits: only fields that differ from what their form knew, replacing what it knew.
  public func change(_ edits: [Edit], id: LineID = .random()) -> Change {
    Change(id: id, operations: edits.compactMap(operation), highest: highestNumber)
  }

  private func operation(_ edit: Edit) -> Operation? {
    guard let record = row(of: edit.entity) else {
      let fields = edit.fields.filter { $0.value != .none }
      return Operation(entity: edit.entity, fields: fields.map { (key: $0.key, value: wire($0.value)) })
    }
    var told = told(record)
    if !edit.basis.isEmpty { told = told.only { edit.basis.contains(lines.id($0)) } }
    let changed = edit.fields.filter { key, value in
      let standing = slot(key, record.kind).map { told.claims($0, lines) } ?? []
      return standing.count > 1 || !isSame(value, standing.first?.cell ?? Table.none, key, record.kind)
    }
    guard !changed.isEmpty else { return nil }
    let slots = Set(changed.compactMap { slot($0.key, record.kind) })
    let history = told.whole
    var replaced = history.standingLines(slots, lines)
    // Whoever fills in what was taken back contradicts nobody.
    if edit.basis.isEmpty { replaced = replaced.filter { history.isEmpty($0, slots) } }
    let isDeletion = changed.contains { $0.key == "deleted" && $0.value == .flag(true) }
    return Operation(
      entity: edit.entity,
      replaces: isDeletion ? told.own.lineIDs(lines) : replaced.map { lines.id($0) },
      fields: changed.map { (key: $0.key, value: wire($0.value)) })
  }

  func slot(_ key: String, _ kind: EntityKind) -> Saying.Slot? {
    if let index = kind.fields.firstIndex(where: { $0.key == key }) { return .column(Int16(index)) }
    return texts.find(key).map { .open($0) }
  }

  private func isSame(_ value: FieldValue, _ cell: Int32, _ key: String, _ kind: EntityKind) -> Bool {
    if let field = kind.fields.first(where: { $0.key == key }) {
      return self.value(cell, field.kind) == value
    }
    return wire(value) == openValue(cell)
  }

  private func openValue(_ cell: Int32) -> Value {
    if cell == Table.none { return .null }
    return cell < 0 ? .text(texts[-cell - 1]) : .integer(Int(cell))
  }

  func wire(_ value: FieldValue) -> Value {
    switch value {
    case .none: .null
    case .text(let text): .text(text.storable)
    case .code(let code): .text(code)
    case .day(let day): .text(day.iso)
    case .integer(let integer): .integer(integer)
    case .flag(let flag): .bool(flag)
    case .unit(let unit): .text(Places.standard.key(of: unit))
    case .link(let key): .text(key)
    }
  }

  /// The change that takes one line back: the values that stood before it, or a deletion of what it created.
  ///
  /// Nothing where later lines have replaced what it said.
  public func undoing(_ id: LineID) -> Change? {
    // A line that was written twice stands twice in the list.
    let copies = Set(lines.lines(of: id))
    guard !copies.isEmpty else { return nil }
    var operations: [Operation] = []
    for kind in EntityKind.allCases {
      let table = self[kind]
      for row in copies.flatMap({ table.firstLine.rows(of: $0) }) {
        guard histories[table.keys[row]] == nil, !isUsedElsewhere(kind, row, copies) else { continue }
        operations.append(withdrawal(of: kind, row, line: id))
      }
    }
    for (key, history) in histories {
      guard let saying = history.sayings.first(where: { copies.contains($0.line) }),
        let record = row(of: texts[key])
      else { continue }
      let isMade = copies.contains(self[record.kind].firstLine[record.row])
      if isMade, isDeleted(record) || isUsedElsewhere(record.kind, record.row, copies) { continue }
      let told = told(record)
      let isLast = saying.cells.allSatisfy { cell in
        told.history(cell.slot).live(cell.slot, lines).contains { $0.line == saying.line }
      }
      guard isLast else { return nil }
      if isMade, record.kind.hasDeletion {
        operations.append(withdrawal(of: record.kind, record.row, line: id))
      } else {
        operations += restoring(key, record.kind, saying, told.only { $0 != saying.line })
      }
    }
    return operations.isEmpty
      ? nil : Change(operations: operations.sorted { $0.entity < $1.entity }, highest: highestNumber)
  }

  /// The values that stood before a line spoke; where there were several, each in an operation of its own, so that
  /// they stand beside each other again.
  private func restoring(_ key: Texts.ID, _ kind: EntityKind, _ saying: Saying, _ earlier: Told)
    -> [Operation]
  {
    let before = saying.cells.map { (slot: $0.slot, cells: earlier.claims($0.slot, lines).map(\.cell)) }
    return (0..<max(1, before.map(\.cells.count).max() ?? 1)).map { turn in
      let fields = before.compactMap { slot, cells -> (key: String, value: Value)? in
        let cells = cells.isEmpty ? [Table.none] : cells
        return cells.indices.contains(turn) ? wire(cells[turn], slot, kind) : nil
      }
      return Operation(entity: texts[key], replaces: [lines.id(saying.line)], fields: fields)
    }
  }

  /// A field by its name, with a value as it is written.
  func wire(_ cell: Int32, _ slot: Saying.Slot, _ kind: EntityKind) -> (key: String, value: Value) {
    switch slot {
    case .column(let index):
      let field = kind.fields[Int(index)]
      return (field.key, wire(value(cell, field.kind)))
    case .open(let name): return (texts[name], openValue(cell))
    }
  }

  private func isDeleted(_ record: RecordID) -> Bool {
    let table = self[record.kind]
    return record.kind.fields.firstIndex { $0.key == "deleted" }.map { table.columns[$0][record.row] == 1 }
      ?? false
  }

  /// Whether departures by other lines need a worker, a household or its class that a line made; a class that was said
  /// without a departure is nobody else's.
  private func isUsedElsewhere(_ kind: EntityKind, _ row: Int, _ made: Set<Int32>) -> Bool {
    let departures: [Int]
    switch kind {
    case .worker: departures = self.departures(of: row)
    case .household: departures = self.departures(ofHousehold: row)
    case .review: departures = link(HouseholdReview.household, row).map(self.departures(ofHousehold:)) ?? []
    default: return false
    }
    let own = departures.filter { made.contains(self[.departure].firstLine[$0]) }
    return own.count < departures.count && (kind != .review || !own.isEmpty)
  }

  /// What takes a record back: it is marked as deleted, or emptied where its kind knows no deletion.
  private func withdrawal(of kind: EntityKind, _ row: Int, line: LineID) -> Operation {
    let entity = key(kind, row)
    if kind.hasDeletion {
      return Operation(
        entity: entity, replaces: basis(of: entity), fields: [(key: "deleted", value: .bool(true))])
    }
    let table = self[kind]
    let said = kind.fields.indices.filter { table.columns[$0][row] != Table.none }
    return Operation(
      entity: entity, replaces: [line], fields: said.map { (key: kind.fields[$0].key, value: .null) })
  }
}

extension EntityKind {
  /// Whether a record of this kind can be marked as deleted.
  fileprivate var hasDeletion: Bool { fields.contains { $0.key == "deleted" } }
}
