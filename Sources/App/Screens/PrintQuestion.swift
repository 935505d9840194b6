import Model

/// For which period a unit's figures are printed: one line, Enter takes what is most likely.
struct PrintQuestion: Sendable {
  private let kind: DocumentKind
  private let unit: UnitID
  private let year: Int
  private var line: AskedLine

  /// - Parameter shown: the period on the screen, which is proposed unless it is a whole year of figures.
  init(_ unit: UnitID, _ shown: Period, _ context: Context, of kind: DocumentKind = .period) {
    (self.kind, self.unit, year) = (kind, unit, shown.year)
    let isWhole = kind == .period && shown == Period(year: shown.year)
    let proposal = isWhole ? Period(proposedFor: year, on: context.today) : shown
    line = AskedLine(
      Words(
        "In kỳ nào? 9, Q3, H1, \(year) (Enter: \(proposal.shortWords.vi))",
        "Print which period? 9, Q3, H1, \(year) (Enter: \(proposal.shortWords.en))"), proposal: proposal.code,
      limit: 8)
  }

  static let keymap = AskedLine.keymap + Keymap.text

  /// What an input asks for, and whether the question is done with.
  mutating func update(_ input: Input, _ context: Context) -> (isDone: Bool, effects: [Effect]) {
    switch line.update(input) {
    case .typing: return (false, [])
    case .refused(let words): return (false, .refusal(words))
    case .cancelled: return (true, [])
    case .taken(let typed):
      guard let period = Period(typed: typed, year: year) else {
        let words = Words(
          "Kỳ viết như 9, Q3, H1, \(year), \(year)-09; kỳ từ ngày 15: Q3S",
          "Write 9, Q3, H1, \(year) or \(year)-09; from the 15th: Q3S")
        return (false, [.notify(words, .warning), .beep])
      }
      let request = DocumentRequest(kind, unit, period)
      if let reason = request.obstacle(on: context.today) {
        return (false, [.notify(reason, .warning), .beep])
      }
      return (true, [.open(.document(request))])
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    guard area.height > 0 else { return }
    let last = area.row(area.height - 1)
    frame.fill(last, .plain)
    line.draw(in: &frame, last, language)
  }
}

/// Opening a paper, where there is anything to print.
enum Printing {
  static func effects(_ request: DocumentRequest, _ context: Context) -> [Effect] {
    if let reason = request.obstacle(on: context.today) { return [.notify(reason, .warning), .beep] }
    return [.open(.document(request))]
  }
}
