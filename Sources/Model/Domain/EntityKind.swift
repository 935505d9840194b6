/// What the journal keeps, each with its one list of fields.
public enum EntityKind: String, CaseIterable, Sendable {
  case worker, household, departure, event, review, incident, report, target, mark, update, deadline, count,
    task

  /// The fields of this kind, in the order in which they are written.
  public var fields: [Field] {
    switch self {
    case .worker: Worker.fields
    case .household: Household.fields
    case .departure: Departure.fields
    case .event: StatusEvent.fields
    case .review: HouseholdReview.fields
    case .incident: Incident.fields
    case .report: PeriodReport.fields
    case .target: TargetVersion.fields
    case .mark: UnitMark.fields
    case .update: TaskUpdate.fields
    case .deadline: TaskDeadline.fields
    case .count: DepartureCount.fields
    case .task: OwnTask.fields
    }
  }

  /// The column that marks a record as deleted, for kinds that have one.
  var deletion: Int? { EntityKind.deletions[index] }

  private static let deletions = allCases.map { kind in kind.fields.firstIndex { $0.key == "deleted" } }

  /// The numbers of the fields, by the position of the kind.
  static let fieldNumbers = allCases.map { $0.fields.map(\.number) }

  /// Where a field stands among those of its kind.
  static func column(of field: Field) -> Int? {
    field.column { fieldNumbers[field.entity.index].firstIndex(of: field.number) }
  }

  /// The position in `allCases`, which orders the tables.
  public var index: Int {
    switch self {
    case .worker: 0
    case .household: 1
    case .departure: 2
    case .event: 3
    case .review: 4
    case .incident: 5
    case .report: 6
    case .target: 7
    case .mark: 8
    case .update: 9
    case .deadline: 10
    case .count: 11
    case .task: 12
    }
  }
}
