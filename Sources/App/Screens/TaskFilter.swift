import Model

/// Which clauses of the plan the list of tasks shows.
enum TaskFilter: Hashable, Sendable {
  case all, late, soon, mine
  /// Those of one unit, a place or an agency.
  case party(TaskParty)

  /// Within how many working days a clause is said to be due soon.
  private static let soonDays = 10

  /// What the key of the filter leads to; `nil` where a unit is to be asked for first.
  var next: TaskFilter? {
    switch self {
    case .all: .late
    case .late: .soon
    case .soon: .mine
    case .mine: nil
    case .party: .all
    }
  }

  var words: Words {
    switch self {
    case .all: Words("tất cả", "all")
    case .late: Words("chỉ mục quá hạn", "overdue only")
    case .soon: Words("chỉ mục sắp đến hạn", "due soon only")
    case .mine: Words("chỉ mục của cấp mình", "of my level only")
    case .party(let party):
      Words("chỉ mục của \(party.words().vi)", "of \(party.words().en) only")
    }
  }

  /// What the key of the filter offers next.
  var offer: Words { next?.own ?? Words("Theo đơn vị", "By unit") }

  private var own: Words {
    switch self {
    case .all: Words("Tất cả", "All")
    case .late: Words("Quá hạn", "Overdue")
    case .soon: Words("Sắp đến hạn", "Due soon")
    case .mine: Words("Của cấp mình", "Mine")
    case .party: Words("Theo đơn vị", "By unit")
    }
  }

  func holds(_ task: Plan.Task, _ progress: TaskProgress, _ context: Context) -> Bool {
    switch self {
    case .all: return true
    case .late: return progress.pending(task.id)?.isLate ?? false
    case .soon:
      return progress.pending(task.id).map { !$0.isLate && $0.workingDays <= TaskFilter.soonDays } ?? false
    case .mine:
      let level = Places.standard[context.unit].level
      return (task.lead + task.coordinating).contains { TaskProgress.level(of: $0) == level }
    case .party(let party): return progress.concerns(task, party)
    }
  }
}
