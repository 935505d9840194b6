/// One save: what is set on one or more entities together, on one line of the journal.
public struct Change: Sendable, Equatable, Identifiable {
  /// What the answer is known by: the id of the line, chosen beforehand, so that a retry is the same line.
  public let id: LineID
  public let operations: [Operation]
  /// The highest line number that was known; the new line is numbered above it.
  public let highest: Int

  public init(id: LineID = .random(), operations: [Operation], highest: Int = 0) {
    self.id = id
    self.operations = operations
    self.highest = highest
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
  /// The change that makes these edits: only fields that differ, replacing only lines that still stand.
  public func change(_ edits: [Edit], id: LineID = .random()) -> Change {
    Change(id: id, operations: edits.compactMap(operation), highest: highestNumber)
  }

  private func operation(_ edit: Edit) -> Operation? {
    let record = row(of: edit.entity)
    let changed = edit.fields.filter { key, value in
      guard let record, let field = record.kind.fields.first(where: { $0.key == key }) else {
        return value != .none
      }
      return conflictCount(record.kind, record.row) > 0 || self.value(field, record.row) != value
    }
    guard !changed.isEmpty || record == nil else { return nil }
    return Operation(
      entity: edit.entity,
      replaces: replaced(edit.entity, changed.map(\.key), edit.basis),
      fields: changed.map { (key: $0.key, value: wire($0.value)) })
  }

  /// The lines that set one of these fields, still stand, and were known.
  private func replaced(_ entity: String, _ keys: [String], _ basis: [LineID]) -> [LineID] {
    guard !basis.isEmpty, let record = row(of: entity), let text = texts.find(entity) else { return [] }
    let history = histories[text] ?? firstSaying(record.kind, text, record.row)
    let slots = Set(
      keys.compactMap { key -> Saying.Slot? in
        if let index = record.kind.fields.firstIndex(where: { $0.key == key }) {
          return .column(Int16(index))
        }
        return texts.find(key).map { .open($0) }
      })
    return history.standingLines(slots, lines).map { lines.id($0) }.filter(basis.contains)
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
    guard let line = lines.ids.lastIndex(of: id).map(Int32.init) else { return nil }
    var operations: [Operation] = []
    for kind in EntityKind.allCases {
      let table = self[kind]
      for row in 0..<table.count where table.firstLine[row] == line {
        guard histories[table.keys[row]] == nil, !isUsedElsewhere(kind, row, line) else { continue }
        operations.append(withdrawal(of: kind, row, line: id))
      }
    }
    for (key, history) in histories {
      guard let saying = history.sayings.first(where: { $0.line == line }), let record = row(of: texts[key])
      else {
        continue
      }
      let isLast = saying.cells.allSatisfy { history.standing($0.slot, lines).contains { $0.line == line } }
      guard isLast else { return nil }
      let earlier = history.without(line)
      let fields = saying.cells.map { cell -> (key: String, value: Value) in
        let before = earlier.standing(cell.slot, lines).first?.cell ?? Table.none
        switch cell.slot {
        case .column(let index):
          let field = record.kind.fields[Int(index)]
          return (field.key, wire(value(before, field.kind)))
        case .open(let name):
          return (texts[name], before == Table.none ? .null : .integer(Int(before)))
        }
      }
      operations.append(Operation(entity: texts[key], replaces: [id], fields: fields))
    }
    return operations.isEmpty
      ? nil : Change(operations: operations.sorted { $0.entity < $1.entity }, highest: highestNumber)
  }

  /// Whether a worker or household that a line made has got departures by other lines since.
  private func isUsedElsewhere(_ kind: EntityKind, _ row: Int, _ line: Int32) -> Bool {
    let links: [Int32]
    switch kind {
    case .worker: links = column(Departure.worker)
    case .household: links = column(Departure.household)
    default: return false
    }
    let departures = self[.departure]
    return links.indices.contains { links[$0] == Int32(row) && departures.firstLine[$0] != line }
  }

  /// What takes a record back: it is marked as deleted, or emptied where its kind knows no deletion.
  private func withdrawal(of kind: EntityKind, _ row: Int, line: LineID) -> Operation {
    let entity = key(kind, row)
    if kind.fields.contains(where: { $0.key == "deleted" }) {
      return Operation(entity: entity, replaces: [], fields: [(key: "deleted", value: .bool(true))])
    }
    let table = self[kind]
    let said = kind.fields.indices.filter { table.columns[$0][row] != Table.none }
    return Operation(
      entity: entity, replaces: [line], fields: said.map { (key: kind.fields[$0].key, value: .null) })
  }
}
