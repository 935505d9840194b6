import Model

/// Texts that were typed in a field before, the most used first; the one that fits is offered as one types.
struct Suggestions: Equatable, Sendable {
  private struct Known: Equatable, Sendable {
    let text: String
    let folded: String
    let initials: String
  }

  private let known: [Known]

  init(_ texts: [String] = []) {
    known = texts.map { text in
      let folded = text.folded
      let initials = folded.split(separator: " ").compactMap(\.first)
      return Known(text: text, folded: folded, initials: initials.count > 1 ? String(initials) : "")
    }
  }

  /// The most used text that begins with what was typed, marks left aside, or has these initials; nothing while no
  /// letter is there, or where it is there already.
  func best(for typed: String) -> String? {
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
      cells[focus].isTouched, let offered = suggestions[focusID]
    else { return nil }
    return offered.best(for: field.text) ?? (field.keys == field.text ? nil : offered.best(for: field.keys))
  }
}
