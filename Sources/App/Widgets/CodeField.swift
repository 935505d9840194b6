import Model

/// A code of a fixed number of digits, such as a citizen id.
struct CodeField: Equatable, Sendable {
  private(set) var field: TextField
  let length: Int

  init(_ code: String = "", length: Int) {
    self.length = length
    field = TextField(code, limit: length, alphabet: .digits)
  }

  var isComplete: Bool { field.text.count == length }

  /// What is typed, read; nothing when the field is empty.
  var reading: Result<String, Problem>? {
    if field.isEmpty { return nil }
    guard isComplete else {
      let count = field.text.count
      return .failure(
        Problem(
          level: .block,
          words: Words("mới có \(count)/\(length) chữ số", "only \(count) of \(length) digits")))
    }
    return .success(field.text)
  }

  /// Adds digits; false when one of them was too many or was no digit.
  mutating func insert(_ typed: Typed) -> Bool { field.insert(typed) }
  mutating func handle(_ command: Command) -> Bool { field.handle(command) }
  mutating func set(_ text: String) { field.set(text) }
  mutating func leave() { field.leave() }
}
