import Model

// Numbers on file are masked until one goes to them; who only views does not see them, and types nothing.
extension DepartureFormScreen {
  static func isViewed(_ context: Context) -> Bool { context.office.role == .reader }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    let effects = answer(input, context)
    let record = correcting ?? known.map { context.register.key(.worker, $0.worker) }
    return effects + unmasking.heard(input, &form, of: record, context)
  }

  private static let moving: Set<Command> = [
    .up, .down, .pageUp, .pageDown, .first, .last, .left, .right, .lineStart, .lineEnd, .nextField,
    .previousField, .enterField, .confirm, .cancel, .upLevel, .history, .skipGroup, .save, .saveAndNext,
  ]

  /// What is said to keys that would change something; `nil` where they may be heard.
  static func refusal(_ input: Input, _ context: Context) -> [Effect]? {
    guard isViewed(context), let words = context.cannotWrite else { return nil }
    switch input {
    case .text: return [.notify(words, .problem), .beep]
    case .command(let command) where !moving.contains(command): return [.notify(words, .problem), .beep]
    default: return nil
    }
  }
}
