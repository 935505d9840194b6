import Model

/// Which published figures a correction changes, shown before it is saved.
struct CorrectionQuestion: Sendable {
  let correction: Correction
  let isNext: Bool

  static let keymap = Keymap(bindings: [
    Binding(
      keys: [.enter, .function(2), .control("S")], command: .save, label: Words("Vẫn lưu", "Save it"),
      inFooter: true),
    Binding(keys: [.escape], command: .cancel, label: Words("Về ô", "Back to the field"), inFooter: true),
  ])

  /// How many rows it takes, at most `rows`.
  func height(atMost rows: Int) -> Int { min(rows, correction.figures.count + 1) }

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    let title = Words(
      " Số đã công bố sẽ đổi (đính chính):", " Published figures will change (correction):")
    frame.write(title[language], in: area.row(0), .warning)
    let shown = max(0, area.height - 1)
    for (index, figure) in correction.figures.prefix(shown).enumerated() {
      let rest = correction.figures.count - shown
      let more =
        index == shown - 1 && rest > 0 ? Words(" · và \(rest) số nữa", " · and \(rest) more")[language] : ""
      frame.write("   " + words(figure, language) + more, in: area.row(index + 1), .plain)
    }
  }

  private func words(_ figure: Correction.Figure, _ language: Language) -> String {
    let unit = Places.standard[figure.unit].fullName(language)
    return
      "\(unit) · \(figure.period.shortWords[language]) · \(figure.target): \(figure.before) → \(figure.after)"
  }
}

extension DepartureFormScreen {
  /// Asks once, where saving changes what was published of a sealed month; `nil` where it does not.
  mutating func askOfPublished(_ change: Change, isNext: Bool, _ context: Context) -> [Effect]? {
    guard let row = correcting.flatMap({ context.register.row(of: $0)?.row }), published == nil,
      touchesSealed(row, context)
    else { return nil }
    let correction = Correction(change, of: row, context.census)
    guard !correction.figures.isEmpty else { return nil }
    published = CorrectionQuestion(correction: correction, isNext: isNext)
    return [.beep]
  }

  /// Whether the record lies in a sealed month, or would.
  private func touchesSealed(_ row: Int, _ context: Context) -> Bool {
    let register = context.register
    return register.isSealed(register.unit(Departure.commune, row), register.day(Departure.departedOn, row))
      || register.isSealed(entry.unit, entry.day(Departure.departedOn))
  }

  mutating func answerPublished(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .command(.save):
      defer { published = nil }
      return save(isNext: published?.isNext ?? false, context)
    case .command(.cancel): published = nil
    case .text, .command: return [.beep]
    default: break
    }
    return []
  }
}
