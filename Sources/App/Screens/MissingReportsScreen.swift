import Model

/// The communes that have to report a month and have not, each with how late it is; Enter opens its months.
struct MissingReportsScreen: Screen {
  private let unit: UnitID
  private let period: ReportingPeriod
  private var rows: [ReportingPeriod.Standing]
  private var table = Table(
    [
      Column(Words("Xã, phường, thị trấn", "Commune"), most: 30),
      Column(Words("Huyện", "District"), width: 16),
      Column(Words("Tình trạng", "State"), width: 28),
    ], emptyWords: Words("Không xã nào thiếu báo cáo", "No report is missing"))

  init(_ unit: UnitID, _ period: ReportingPeriod, _ context: Context) {
    (self.unit, self.period) = (unit, period)
    rows = period.missing(within: unit, context.census)
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [ReportWords.title[context.language]] + context.path(of: unit)
      + [Words("chưa báo tháng \(period.month)", "\(period.code) missing")[context.language]]
  }

  func facts(_ context: Context) -> String {
    let due = period.due?.text ?? ""
    return Words("\(rows.count) xã · hạn \(due)", "\(rows.count) communes · due \(due)")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    (Keymap.list + [.action(.matrix)]).footer(.confirm, .matrix, .search, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded, .resumed: rows = period.missing(within: unit, context.census)
    case .command(.confirm) where !table.isTyping:
      guard rows.indices.contains(table.selection) else { return .nothingChosen }
      return [.open(.reports(rows[table.selection].unit, period.year, month: period.month))]
    case .command(.matrix) where !table.isTyping:
      return [.open(.reports(unit, period.year, month: period.month))]
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default:
      let rows = rows
      _ = table.handle(input, count: rows.count, area: context.body) { index, text in
        Places.standard[rows[index].unit].name.folded.contains(text.folded)
      }
    }
    return []
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (places, language) = (Places.standard, context.language)
    table.draw(in: &frame, area, language, count: rows.count) { index in
      let standing = rows[index]
      let state = ReportWords.state(standing, period, today: context.today)
      return Table.Row([
        Table.Row.Cell(places[standing.unit].fullName(language)),
        Table.Row.Cell(places.district(of: standing.unit).map { places[$0].name } ?? ""),
        Table.Row.Cell(state.words[language], state.style),
      ])
    }
  }
}
