extension Register {
  /// Whether a person's record is hidden for good, by a line that says `erase`.
  public func isErased(_ key: String) -> Bool {
    !erased.isEmpty && texts.find(key).map(erased.contains) == true
  }

  /// Takes in that a record is to be hidden: what was said of it is forgotten, what is said later is not taken in.
  mutating func erase(_ kind: EntityKind, _ key: Texts.ID, _ row: Int) {
    erased.insert(key)
    blank(kind, key, row)
  }

  /// Forgets what quick reading has written of records that are erased.
  mutating func forgetErased() {
    for key in erased {
      guard let kind = Register.kind(of: texts[key]), Int(key) < rows.count else { continue }
      let row = Int(rows[Int(key)])
      if row >= 0, tables[kind.index].exists(row) { blank(kind, key, row) }
    }
  }

  private mutating func blank(_ kind: EntityKind, _ key: Texts.ID, _ row: Int) {
    touch(kind, row)
    histories[key] = History()
    open.clear(key)
    for column in kind.fields.indices { put(Table.none, .column(Int16(column)), kind, key, row) }
    tables[kind.index].setConflicts(row, 0)
    tables[kind.index].firstLine[row] = -1
  }
}

/// What is to be erased of one person, and what that hides.
public struct Erasure: Sendable {
  /// The records that are hidden for good: the person's, the departures with their statuses, the incidents.
  public let records: [RecordID]
  /// The households that are deleted, as nobody else departs from them.
  public let households: [RecordID]

  public func count(_ kind: EntityKind) -> Int { records.filter { $0.kind == kind }.count }
}

extension Register {
  /// What belongs to the people of some records, those that were merged with them and those that were deleted included.
  public func erasure(of workers: [Int]) -> Erasure {
    let workers = Set(workers.flatMap(allMerged)).sorted()
    let departures = workers.flatMap {
      backlinks[Backlinks.Relation.departuresOfWorker.rawValue].children(of: $0)
    }
    let events = departures.flatMap {
      backlinks[Backlinks.Relation.eventsOfDeparture.rawValue].children(of: $0)
    }
    let incidents = (0..<count(.incident)).filter {
      link(Incident.worker, $0).map(workers.contains) == true
    }
    let households = Set(departures.compactMap { link(Departure.household, $0) }).filter { household in
      isRecord(.household, household)
        && self.departures(ofHousehold: household).allSatisfy(departures.contains)
    }
    let records = [
      (EntityKind.worker, workers), (.departure, departures), (.event, events), (.incident, incidents),
    ].flatMap { kind, rows in rows.filter { self[kind].exists($0) }.sorted().map { RecordID(kind, $0) } }
    return Erasure(records: records, households: households.sorted().map { RecordID(.household, $0) })
  }

  /// The records of workers with a citizen id, those that were deleted included.
  public func workers(ofCitizenId number: String) -> [Int] {
    guard let text = texts.find(number) else { return [] }
    return column(Worker.citizenId).rows(of: text)
  }

  /// The lines that erase a person, together.
  ///
  /// - Parameter decision: the number of the request or decision behind it; the lines name no person but by ids drawn
  ///   at random.
  public func erasing(_ erasure: Erasure, decision: String) -> [Change] {
    let hidden = erasure.records.map { record in
      Change(
        operations: [
          Operation(entity: key(record.kind, record.row), fields: [(key: "decision", value: .text(decision))])
        ], highest: highestNumber, action: .erase)
    }
    let deletion = change(
      erasure.households.map { record in
        let entity = key(record.kind, record.row)
        return Edit(entity, [(Household.deleted.key, .flag(true))], basis: basis(of: entity))
      })
    return Change.together(hidden + (deletion.isEmpty ? [] : [deletion]))
  }

  /// Whether an epoch drops what was said of an entity: it was erased, or is a household, or the class of one, that was
  /// deleted and from which nobody departs.
  func isDropped(_ key: String) -> Bool {
    if isErased(key) { return true }
    guard let record = row(of: key) else { return false }
    switch record.kind {
    case .household: return !isRecord(.household, record.row) && departures(ofHousehold: record.row).isEmpty
    case .review:
      return link(HouseholdReview.household, record.row).map { isDropped(self.key(.household, $0)) } ?? false
    default: return false
    }
  }
}
