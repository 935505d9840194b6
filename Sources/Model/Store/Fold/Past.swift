/// One field of a record as one line changed it.
public struct PastChange: Sendable {
  public let record: RecordID
  /// What is declared of the field, where it is.
  public let field: Field?
  public let key: String
  public let line: LineID
  /// The number of the line among all that its writer knew.
  public let number: Int
  /// Whether the line made the record, of which this is the field that says most.
  public let isFirst: Bool
  /// The value that the line replaced; none where it replaced nothing.
  public let from: FieldValue
  public let to: FieldValue
}

extension Register {
  /// Everything that lines have changed of some records, the latest first.
  public func past(of records: [RecordID]) -> [PastChange] {
    let all = records.flatMap { record -> [(line: Int32, change: PastChange)] in
      let told = told(record)
      return told.own.sayings.flatMap { saying in
        changes(by: saying, of: record, told.whole).map { (saying.line, $0) }
      }
    }
    return all.enumerated().sorted { left, right in
      left.element.line != right.element.line
        ? lines.isHigher(left.element.line, than: right.element.line) : left.offset < right.offset
    }.map(\.element.change)
  }

  /// The records whose lines are the history of one: of a departure also its person's and its statuses, of a household
  /// also its classes, those that were taken back included.
  public func pastRecords(of key: String) -> [RecordID] {
    guard let record = row(of: key) else { return [] }
    func linked(_ relation: Backlinks.Relation) -> [RecordID] {
      let kind = relation.field.entity
      return backlinks[relation.rawValue].children(of: record.row).filter { self[kind].exists($0) }.sorted()
        .map { RecordID(kind, $0) }
    }
    switch record.kind {
    case .departure:
      let people = link(Departure.worker, record.row).map(merged) ?? []
      return [record] + people.map { RecordID(.worker, $0) } + linked(.eventsOfDeparture)
    case .household: return [record] + linked(.reviewsOfHousehold)
    default: return [record]
    }
  }

  /// The records whose lines are the history of a clause of the plan.
  public func pastRecords(ofTask task: String) -> [RecordID] {
    [TaskUpdate.task, TaskDeadline.task].flatMap { field in
      (0..<count(field.entity)).filter { self[field.entity].exists($0) && text(field, $0) == task }
        .map { RecordID(field.entity, $0) }
    }
  }

  /// Whether a field is told of when its record is made: what the record belongs to says little more than its place.
  private func isTold(_ slot: Saying.Slot, _ kind: EntityKind) -> Bool {
    // Why a commune is excused stands in the first line of a report.
    if kind == .report { return slot.column.map { kind.fields[$0].key } == PeriodReport.note.key }
    guard [.worker, .departure, .event, .incident].contains(kind), let column = slot.column else {
      return false
    }
    if case .link = kind.fields[column].kind { return false }
    return true
  }

  private func changes(by saying: Saying, of record: RecordID, _ history: History) -> [PastChange] {
    let table = self[record.kind]
    func change(_ slot: Saying.Slot, _ cell: Int32, isFirst: Bool) -> PastChange {
      let field = slot.column.map { record.kind.fields[$0] }
      func value(_ cell: Int32) -> FieldValue {
        field.map { self.value(cell, $0.kind) } ?? openField(cell)
      }
      let replaced = history.sayings.filter {
        saying.replaces.contains(lines.id($0.line)) && $0.cell(slot) != nil
      }
      let before = replaced.max { lines.isHigher($1.line, than: $0.line) }?.cell(slot)
      return PastChange(
        record: record, field: field, key: name(slot, record.kind.fields), line: lines.id(saying.line),
        number: Int(lines.numbers[Int(saying.line)]), isFirst: isFirst,
        from: value(before ?? Table.none), to: value(cell))
    }
    guard saying.line != table.firstLine[record.row] else {
      let index = record.kind.fields.firstIndex { $0.key == record.kind.main.key } ?? 0
      let slot = Saying.Slot.column(Int16(index))
      let others = saying.cells.filter {
        $0.slot != slot && $0.cell != Table.none && isTold($0.slot, record.kind)
      }
      return [change(slot, saying.cell(slot) ?? Table.none, isFirst: true)]
        + others.map { change($0.slot, $0.cell, isFirst: false) }
    }
    return saying.cells.map { change($0.slot, $0.cell, isFirst: false) }.filter { $0.from != $0.to }
  }
}

extension EntityKind {
  /// The field that says most of a record.
  fileprivate var main: Field {
    switch self {
    case .worker: Worker.fullName
    case .household: Household.key
    case .departure: Departure.market
    case .event: StatusEvent.status
    case .review: HouseholdReview.outcome
    case .incident: Incident.type
    case .report: PeriodReport.state
    case .target: TargetVersion.value
    case .mark: UnitMark.value
    case .update: TaskUpdate.percent
    case .deadline: TaskDeadline.due
    case .count: DepartureCount.value
    case .task: OwnTask.title
    }
  }
}
