extension Register {
  /// The change that takes one line back: the values that stood before it, or a deletion of what it created.
  ///
  /// Nothing where lines of others have replaced what it said, or have said more of a record that it created: what
  /// they said stays.
  /// - Parameters:
  ///   - later: what its writer has written since, which has been taken back and amounts to nothing.
  ///   - kind: whether the line is a save, or one that took a save back.
  public func undoing(
    _ id: LineID, after later: Set<LineID> = [], as kind: Reversal.Kind = .undo, id line: LineID = .random()
  ) -> Change? {
    var operations: [Operation] = []
    // A line that was written twice stands twice in the list.
    let copies = Set(lines.lines(of: id))
    for record in records(saidBy: copies) {
      let isMade = copies.contains(self[record.kind].firstLine[record.row])
      if isMade, isDeleted(record) || isUsedElsewhere(record.kind, record.row, copies) { continue }
      if isMade, record.kind == .departure, isFollowed(record.row, copies) { return nil }
      guard let history = histories[self[record.kind].keys[record.row]] else {
        operations.append(withdrawal(of: record.kind, record.row, line: id))
        continue
      }
      guard let saying = history.sayings.first(where: { copies.contains($0.line) }) else { continue }
      let told = told(record)
      let over = saying.cells.map { told.history($0.slot).over(saying.line, $0.slot, lines, by: later) }
      guard over.allSatisfy({ $0 != nil }) else { return nil }
      if isMade, record.kind.deletion != nil {
        guard history.sayings.allSatisfy({ isOwn($0, copies, later) }) else { return nil }
        operations.append(withdrawal(of: record.kind, record.row, line: id))
      } else {
        operations += restoring(record, saying, over.map { $0 ?? [] }, later)
      }
    }
    return operations.isEmpty
      ? nil
      : Change(
        id: line, operations: operations.sorted { $0.entity < $1.entity }, highest: highestNumber,
        reversal: Reversal(kind, id))
  }

  /// The records of which a line says anything.
  public func records(saidBy id: LineID) -> [RecordID] { records(saidBy: Set(lines.lines(of: id))) }

  private func records(saidBy copies: Set<Int32>) -> [RecordID] {
    var records: [RecordID] = []
    for kind in EntityKind.allCases {
      let table = self[kind]
      for row in copies.flatMap({ table.firstLine.rows(of: $0) }) where histories[table.keys[row]] == nil {
        records.append(RecordID(kind, row))
      }
    }
    return records + histories.keys(saidBy: copies).compactMap { row(of: texts[$0]) }
  }

  /// Whether a line is one of these, or was written later by the same writer, or says nothing.
  private func isOwn(_ saying: Saying, _ copies: Set<Int32>, _ later: Set<LineID>) -> Bool {
    copies.contains(saying.line) || later.contains(lines.id(saying.line))
      || saying.cells.allSatisfy { $0.cell == Table.none }
  }

  /// The values that stood before a line spoke; where there were several, each in an operation of its own, so that
  /// they stand beside each other again.
  ///
  /// - Parameters:
  ///   - over: for each of its cells the line itself and those that took what replaced it back.
  ///   - later: what its writer has written since; a deletion that comes back hides these lines too.
  private func restoring(_ record: RecordID, _ saying: Saying, _ over: [Set<Int32>], _ later: Set<LineID>)
    -> [Operation]
  {
    let told = told(record)
    var replaced = Set<Int32>()
    let before = told.only { $0 != saying.line && !later.contains(lines.id($0)) }
    var values: [(slot: Saying.Slot, cells: [Int32])] = []
    for (cell, over) in zip(saying.cells, over) {
      let live = told.history(cell.slot).live(cell.slot, lines).map(\.line)
      replaced.formUnion(over.intersection(live))
      let earlier = before.claims(cell.slot, lines).map(\.cell)
      values.append((cell.slot, earlier.isEmpty ? [Table.none] : earlier))
      if let deletion = record.kind.deletion, cell.slot == .column(Int16(deletion)), earlier.contains(1) {
        replaced.formUnion(told.own.sayings.map(\.line).filter { later.contains(lines.id($0)) })
      }
    }
    let names = replaced.map { lines.id($0) }.sorted()
    return (0..<max(1, values.map(\.cells.count).max() ?? 1)).map { turn in
      let fields = values.compactMap { slot, cells -> (key: String, value: Value)? in
        cells.indices.contains(turn) ? wire(cells[turn], slot, record.kind) : nil
      }
      return Operation(entity: key(record.kind, record.row), replaces: names, fields: fields)
    }
  }

  private func isDeleted(_ record: RecordID) -> Bool {
    record.kind.deletion.map { self[record.kind].columns[$0][record.row] == 1 } ?? false
  }

  /// Whether departures by other lines need a worker, a household or its class that a line made, or an incident the
  /// worker, or a class the household; a class that was said without a departure is nobody else's.
  private func isUsedElsewhere(_ kind: EntityKind, _ row: Int, _ made: Set<Int32>) -> Bool {
    let departures: [Int]
    switch kind {
    case .worker:
      let incidents = records(.incident).filter { link(Incident.worker, $0) == row }
      if incidents.contains(where: { !made.contains(self[.incident].firstLine[$0]) }) { return true }
      departures = self.departures(of: row)
    case .household:
      if reviews(of: row).contains(where: { !made.contains(self[.review].firstLine[$0]) }) { return true }
      departures = self.departures(ofHousehold: row)
    case .review: departures = link(HouseholdReview.household, row).map(self.departures(ofHousehold:)) ?? []
    default: return false
    }
    let own = departures.filter { made.contains(self[.departure].firstLine[$0]) }
    return own.count < departures.count && (kind != .review || !own.isEmpty)
  }

  /// Whether other lines have changed the status of a departure since.
  private func isFollowed(_ departure: Int, _ made: Set<Int32>) -> Bool {
    linked(.eventsOfDeparture, to: departure).contains { !made.contains(self[.event].firstLine[$0]) }
  }

  /// What takes a record back: it is marked as deleted, or emptied where its kind knows no deletion.
  private func withdrawal(of kind: EntityKind, _ row: Int, line: LineID) -> Operation {
    let entity = key(kind, row)
    if kind.deletion != nil {
      return Operation(
        entity: entity, replaces: basis(of: entity), fields: [(key: "deleted", value: .bool(true))])
    }
    let table = self[kind]
    let said = kind.fields.indices.filter { table.columns[$0][row] != Table.none }
    return Operation(
      entity: entity, replaces: [line], fields: said.map { (key: kind.fields[$0].key, value: .null) })
  }
}

extension History {
  /// A line, and those of its writer that replaced what it says of a field and then took that back; `nil` where
  /// others have replaced it.
  fileprivate func over(
    _ line: Int32, _ slot: Saying.Slot, _ lines: Lines, by later: Set<LineID>
  ) -> Set<Int32>? {
    var found: Set = [line]
    var waiting = [line]
    while let next = waiting.popLast() {
      let id = lines.id(next)
      for saying in sayings
      where !found.contains(saying.line) && saying.replaces.contains(id) && saying.cell(slot) != nil {
        guard later.contains(lines.id(saying.line)) else { return nil }
        found.insert(saying.line)
        waiting.append(saying.line)
      }
    }
    return found
  }
}
