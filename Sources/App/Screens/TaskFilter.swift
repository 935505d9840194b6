import Model

/// Which clauses of the plan the list of tasks shows.
enum TaskFilter: Int, CaseIterable, Sendable {
  case all, late, soon, mine

  /// Within how many days a clause is said to be due soon.
  private static let soonDays = 15

  var next: TaskFilter { TaskFilter(rawValue: rawValue + 1) ?? .all }

  var words: Words {
    switch self {
    case .all: Words("tất cả", "all")
    case .late: Words("chỉ mục quá hạn", "overdue only")
    case .soon: Words("chỉ mục sắp đến hạn", "due soon only")
    case .mine: Words("chỉ mục của cấp mình", "of my level only")
    }
  }

  /// What the key of the filter offers.
  var offer: Words {
    switch self {
    case .all: Words("Tất cả", "All")
    case .late: Words("Quá hạn", "Overdue")
    case .soon: Words("Sắp đến hạn", "Due soon")
    case .mine: Words("Của cấp mình", "Mine")
    }
  }

  func holds(_ task: Plan.Task, _ progress: TaskProgress, _ context: Context) -> Bool {
    let days = TaskFilter.daysLeft(task, progress, context.today)
    switch self {
    case .all: return true
    case .late: return days.map { $0 < 0 } ?? false
    case .soon: return days.map { (0...TaskFilter.soonDays).contains($0) } ?? false
    case .mine:
      let level = Places.standard[context.unit].level
      return (task.lead + task.coordinating).contains { TaskProgress.level(of: $0) == level }
    }
  }

  /// The days until a clause that is not done is due, negative once it is late.
  static func daysLeft(_ task: Plan.Task, _ progress: TaskProgress, _ today: Day) -> Int? {
    (progress.percent(task.id) ?? 0) < 100 ? progress.due(task.id).map { $0 - today } : nil
  }
}
