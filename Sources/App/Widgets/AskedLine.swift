import Model

/// One line that is asked for at the bottom of a list: why a report is given back, where a number comes from.
struct AskedLine: Sendable {
  enum Answer: Equatable, Sendable { case typing, refused, cancelled, taken(String) }

  var question: Words
  /// What Enter takes while nothing is typed.
  private let proposal: String?
  private var field: TextField

  init(_ question: Words, proposal: String? = nil, limit: Int = 120) {
    self.question = question
    self.proposal = proposal
    field = TextField(limit: limit)
  }

  mutating func update(_ input: Input) -> Answer {
    switch input {
    case .text(let typed): return field.insert(typed) ? .typing : .refused
    case .command(.enterField):
      let text = field.value
      guard text.isEmpty else { return .taken(text) }
      return proposal.map { .taken($0) } ?? .refused
    case .command(.cancel): return .cancelled
    case .command(let command): return field.handle(command) ? .typing : .refused
    case .click, .tick, .work, .resumed, .reloaded, .authors, .paper, .saved, .failed, .newer: return .typing
    }
  }

  static let keymap = Keymap(bindings: [
    Binding(keys: [.enter], command: .enterField, label: Words("Nhận", "Take"), inFooter: true),
    Binding(keys: [.escape], command: .cancel, label: Words("Thôi", "Never mind"), inFooter: true),
  ])

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    let used = frame.write(" \(question[language]): ", in: area, .heading)
    field.draw(
      in: &frame, area.inset(left: min(used, max(0, area.width - 1))), style: .focused, isFocused: true)
  }
}
