import Model

/// Texts that were typed in a field before, the most used first; the one that fits is offered as one types.
///
/// A field that is numbered one after the other offers the next number before anything is typed.
struct Suggestions: Equatable, Sendable {
  private struct Known: Equatable, Sendable {
    let text: String
    let folded: String
    let initials: String
  }

  private let known: [Known]
  /// What is offered in an empty field.
  private let next: String?

  init(_ texts: [String] = []) { self.init(texts, next: nil) }

  /// Offers a number, while nothing else was typed.
  init(next: String) { self.init([next], next: next) }

  private init(_ texts: [String], next: String?) {
    self.next = next
    known = texts.map { text in
      let folded = text.folded
      let initials = folded.split(separator: " ").compactMap(\.first)
      return Known(text: text, folded: folded, initials: initials.count > 1 ? String(initials) : "")
    }
  }

  /// The most used text that begins with what was typed, marks left aside, or has these initials; nothing while no
  /// letter is there, or where it is there already.
  func best(for typed: String) -> String? {
    if typed.isEmpty { return next }
    let folded = typed.folded
    guard !folded.isEmpty else { return nil }
    let found =
      known.first { $0.folded.hasPrefix(folded) } ?? known.first { $0.initials.hasPrefix(folded) }
    return found?.text == typed ? nil : found?.text
  }
}

extension Form {
  /// What the right arrow would put in the place of what is being typed.
  var suggestion: String? {
    guard cells.indices.contains(focus), case .text(let field) = cells[focus].editor, field.isAtEnd,
      cells[focus].isTouched || field.isEmpty, let offered = suggestions[focusID]
    else { return nil }
    return offered.best(for: field.text) ?? (field.keys == field.text ? nil : offered.best(for: field.keys))
  }
}
