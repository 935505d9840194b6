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
  /// What it takes back or brings back, where it does.
  public let reversal: Reversal?

  public init(
    id: LineID = .random(), operations: [Operation], highest: Int = 0, action: Action = .set,
    reversal: Reversal? = nil
  ) {
    self.id = id
    self.operations = operations
    self.highest = highest
    self.action = action
    self.reversal = reversal
  }

  /// The departure that it makes or changes, where it does.
  public var departure: String? { operations.first { $0.entity.hasPrefix("departure/") }?.entity }

  /// The line that says it.
  var line: NewLine {
    NewLine(operations.count == 1 ? action : .tx, operations, group: group, reversal: reversal, id: id)
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
    if isErased(edit.entity) { return nil }
    guard let record = row(of: edit.entity) else {
      let fields = edit.fields.filter { $0.value != .none }
      return Operation(entity: edit.entity, fields: fields.map { (key: $0.key, value: wire($0.value)) })
    }
    var told = told(record)
    if !edit.basis.isEmpty {
      let basis = Set(edit.basis)
      told = told.only { basis.contains(lines.id($0)) }
    }
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

  /// A field by its name, with a value as it is written.
  func wire(_ cell: Int32, _ slot: Saying.Slot, _ kind: EntityKind) -> (key: String, value: Value) {
    switch slot {
    case .column(let index):
      let field = kind.fields[Int(index)]
      return (field.key, wire(value(cell, field.kind)))
    case .open(let name): return (texts[name], openValue(cell))
    }
  }
}
