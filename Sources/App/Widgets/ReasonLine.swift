import Model

/// The reason for which a warning is passed over, typed in the place of the form's message.
struct ReasonLine: Sendable {
  enum Answer: Equatable, Sendable {
    case typing, refused, cancelled
    case taken(String, Command)
  }

  let finding: Finding
  /// The reason given before, for the repeat key.
  let previous: String
  private var field = TextField(limit: 120)

  init(_ finding: Finding, reason: String = "", previous: String = "") {
    self.finding = finding
    self.previous = previous
    field.set(reason)
  }

  mutating func update(_ input: Input) -> Answer {
    switch input {
    case .text("*") where field.isEmpty: return handle(.repeatField)
    case .text(let text): return field.insert(text) ? .typing : .refused
    case .command(let command): return handle(command)
    case .click, .tick, .resumed, .reloaded, .authors, .saved, .failed: return .typing
    }
  }

  private mutating func handle(_ command: Command) -> Answer {
    switch command {
    case .enterField, .save, .saveAndNext:
      let reason = field.value
      return reason.isEmpty ? .refused : .taken(reason, command)
    case .repeatField:
      guard !previous.isEmpty else { return .refused }
      field.set(previous)
      return .typing
    case .cancel: return .cancelled
    default: return field.handle(command) ? .typing : .refused
    }
  }

  static let keymap = Keymap(bindings: [
    Binding(
      keys: [.enter, .tab, .down], command: .enterField, label: Words("Nhận lý do", "Take the reason"),
      inFooter: true),
    Binding(keys: [.function(2), .control("S")], command: .save, label: Words("Nhận, lưu", "Take, save")),
    Binding(
      keys: [.function(7), .control("N")], command: .saveAndNext,
      label: Words("Nhận, lưu, người sau", "Take, save, next")),
    Binding(
      keys: [.function(3), .control("R")], command: .repeatField, label: Words("Lý do trước", "Same reason"),
      inFooter: true, aside: Words("ô trống: *", "in an empty field: *")),
    Binding(
      keys: [.escape, .backTab, .up], command: .cancel, label: Words("Về ô", "Back to the field"),
      inFooter: true),
  ])

  /// The warning on one row, what is typed on the next.
  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    let problem = Problem(level: finding.level, code: finding.code, words: finding.words)
    frame.write(" " + problem.sentence(language), in: area.row(0), problem.style)
    let line = area.row(area.height - 1)
    let used = frame.write(Words(" Lý do vẫn nhận: ", " Reason to accept: ")[language], in: line, .heading)
    field.draw(
      in: &frame, line.inset(left: min(used, max(0, line.width - 1))), style: .focused, isFocused: true)
  }
}
