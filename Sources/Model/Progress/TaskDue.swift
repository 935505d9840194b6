/// By when a clause that is not done is to be done; how far that is off is counted in working days.
public struct TaskDue: Sendable, Equatable {
  public let day: Day
  /// Whether the day has passed.
  public let isLate: Bool
  /// The working days until then, today not among them; where it is late, those since.
  public let workingDays: Int

  public init(_ day: Day, today: Day) {
    self.day = day
    isLate = day < today
    workingDays = abs(WorkingDays.between(today, day))
  }

  /// “còn 5 ngày làm việc”, “quá 5 ngày làm việc”.
  public var words: Words {
    let days = workingDays == 1 ? "1 working day" : "\(workingDays) working days"
    return switch (isLate, workingDays) {
    case (false, _): Words("còn \(workingDays) ngày làm việc", "\(days) left")
    case (true, 0): Words("quá hạn, chưa hết một ngày làm việc", "overdue by less than a working day")
    case (true, _): Words("quá \(workingDays) ngày làm việc", "\(days) overdue")
    }
  }

  /// The same behind a date in a narrow column; `lv` are working days, as where deadlines are typed.
  public var mark: String { isLate ? workingDays == 0 ? "!" : "!\(workingDays)lv" : "" }
}

extension TaskProgress {
  /// By when a clause is to be done, where it has a deadline and is not done.
  public func pending(_ task: String) -> TaskDue? {
    (percent(task) ?? 0) < 100 ? due(task).map { TaskDue($0, today: today) } : nil
  }
}
