/// Whose clauses of the plan are asked for.
public enum TaskParty: Hashable, Sendable {
  /// An agency by its code, such as `SLDTBXH`.
  case agency(String)
  /// A unit: what the committee of its level leads or coordinates, and what was reported from within it.
  case place(UnitID)

  /// What fits a text: agencies by their names or code, then places of a day.
  public static func find(_ text: String, on day: Day, places: Places = .standard) -> [TaskParty] {
    let wanted = text.folded
    if wanted.isEmpty { return [] }
    let agencies = CodeList.agencies.codes.filter { agency in
      agency.code.folded == wanted || agency.words.vi.folded.contains(wanted)
        || agency.words.en.folded.contains(wanted)
    }
    let units = places.find(text, on: day).map { TaskParty.place($0.unit) }
    // A code or a place's own name is more certain than a word within an agency's.
    let isCode = agencies.contains { $0.code.folded == wanted }
    let found = agencies.map { TaskParty.agency($0.code) }
    return isCode || units.isEmpty ? found + units : units + found
  }

  public func words(_ places: Places = .standard) -> Words {
    switch self {
    case .agency(let code): CodeList.agencies[code]?.words ?? Words(code, code)
    case .place(let unit): Words(places[unit].fullName(.vi), places[unit].fullName(.en))
    }
  }
}

extension TaskProgress {
  /// Whether a clause is led or coordinated by a party, or something was said of it from within a place.
  public func concerns(_ task: Plan.Task, _ party: TaskParty, places: Places = .standard) -> Bool {
    let agencies = task.lead + task.coordinating
    switch party {
    // Whoever took an agency's duties over has its clauses.
    case .agency(let code): return agencies.contains { CodeList.isAgency(code, inPlaceOf: $0) }
    case .place(let unit):
      let level = places[unit].level
      return agencies.contains { TaskProgress.level(of: $0) == level }
        || updates(of: task.id).contains { update in
          guard let typed = update.unit,
            case .unit(let own) = places.project(typed, to: places[unit].catalogue)
          else { return false }
          return places.contains(unit, own)
        }
    }
  }
}
