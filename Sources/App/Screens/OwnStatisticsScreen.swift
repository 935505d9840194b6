import Model

/// What typing has taken this clerk lately; nobody else sees it.
struct OwnStatisticsScreen: Screen {
  /// How many days each line looks back.
  private static let spans: [(days: Int, words: Words)] = [
    (1, Words("Hôm nay", "Today")), (7, Words("7 ngày", "7 days")), (30, Words("30 ngày", "30 days")),
    (KeptEffort.days, Words("90 ngày", "90 days")),
  ]

  private var table = Table(
    [
      Column(Words("Khoảng", "Span"), width: 12), Column(Words("Phiếu", "Records"), width: 8),
      Column(Words("Phím/phiếu", "Keys each"), width: 12),
      Column(Words("Giây/phiếu", "Seconds each"), width: 13),
      Column(Words("Ô sửa lại", "Fields changed again")),
    ], emptyWords: Words("", ""))

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Thống kê của tôi", "My statistics")[context.language]]
  }

  func facts(_ context: Context) -> String {
    Words("chỉ riêng tôi thấy", "seen by me alone")[context.language]
  }

  var hasLevels: Bool { true }

  func wishes(_ context: Context) -> [Effect] { [.readEfforts] }

  func keymap(_ context: Context) -> Keymap {
    Keymap.shortList.without(.confirm).footer(.help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .command(.cancel), .command(.upLevel): return [.close]
    default: _ = table.handle(input, count: OwnStatisticsScreen.spans.count, area: context.body)
    }
    return []
  }

  /// What the records of the last days took, today being one of them.
  private func summary(_ days: Int, _ context: Context) -> EffortSummary {
    EffortSummary(context.efforts.filter { $0.on > context.today - days && $0.on <= context.today })
  }

  private func cells(_ index: Int, _ context: Context) -> Table.Row {
    let (days, words) = OwnStatisticsScreen.spans[index]
    let summary = summary(days, context)
    func text(_ number: Int?) -> String { number.map { Numerals.text($0, context.language) } ?? "–" }
    let again = summary.corrections.values.reduce(0, +)
    return Table.Row(
      [
        words[context.language], text(summary.records), text(summary.keys), text(summary.seconds),
        text(again),
      ].map { Table.Row.Cell($0) })
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let spans = OwnStatisticsScreen.spans
    let (list, rest) = area.split(top: min(area.height, spans.count + 2))
    table.draw(in: &frame, list, context.language, count: spans.count) { cells($0, context) }
    for (index, line) in lines(context).prefix(rest.height).enumerated() {
      frame.write(line, in: rest.row(index), index == 0 ? .heading : .plain)
    }
  }

  /// The fields that were changed again most often in the span that is chosen, and what the figures mean.
  private func lines(_ context: Context) -> [String] {
    let language = context.language
    let (days, words) = OwnStatisticsScreen.spans[min(table.selection, OwnStatisticsScreen.spans.count - 1)]
    let most = summary(days, context).corrections.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let names = Dictionary(
      DepartureForm.fields.map { ($0.id, $0.label[language]) }, uniquingKeysWith: { first, _ in first })
    let fields = most.prefix(8).map { "   \(names[$0.key] ?? $0.key)  \($0.value)" }
    let none = Words("   Chưa có ô nào phải sửa lại.", "   No field was changed again.")[language]
    let title =
      Words("Ô hay sửa lại: ", "Fields changed again most: ")[language] + words[language].lowercased()
    let meaning = Words(
      " Phím, giây: của phiếu ở giữa; nghỉ lâu tính 30 giây; giữ 90 ngày.",
      " Keys, seconds: of the record in the middle; a pause counts 30 s; kept 90 days.")[language]
    return [" \(title)"] + (fields.isEmpty ? [none] : fields) + ["", meaning]
  }
}
