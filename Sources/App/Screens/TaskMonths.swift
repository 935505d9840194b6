import Model

/// The clauses by the months of a year: how far each was, when it is due, and where it was overdue.
struct TaskMonths: Sendable {
  let year: Int
  let progress: TaskProgress
  let today: Day

  static func columns(_ year: Int) -> [Column] {
    [Column(Words("Mục", "Clause"), width: 9), Column(Words("Nhiệm vụ", "Task"))]
      + (1...12).map { Column(Words("T\($0)", "M\($0)"), width: 3, .right) }
  }

  /// The percentage is that of the list; a month that is not told of stands as the one before.
  static let legend = Words(
    " Số: % cuối tháng, theo cơ quan chủ trì · H: hạn · !: quá hạn · ·: như trước",
    " Number: % by the month's end, by the lead · H: due · !: overdue · ·: as before")

  /// The twelve cells of a clause; what has a number and a deadline shows both.
  func cells(_ task: Plan.Task) -> [Table.Row.Cell] {
    var before = progress.percent(task.id, by: Period(year: year).first - 1)
    return Period(year: year).parts.enumerated().map { index, month in
      guard month.first <= today else {
        return Table.Row.Cell(isDue(task, month) ? "H" : "", .heading)
      }
      let percent = progress.percent(task.id, by: min(month.last, today))
      let text = percent.map { $0 != before || index == 0 ? "\($0)" : $0 == 100 ? "" : "·" } ?? ""
      let mark = mark(task, month, isDone: before == 100)
      before = percent
      if text == "100" { return Table.Row.Cell(text, .good) }
      let said = mark.isEmpty || text != "·" ? text : ""
      let shown = said.isEmpty ? mark : said + mark.suffix(1)
      let style: Style = mark.hasSuffix("!") ? .warning : mark == "H" ? .heading : text == "·" ? .dim : .plain
      return Table.Row.Cell(shown, style)
    }
  }

  private func isDue(_ task: Plan.Task, _ month: Period) -> Bool {
    progress.due(task.id).map(month.contains) ?? false
  }

  /// `H` in the month of the deadline; `!` there and in those after it in which the clause is not done in time.
  private func mark(_ task: Plan.Task, _ month: Period, isDone: Bool) -> String {
    guard let due = progress.due(task.id) else { return "" }
    let isLate = due < today && (progress.percent(task.id, by: due) ?? 0) < 100
    if month.contains(due) { return isLate ? "H!" : "H" }
    return due < month.first && !isDone ? "!" : ""
  }
}
