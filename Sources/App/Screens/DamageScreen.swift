import Model

/// What of the journal is damaged or no longer there: where it stands, what it is, and what can be done.
struct DamageScreen: Screen {
  private var table = Table(
    [Column(Words("Tệp, dòng", "File, line"))],
    emptyWords: Words("Dữ liệu không còn chỗ hỏng", "Nothing is damaged any more"))

  private static let advice = Words(
    "Không có gì bị ghi đè: phần hỏng chỉ được bỏ ra. Đưa lại tệp từ bản sao lưu (restore vào thư mục khác rồi chép tệp "
      + "cùng tên về), rồi mở lại chương trình; “lenduong verify” kiểm tra tất cả.",
    "Nothing is overwritten: what is damaged is only left out. Bring the file back from a backup (restore into another "
      + "folder, copy the file of this name), then open the program again; “lenduong verify” checks everything."
  )
  /// Lines below the list: a rule, the sentence, the advice.
  private static let below = 8

  func breadcrumbs(_ context: Context) -> [String] {
    [
      Words("Hôm nay", "Today")[context.language],
      Words("dữ liệu hỏng", "damaged data")[context.language],
    ]
  }

  func facts(_ context: Context) -> String {
    Words("\(context.faults.count) chỗ", "\(context.faults.count) places")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap { Keymap.shortList.footer(.search, .help, .cancel) }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default:
      let faults = context.faults
      _ = table.handle(input, count: faults.count, area: context.body) { index, text in
        DamageScreen.place(faults[index], context.language).folded.contains(text.folded)
      }
    }
    return []
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (faults, language) = (context.faults, context.language)
    let (list, rest) = area.split(top: max(2, area.height - DamageScreen.below))
    table.draw(in: &frame, list, language, count: faults.count) { index in
      Table.Row([Table.Row.Cell(DamageScreen.place(faults[index], language), .problem)])
    }
    guard rest.height > 1, faults.indices.contains(table.selection) else { return }
    frame.rule(rest.y)
    let sentence = Frame.wrapped(faults[table.selection].kind.words[language], width: rest.width - 2)
    let advice = Frame.wrapped(DamageScreen.advice[language], width: rest.width - 2)
    for (row, line) in (sentence + [""] + advice).enumerated() where row + 1 < rest.height {
      frame.put(
        line, at: Point(x: rest.x + 1, y: rest.y + 1 + row), row < sentence.count ? .warning : .plain)
    }
  }

  private static func place(_ fault: VerifyReport.Finding, _ language: Language) -> String {
    guard let line = fault.line else { return fault.file }
    return Words("\(fault.file), dòng \(line)", "\(fault.file), line \(line)")[language]
  }
}
