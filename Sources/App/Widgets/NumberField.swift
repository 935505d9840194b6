import Model

/// A whole number within a range; thousands may be parted with dots, as clerks write them.
struct NumberField: Equatable, Sendable {
  private(set) var field: TextField
  let range: ClosedRange<Int>

  init(_ number: Int? = nil, in range: ClosedRange<Int>) {
    self.range = range
    let digits = String(range.upperBound).count
    field = TextField(
      number.map(String.init) ?? "", limit: digits + digits / 3 + 1,
      alphabet: range.upperBound < 1000 ? .number : .grouped)
  }

  /// What is typed, read; nothing when the field is empty.
  var reading: Result<Int, Problem>? {
    let text = field.value
    if text.isEmpty { return nil }
    guard let number = Int(text.filter { $0 != "." && $0 != " " }) else {
      return .failure(Problem(level: .block, words: Words("phải là số", "must be a number")))
    }
    guard range.contains(number) else {
      let (low, high) = (range.lowerBound, range.upperBound)
      return .failure(
        Problem(level: .block, words: Words("từ \(low) đến \(high)", "from \(low) to \(high)")))
    }
    return .success(number)
  }

  var number: Int? { try? reading?.get() }

  mutating func insert(_ typed: Typed) -> Bool { field.insert(typed) }
  mutating func handle(_ command: Command) -> Bool { field.handle(command) }
  mutating func set(_ text: String) { field.set(text) }

  mutating func leave() {
    if let number { field.set(String(number)) } else { field.leave() }
  }
}
