/// The records beside departures that can be added by the command line.
public enum AddedKind: String, CaseIterable, Sendable {
  case departure
  case householdReview = "household-review"
  case incident
  case taskUpdate = "task-update"
  case target
  case report
}

extension AddedKind {
  /// What a record of this kind may say; of a departure also what `list` adds, so that a list can be added elsewhere.
  private var keys: [String] {
    switch self {
    case .departure:
      DepartureEntry.fields.map(\.key) + ["commune", "catalogue", "overrides"]
        + RecordsJSON.asOf(RecordsJSON.departureKeys)
    case .householdReview: ["household", "citizenId", "commune", "catalogue", "year", "class"]
    case .incident: ["type", "on", "commune", "catalogue", "citizenId", "state", "closedOn", "note"]
    case .taskUpdate: ["task", "unit", "catalogue", "on", "percent", "note", "evidence"]
    case .target: ["id", "year", "catalogue", "value", "decision", "shares"]
    case .report: ["unit", "catalogue", "period", "state", "on", "by", "note"]
    }
  }

  /// The first key of a record that would be lost.
  func unknownKey(_ json: JSON) -> String? {
    let keys = keys
    return json.members?.first { !keys.contains($0.key) }?.key
  }
}
