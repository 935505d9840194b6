import Model

/// A long paper that is being made beside the loop, as its screen knows it.
struct PaperInMaking: Sendable {
  let id: PaperOrder.ID
  private let rowCount: Int
  /// How much of it is made, from 0 to 1.
  private var share = 0.0

  init(_ request: DocumentRequest, _ use: PaperOrder.Use, rowCount: Int, _ context: Context) {
    id = PaperOrder.ID(request: request, use: use, moment: context.moment)
    self.rowCount = rowCount
  }

  /// Begins with it, or asks how it stands.
  func order(_ context: Context) -> Effect {
    .makePaper(
      PaperOrder(id: id, rowCount: rowCount, isSynthetic: context.isSynthetic, census: context.census))
  }

  var drop: Effect { .dropPaper(id) }

  mutating func take(_ answer: PaperAnswer) {
    if case .underway(let share) = answer { self.share = share }
  }

  /// “đang soạn 12.000/25.000 (48 %)”.
  private var words: Words {
    let done = Int(share * Double(rowCount))
    func said(_ language: Language, _ doing: String, _ percent: String) -> String {
      "\(doing) \(Numerals.text(done, language))/\(Numerals.text(rowCount, language)) (\(percent))"
    }
    let percent = Int(share * 100)
    return id.use == .file
      ? Words(said(.vi, "Đang ghi", "\(percent) %"), said(.en, "Writing", "\(percent)%"))
      : Words(said(.vi, "Đang soạn", "\(percent) %"), said(.en, "Preparing", "\(percent)%"))
  }

  /// How far it is, on one line.
  func draw(in frame: inout Frame, _ line: Rect, _ language: Language) {
    let text = " " + words[language] + Words(" · Esc: thôi  ", " · Esc: stop  ")[language]
    frame.write(text, in: line, .dim)
    let width = Frame.width(of: text)
    ProgressBar(share: share).draw(
      in: &frame, Rect(x: line.x + width, y: line.y, width: line.width - width - 1, height: line.height))
  }
}
