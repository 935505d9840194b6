import Model

/// One line that is asked for at the bottom of a list: why a report is given back, where a number comes from.
struct AskedLine: Sendable {
  enum Answer: Equatable, Sendable {
    case typing, cancelled
    /// Not taken; the words say why, where a sound alone does not.
    case refused(Words?)
    case taken(String)
  }

  /// What is said of a reason that was left empty.
  static let reasonNeeded = Words(
    "Cần lý do: gõ lý do rồi Enter, hoặc Esc: thôi", "A reason is needed: type it, then Enter; or Esc")

  static let textNeeded = Words(
    "Chưa gõ gì: gõ rồi Enter, hoặc Esc: thôi", "Nothing is typed: type it, then Enter; or Esc")

  var question: Words
  /// What Enter takes while nothing is typed.
  private let proposal: String?
  /// What Enter says while nothing is typed and nothing is proposed.
  private let needed: Words
  private var field: TextField

  init(_ question: Words, proposal: String? = nil, needed: Words = AskedLine.textNeeded, limit: Int = 120) {
    self.question = question
    self.proposal = proposal
    self.needed = needed
    field = TextField(limit: limit)
  }

  mutating func update(_ input: Input) -> Answer {
    switch input {
    case .text(let typed): return field.insert(typed) ? .typing : .refused(nil)
    case .command(.enterField):
      let text = field.value
      guard text.isEmpty else { return .taken(text) }
      return proposal.map { .taken($0) } ?? .refused(needed)
    case .command(.cancel): return .cancelled
    case .command(let command): return field.handle(command) ? .typing : .refused(nil)
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
