import Model

/// The yearly review of a commune: its households one under the other, the class of each by one key.
struct ReviewScreen: Screen {
  private let unit: UnitID
  private var year: Int
  private var rows: [HouseholdRow]
  private var table: Table
  /// The household that each save is of, to go back to if it fails.
  private var pending: [Change.ID: Int] = [:]
  /// Whether the last class was that of the last household without one: one key too many changes nothing.
  private var isFinished = false
  /// The classes before something was taken back, to find what it was.
  private var before: [String?]?

  init(_ unit: UnitID, year: Int, _ context: Context) {
    self.unit = unit
    self.year = min(max(ReviewScreen.firstYear, year), context.today.year)
    rows = HouseholdRow.rows(unit, context)
    table = ReviewScreen.table(self.year)
    goToOpen(from: 0, context)
  }

  private static let firstYear = 2000

  private static func table(_ year: Int) -> Table {
    Table(
      [
        Column(Words("Hộ", "Household"), width: 11), Column(Words("Người lao động", "Workers"), most: 30),
        Column(Words("Thôn, bản", "Village"), width: 13),
        Column(Words("Trước \(year)", "Before \(year)"), width: 17),
        Column(Words("\(year)", "\(year)"), width: 12),
      ], emptyWords: Words("Xã này chưa có hộ nào trên sổ", "No households of this commune are on file"))
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Rà soát hộ", "Review households")[context.language]] + context.path(of: unit).suffix(2)
  }

  func facts(_ context: Context) -> String {
    let open = rows.filter { context.register.reviewedClass($0.row, in: year) == nil }.count
    return Words(
      "\(rows.count) hộ, chưa rà soát \(open) · năm \(year)",
      "\(rows.count) households, \(open) not reviewed · \(year)")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    let keys =
      Keymap.list + Keymap.periods + HouseholdWords.actions(disabled: context.cannotWrite) + [
        .action(.household, inFooter: false), .action(.history, inFooter: false),
        .action(.undo, disabled: context.cannotWrite), .action(.redo, disabled: context.cannotWrite),
      ]
    return keys.labelled(.earlier, Words("năm trước", "earlier")).labelled(.later, Words("năm sau", "later"))
      .footer(.class1, .class2, .class3, .class4, .class5, .undo, .help, .earlier, .later)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded, .resumed: read(context)
    case .saved(let id): pending[id] = nil
    case .failed(let id, _):
      isFinished = false
      if let row = pending.removeValue(forKey: id), let index = rows.firstIndex(where: { $0.row == row }) {
        table.select(index, count: rows.count)
      }
    case .command(let command) where !table.isTyping:
      if let code = HouseholdWords.code(of: command) { return say(code, context) }
      isFinished = false
      return act(command, input, context)
    default: move(input, context)
    }
    return []
  }

  private mutating func act(_ command: Command, _ input: Input, _ context: Context) -> [Effect] {
    switch command {
    case .earlier: return turn(to: year - 1, context)
    case .later: return turn(to: year + 1, context)
    case .undo, .redo:
      before = classes(context)
      return [command == .undo ? .undoLast : .redoLast]
    case .history: return withChosen(context) { [.open(.history($0))] }
    case .confirm, .household: return withChosen(context) { [.open(.household($0))] }
    case .cancel, .upLevel: return [.close]
    default: move(input, context)
    }
    return []
  }

  private func withChosen(_ context: Context, _ act: (String) -> [Effect]) -> [Effect] {
    rows.indices.contains(table.selection)
      ? act(context.register.key(.household, rows[table.selection].row)) : .nothingChosen
  }

  private mutating func move(_ input: Input, _ context: Context) {
    _ = table.handle(input, count: rows.count, area: context.body) { index, text in
      let row = rows[index]
      return [row.name, row.members, row.village].contains { $0.folded.contains(text.folded) }
    }
  }

  /// Says the class of the chosen household and goes to the next that has none.
  private mutating func say(_ code: String, _ context: Context) -> [Effect] {
    guard rows.indices.contains(table.selection) else { return .nothingChosen }
    if isFinished {
      let words = Words(
        "Đã rà soát hết. Muốn sửa: chọn hộ trước.", "All are reviewed. To correct one, choose it first.")
      return [.notify(words, .notice), .beep]
    }
    let index = table.selection
    let row = rows[index].row
    let change = context.register.change(context.register.edits(reviewing: row, in: year, as: code))
    goToOpen(from: index + 1, context)
    guard !change.isEmpty else { return [] }
    isFinished = rows.allSatisfy {
      $0.row == row || context.register.reviewedClass($0.row, in: year) != nil
    }
    pending[change.id] = row
    return [.save(change)]
  }

  /// Chooses the first household from an index on that has no class yet; else the one at the index.
  private mutating func goToOpen(from index: Int, _ context: Context) {
    let open = rows.indices.first {
      $0 >= index && context.register.reviewedClass(rows[$0].row, in: year) == nil
    }
    table.select(open ?? index, count: rows.count)
  }

  private mutating func turn(to year: Int, _ context: Context) -> [Effect] {
    guard (ReviewScreen.firstYear...context.today.year).contains(year) else { return [.beep] }
    self.year = year
    table = ReviewScreen.table(year)
    before = nil
    goToOpen(from: 0, context)
    return []
  }

  private func classes(_ context: Context) -> [String?] {
    rows.map { context.register.reviewedClass($0.row, in: year) }
  }

  /// Reads the households anew and stays on the chosen one, or goes to the one whose class was taken back.
  private mutating func read(_ context: Context) {
    let chosen = rows.indices.contains(table.selection) ? rows[table.selection].row : nil
    let old = before.map { zip(rows.map(\.row), $0) }
    rows = HouseholdRow.rows(unit, context)
    let changed = old?.first { row, code in context.register.reviewedClass(row, in: year) != code }?.0
    before = nil
    if let index = rows.firstIndex(where: { $0.row == changed ?? chosen }) {
      table.select(index, count: rows.count)
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    table.draw(in: &frame, area, context.language, count: rows.count) { index in
      let row = rows[index]
      return Table.Row([
        Table.Row.Cell(row.name.isEmpty ? "–" : row.name), Table.Row.Cell(row.members),
        Table.Row.Cell(row.village), last(row.row, context), HouseholdWords.cell(row.row, year, context),
      ])
    }
  }

  /// The class of the year before; an older one says its year.
  private func last(_ household: Int, _ context: Context) -> Table.Row.Cell {
    guard let known = context.register.classBefore(year, of: household) else { return Table.Row.Cell("–") }
    let words = HouseholdWords.short(known.code, context.language)
    return Table.Row.Cell(known.year == year - 1 ? words : "\(words) \(known.year)", .dim)
  }
}
