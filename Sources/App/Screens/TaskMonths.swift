import Model

/// The clauses by the months of a year: what was reported, when they are due, when they were done.
struct TaskMonths: Sendable {
  let year: Int
  let progress: TaskProgress
  let today: Day

  static func columns(_ year: Int) -> [Column] {
    [Column(Words("Mục", "Clause"), width: 9), Column(Words("Nhiệm vụ", "Task"))]
      + (1...12).map { Column(Words("T\($0)", "M\($0)"), width: 3, .right) }
  }

  static let legend = Words(
    " số: % báo trong tháng · H: hạn · !: quá hạn · ·: đang làm",
    " number: % reported · H: due · !: overdue · ·: under way")

  /// The twelve cells of a clause.
  func cells(_ task: Plan.Task) -> [Table.Row.Cell] {
    let updates = progress.updates(of: task.id)
    let due = progress.due(task.id)
    let begun = updates.last?.on
    let done = updates.last { $0.percent == 100 }?.on
    return Period(year: year).parts.map { month in
      if let due, month.contains(due) {
        let isLate = due < today && (done.map { $0 > due } ?? true)
        return Table.Row.Cell(isLate ? "H!" : "H", isLate ? .warning : .heading)
      }
      if let said = updates.first(where: { month.contains($0.on) && $0.percent != nil })?.percent {
        return Table.Row.Cell("\(said)", said == 100 ? .good : .plain)
      }
      if let due, due < month.first, month.first <= today, done.map({ $0 >= month.first }) ?? true {
        return Table.Row.Cell("!", .warning)
      }
      let isUnderWay = begun.map { $0 < month.first } ?? false && month.first <= today
      return Table.Row.Cell(isUnderWay && done.map { $0 >= month.first } ?? true ? "·" : "", .dim)
    }
  }
}
