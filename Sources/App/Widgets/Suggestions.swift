import Model

/// Texts that were typed in a field before, the most used first; the one that fits is offered as one types.
///
/// A field that is numbered one after the other offers the next number before anything is typed.
struct Suggestions: Equatable, Sendable {
  private struct Known: Equatable, Sendable {
    let text: String
    let folded: String
    let words: [Substring]
    let initials: String

    init(_ text: String) {
      self.text = text
      folded = text.folded
      words = folded.split(separator: " ")
      initials = words.count > 1 ? String(words.compactMap(\.first)) : ""
    }

    /// How well it fits, the best first; `nil` where it does not.
    func rank(_ typed: String) -> Int? {
      if folded.hasPrefix(typed) { return 0 }
      // “tm 7” means what “tm7” does.
      let letters = typed.filter { $0 != " " }
      if initials.hasPrefix(letters) { return 1 }
      var rest = words[...]
      let isOfItsWords = typed.split(separator: " ").allSatisfy { word in
        guard let index = rest.firstIndex(where: { $0.hasPrefix(word) }) else { return false }
        rest = rest[(index + 1)...]
        return true
      }
      if isOfItsWords { return 2 }
      return letters.count > 1 && initials.contains(letters) ? 3 : nil
    }
  }

  private let known: [Known]
  /// What is offered in an empty field.
  private let next: String?

  init(_ texts: [String] = []) { self.init(texts, next: nil) }

  /// Offers a number, while nothing else was typed.
  init(next: String) { self.init([next], next: next) }

  private init(_ texts: [String], next: String?) {
    self.next = next
    known = texts.map(Known.init)
  }

  /// Those that fit what was typed, marks left aside; in an empty field all.
  ///
  /// First what begins with it, then what has these initials, then what has words that begin with its words; of each the most used first.
  private func fitting(_ typed: String) -> [String] {
    let folded = typed.folded
    if typed.isEmpty { return known.map(\.text) }
    guard folded.contains(where: { $0 != " " }) else { return [] }
    let ranks = known.map { $0.rank(folded) }
    return (0...3).flatMap { rank in known.indices.filter { ranks[$0] == rank }.map { known[$0].text } }
  }

  /// The one that fits best; nothing while no letter is there, or where it is there already.
  func best(for typed: String) -> String? {
    if typed.isEmpty { return next }
    let found = fitting(typed).first
    return found == typed ? nil : found
  }

  /// Those that are shown, a number before each; nothing where what was typed is one of them.
  func shown(for typed: String) -> [String] {
    guard next == nil else { return [] }
    let fitting = fitting(typed).prefix(Picker.page)
    return fitting.first == typed ? [] : Array(fitting)
  }
}

extension Form {
  /// What was typed before and fits, from which a digit chooses.
  var offered: [String] {
    guard let (field, known) = learned else { return [] }
    let shown = known.shown(for: field.text)
    return shown.isEmpty && field.keys != field.text ? known.shown(for: field.keys) : shown
  }

  /// The digit that is no part of what is being typed: it stands first, or right behind a letter for which it is no mark.
  func choice(_ typed: Typed) -> Int? {
    guard let (field, _) = learned, let digit = Int(typed.text), digit > 0, typed.text.utf8.count == 1 else {
      return nil
    }
    return field.isEmpty || typed.method != .vni && field.text.last?.isLetter ?? false ? digit : nil
  }

  /// The field that is being typed, and what is known for it.
  private var learned: (field: TextField, known: Suggestions)? {
    guard cells.indices.contains(focus), case .text(let field) = cells[focus].editor, field.isAtEnd,
      cells[focus].isTouched || field.isEmpty
    else { return nil }
    return suggestions[focusID].map { (field, $0) }
  }

  /// What the right arrow would put in the place of what is being typed.
  var suggestion: String? {
    guard let (field, known) = learned else { return nil }
    return known.best(for: field.text) ?? (field.keys == field.text ? nil : known.best(for: field.keys))
  }
}
