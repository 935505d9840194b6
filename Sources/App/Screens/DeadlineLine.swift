import Model

/// The deadline of a clause, typed in one line: a date, then the decision that sets it.
struct DeadlineLine: Sendable {
  private let task: Plan.Task
  private var line: AskedLine
  /// The day, once it was taken and the decision is asked for.
  private var due: Day?

  init(_ task: Plan.Task) {
    self.task = task
    line = AskedLine(
      Words(
        "Hạn của mục \(task.label) (ngày, hay 10lv: sau 10 ngày làm việc)",
        "Deadline of \(task.label) (day, or 10lv: in 10 working days)"), limit: 10)
  }

  enum Answer {
    case typing, cancelled
    case refused(Words?)
    case save(Change, Words)
  }

  mutating func update(_ input: Input, _ context: Context) -> Answer {
    switch line.update(input) {
    case .typing: return .typing
    case .refused(let words): return .refused(words)
    case .cancelled: return .cancelled
    case .taken(let text):
      guard let due else { return takeDay(text, context) }
      return .save(change(due, text, context), done(due))
    }
  }

  private mutating func takeDay(_ text: String, _ context: Context) -> Answer {
    do throws(TextProblem) {
      let day = try DeadlineLine.day(text, context.today)
      due = day
      line = AskedLine(
        Words("Hạn \(day.text), theo văn bản số", "Due \(day.text), set by decision"), limit: 60)
      return .typing
    } catch {
      return .refused(error.words)
    }
  }

  /// A day, or so many working days from today.
  static func day(_ text: String, _ today: Day) throws(TextProblem) -> Day {
    if let count = workingDays(text) { return WorkingDays.after(today, count) }
    return try TypedDay.parse(text, today: today, meaning: .future)
  }

  /// `10lv`: so many working days.
  private static func workingDays(_ text: String) -> Int? {
    let typed = text.folded
    guard typed.hasSuffix("lv"), let count = Int(typed.dropLast(2).filter { $0 != " " }),
      (1...500).contains(count)
    else { return nil }
    return count
  }

  private func change(_ due: Day, _ decision: String, _ context: Context) -> Change {
    context.register.change([
      Edit(
        "deadline/\(LineID.random())",
        [
          (TaskDeadline.task.key, .text(task.id)), (TaskDeadline.due.key, .day(due)),
          (TaskDeadline.decision.key, .text(decision)),
        ])
    ])
  }

  private func done(_ due: Day) -> Words {
    Words("Đã đặt hạn mục \(task.label): \(due.text)", "Deadline of \(task.label): \(due.text)")
  }

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    line.draw(in: &frame, area, language)
  }
}
