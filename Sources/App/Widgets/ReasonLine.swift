import Model

/// The reason for which a warning is passed over, typed in the place of the form's message.
struct ReasonLine: Sendable {
  enum Answer: Equatable, Sendable {
    case typing, refused, cancelled
    /// Not taken, for a reason that is to be said.
    case told(Words)
    case taken(String)
  }

  let finding: Finding
  /// The reason given before, for the repeat key.
  let previous: String
  private var field = TextField(limit: 120)
  /// Whether a key by which forms go on was refused, and whether more was typed since: then it was meant for
  /// the next record, and is not taken for a reason without a question.
  private var (wasRefused, wasTypedOn) = (false, false)

  init(_ finding: Finding, reason: String = "", previous: String = "") {
    self.finding = finding
    self.previous = previous
    field.set(reason)
  }

  mutating func update(_ input: Input) -> Answer {
    switch input {
    case .text("*") where field.isEmpty: return handle(.repeatField)
    case .text(let text):
      wasTypedOn = wasRefused
      return field.insert(text) ? .typing : .refused
    case .command(let command): return handle(command)
    case .click, .tick, .work, .resumed, .reloaded, .authors, .paper, .saved, .failed, .newer: return .typing
    }
  }

  private mutating func handle(_ command: Command) -> Answer {
    switch command {
    case .enterField:
      let reason = field.value
      if reason.isEmpty {
        return .told(
          Words("Gõ lý do rồi Enter, hoặc Esc: về ô.", "Type a reason, then Enter; or Esc goes back."))
      }
      guard wasTypedOn else { return .taken(reason) }
      (wasRefused, wasTypedOn) = (false, false)
      return .told(
        Words(
          "Xem lại lý do vừa gõ. Enter lần nữa: nhận, Esc: về ô.",
          "Look at the reason again. Enter again takes it, Esc goes back."))
    case .nextField:
      wasRefused = true
      return .told(
        Words(
          "Lý do chỉ nhận bằng Enter. Esc: về ô, không ghi lý do.",
          "Only Enter takes a reason. Esc goes back without one."))
    case .repeatField:
      guard !previous.isEmpty else { return .refused }
      field.set(previous)
      return .typing
    case .cancel: return .cancelled
    default:
      let isHandled = field.handle(command)
      if field.isEmpty { (wasRefused, wasTypedOn) = (false, false) }
      return isHandled ? .typing : .refused
    }
  }

  static let keymap = Keymap(bindings: [
    Binding(
      keys: [.enter], command: .enterField, label: Words("Nhận lý do", "Take the reason"), inFooter: true),
    Binding(
      keys: [.function(3), .control("R")], command: .repeatField, label: Words("Lý do trước", "Same reason"),
      inFooter: true, aside: Words("ô trống: *", "in an empty field: *")),
    Binding(
      keys: [.escape, .backTab, .up], command: .cancel, label: Words("Về ô", "Back to the field"),
      inFooter: true),
    Binding(
      keys: [.tab, .down, .function(2), .control("S"), .function(7), .control("N")], command: .nextField,
      label: Words("Không nhận lý do: chỉ Enter", "Takes no reason: only Enter does")),
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
