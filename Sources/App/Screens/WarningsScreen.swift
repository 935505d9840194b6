import Model

/// The warnings on the departures of a year, with the reasons for which they were passed over; Enter opens the record.
struct WarningsScreen: Screen {
  private let unit: UnitID
  private var year: Int
  private var rows: [WarningRow]
  /// Whether something has arrived since the rows were read.
  private var isStale = false
  private var table = Table(
    [
      Column(Words("Lượt xuất cảnh", "Departure"), width: 24), Column(Words("Xã", "Commune"), width: 14),
      Column(Words("Mã", "Code"), width: 4), Column(Words("Lý do", "Reason")),
    ], emptyWords: Words("Không có cảnh báo nào", "No warnings"))

  init(_ unit: UnitID, year: Int, _ context: Context) {
    self.unit = unit
    self.year = year
    rows = WarningRow.rows(unit, year, context)
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Hôm nay", "Today")[context.language], Places.standard[unit].fullName(context.language)]
      + [Words("cảnh báo", "warnings")[context.language]]
  }

  func facts(_ context: Context) -> String {
    let open = rows.filter { $0.warning.reason == nil }.count
    return Words(
      "\(rows.count) cảnh báo, \(open) chưa có lý do · năm \(year)",
      "\(rows.count) warnings, \(open) without a reason · \(year)")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    (Keymap.list + Keymap.periods).footer(.confirm, .earlier, .later, .search, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded: isStale = true
    case .resumed where isStale, .tick where isStale: read(context)
    case .command(.earlier) where !table.isTyping: turn(to: year - 1, context)
    case .command(.later) where !table.isTyping: turn(to: year + 1, context)
    case .command(.confirm) where !table.isTyping:
      guard rows.indices.contains(table.selection) else { return [.beep] }
      let chosen = rows[table.selection]
      let key = context.register.key(.departure, chosen.row)
      return [.open(.departureForm(DepartureRequest(departure: key, focus: chosen.warning.field)))]
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default:
      _ = table.handle(input, count: rows.count, area: context.body) { index, text in
        rows[index].name(context).folded.contains(text.folded)
      }
    }
    return []
  }

  private mutating func turn(to year: Int, _ context: Context) {
    guard (2000...2100).contains(year) else { return }
    self.year = year
    read(context)
  }

  private mutating func read(_ context: Context) {
    rows = WarningRow.rows(unit, year, context)
    isStale = false
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (list, last) = area.split(bottom: min(1, max(0, area.height - 2)))
    table.draw(in: &frame, list, context.language, count: rows.count) { rows[$0].cells(context) }
    guard rows.indices.contains(table.selection) else { return }
    let warning = rows[table.selection].warning
    let problem = Problem(level: .warn, code: warning.code, words: warning.words)
    frame.write(" " + problem.sentence(context.language), in: last, .dim)
  }
}
