import Model

/// A date as people type it: `5`, `0507`, `5/7`, `h`, `+3`; shown in full before the field is left.
struct DateField: Equatable, Sendable {
  private(set) var field: TextField
  let meaning: TypedDay.Meaning
  var today: Day
  /// The year where it is known from elsewhere, so that day and month are enough.
  var year: Int?

  init(_ day: Day? = nil, meaning: TypedDay.Meaning, today: Day) {
    field = TextField(day?.text ?? "", limit: 10, alphabet: .date)
    self.meaning = meaning
    self.today = today
  }

  /// What is typed, read; nothing when the field is empty.
  var reading: Result<Day, Problem>? {
    let text = field.value
    if text.isEmpty { return nil }
    do throws(TextProblem) {
      return .success(try TypedDay.parse(text, today: today, meaning: meaning, year: year))
    } catch {
      return .failure(Problem(level: .block, words: error.words))
    }
  }

  var day: Day? { try? reading?.get() }

  mutating func insert(_ typed: Typed) -> Bool { field.insert(typed) }
  mutating func handle(_ command: Command) -> Bool { field.handle(command) }
  mutating func set(_ text: String) { field.set(text) }

  /// Shows the day in full, once the field is left.
  mutating func leave() {
    if let day { field.set(day.text) } else { field.leave() }
  }
}
