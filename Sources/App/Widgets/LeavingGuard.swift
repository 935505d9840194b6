import Model

/// Asks once before a form is left with something typed in it; the same key again leaves.
struct LeavingGuard: Sendable {
  private var isAsked = false
  private var wasAsked = false

  /// Is told every input before it is carried out: anything but the same key again means to stay.
  mutating func note(_ input: Input) {
    wasAsked = isAsked
    switch input {
    case .command, .text, .click, .resumed: isAsked = false
    case .tick, .work, .reloaded, .authors, .paper, .saved, .failed, .newer: break
    }
  }

  mutating func leave(losing isChanged: Bool, _ words: Words) -> [Effect] {
    guard isChanged, !wasAsked else { return [.close] }
    isAsked = true
    return [.notify(words, .warning)]
  }

  static let nothingKept = Words(
    "Chưa lưu. Esc lần nữa: ra, bỏ những gì vừa gõ.", "Not saved. Esc again leaves and drops what was typed.")
}
