import Model

/// Who has reported which month: the units below one under the other, those that miss most first.
struct ReportMatrixScreen: Screen {
  private let unit: UnitID
  private var matrix: ReportMatrix
  /// The chosen month, 0 to 11.
  private var month: Int
  /// The rows of the matrix in the order in which they are shown.
  private var order: [Int]
  private var marked: Set<UnitID> = []
  private var actions = ReportActions()
  private var table: Table

  init(_ unit: UnitID, year: Int, month asked: Int? = nil, _ context: Context) {
    self.unit = unit
    let matrix = ReportMatrix(context.census, unit, year: year)
    let last = ReportingPeriod.lastDue(on: context.today, dueDay: context.plan.reportDueDay)
    month = asked.map { $0 - 1 } ?? (year == last.year ? last.month - 1 : year < last.year ? 11 : 0)
    order = matrix.missingFirst(month: month)
    self.matrix = matrix
    table = Table([])
    table.columns = columns(context)
  }

  /// The columns: no month is wider than its widest number, so that the year has room beside them.
  private func columns(_ context: Context) -> [Column] {
    let texts = matrix.cells.flatMap { row in
      zip(row, matrix.periods).map { ReportWords.text($0, $1, today: context.today).text.count }
    }
    let widest = texts.max() ?? 0
    return [Column(Words("Đơn vị", "Unit"), most: 19)]
      + (0..<12).map { column in
        let number = column + 1
        return Column(
          column == month ? Words("[\(number)]", "[\(number)]") : Words("T\(number)", "M\(number)"),
          width: max(number < 10 ? 3 : 4, widest), .right)
      } + [Column(Words("Năm", "Year"), width: 4, .right)]
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [ReportWords.title[context.language]] + context.path(of: unit)
  }

  func facts(_ context: Context) -> String {
    context.placesNote(unit) + ReportWords.facts(matrix.year, context)
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping || actions.asked != nil }

  func keymap(_ context: Context) -> Keymap {
    if actions.asked != nil { return AskedLine.keymap + Keymap.text }
    let keymap =
      (Keymap.list + .periods + .marking + [.ofYear] + ReportActions.bindings(context) + [
        .action(
          .approveClean,
          disabled: ReportActions.bindings(context).first { $0.command == .approve }?.disabled),
        .action(.reports, label: Words("Các kỳ của xã", "Periods of it")), .action(.print, inFooter: false),
        .action(.otherPlaces, inFooter: false),
      ]).labelled(.earlier, Words("Tháng trước", "Month before"))
      .labelled(.later, Words("Tháng sau", "Month after"))
    return context.office.role == .supervisor
      ? keymap.footer(.confirm, .approve, .approveClean, .giveBack, .seal, .later, .help, .cancel)
      : keymap.footer(.confirm, .reports, .earlier, .later, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if let effects = actions.answer(input, context) { return effects }
    switch input {
    case .reloaded: read(context)
    case .saved(let id): return actions.saved(id)
    case .command(let command) where !table.isTyping: return act(command, input, context)
    default: move(input, context)
    }
    return []
  }

  private mutating func act(_ command: Command, _ input: Input, _ context: Context) -> [Effect] {
    if let step = ReportActions.step(command) {
      let units = chosenUnits
      guard !units.isEmpty else { return noUnit }
      marked = []
      return actions.take(step, units, matrix.periods[month], context)
    }
    switch command {
    case .earlier: return turn(-1, context)
    case .later: return turn(1, context)
    case .mark:
      guard let chosen else { return noUnit }
      if marked.remove(chosen) == nil { marked.insert(chosen) }
      table.select(table.selection + 1, count: order.count)
    case .approveClean:
      return actions.approveClean(communesBelow, matrix.periods[month], context)
    case .confirm: return open(context)
    case .nextView: return openYear()
    case .reports:
      guard let chosen else { return noUnit }
      return [.open(.reports(chosen, matrix.year, month: month + 1))]
    case .print:
      let request = DocumentRequest(.completeness, unit, Period(year: matrix.year))
      return Printing.effects(request, context)
    case .otherPlaces:
      return [.replace(.reports(Places.standard.inNextCatalogue(unit), matrix.year, month: month + 1))]
    case .undo: return [.undoLast]
    case .redo: return [.redoLast]
    case .cancel, .upLevel: return [.close]
    default: move(input, context)
    }
    return []
  }

  /// The unit under the pointer.
  private var chosen: UnitID? {
    order.indices.contains(table.selection) ? matrix.units[order[table.selection]] : nil
  }

  /// Why nothing can be done to the chosen row: there is none, or it is of no certain unit.
  private var noUnit: [Effect] {
    order.indices.contains(table.selection)
      ? .refusal(Words("Dòng này không phải một đơn vị", "That row is no unit")) : .nothingChosen
  }

  /// Those marked, in the order of the rows, else the one under the pointer.
  private var chosenUnits: [UnitID] {
    let all = order.compactMap { matrix.units[$0] }.filter(marked.contains)
    return all.isEmpty ? chosen.map { [$0] } ?? [] : all
  }

  /// Every commune on the screen; under a pointer on a district those of that district.
  private var communesBelow: [UnitID] {
    guard let chosen, Places.standard[chosen].level != .commune else {
      return matrix.cells.flatMap { $0[month].standings.map(\.unit) }
    }
    return matrix.cells[order[table.selection]][month].standings.map(\.unit)
  }

  private func open(_ context: Context) -> [Effect] {
    guard order.indices.contains(table.selection) else { return .nothingChosen }
    let asked = Period(year: matrix.year, month: month + 1)
    guard let chosen else { return [.open(.departures(.unplaced(in: unit, asked, .departed)))] }
    guard Places.standard[chosen].level == .commune else {
      return [.open(.reports(chosen, matrix.year, month: month + 1))]
    }
    let (cell, period) = (matrix.cells[order[table.selection]][month], matrix.periods[month])
    return cell.isMissingSeveral(period, today: context.today)
      ? [.open(.missingReports(chosen, period))]
      : [.open(.departures(DepartureFilter(unit: chosen, period: asked, figure: .departed)))]
  }

  /// The number of the year is opened: everybody who left then.
  private func openYear() -> [Effect] {
    guard order.indices.contains(table.selection) else { return .nothingChosen }
    let asked = Period(year: matrix.year)
    let filter = chosen.map { DepartureFilter(unit: $0, period: asked, figure: .departed) }
    return [.open(.departures(filter ?? .unplaced(in: unit, asked, .departed)))]
  }

  private mutating func turn(_ step: Int, _ context: Context) -> [Effect] {
    let at = matrix.year * 12 + month + step
    guard (2019...2100).contains(at / 12) else { return [.beep] }
    if at / 12 != matrix.year { matrix = ReportMatrix(context.census, unit, year: at / 12) }
    month = at % 12
    let kept = chosen
    order = matrix.missingFirst(month: month)
    table.columns = columns(context)
    select(kept)
    return []
  }

  private mutating func select(_ unit: UnitID?) {
    if let unit, let index = order.firstIndex(where: { matrix.units[$0] == unit }) {
      table.select(index, count: order.count)
    }
  }

  /// What is shown changes; where it stands does not, so that the hand finds the next one below.
  private mutating func read(_ context: Context) {
    let units = order.map { matrix.units[$0] }
    matrix = ReportMatrix(context.census, unit, year: matrix.year)
    let kept = units.compactMap { unit in matrix.units.firstIndex { $0 == unit } }
    order = kept.count == matrix.units.count ? kept : matrix.missingFirst(month: month)
  }

  private mutating func move(_ input: Input, _ context: Context) {
    _ = table.handle(input, count: order.count, area: list(context.body)) { index, text in
      matrix.units[order[index]].map { Places.standard[$0].name.folded.contains(text.folded) } ?? false
    }
  }

  private func list(_ area: Rect) -> Rect {
    area.split(top: min(2, max(0, area.height - 3))).1.split(bottom: area.height > 4 ? 1 : 0).0
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let language = context.language
    let period = matrix.periods[month]
    let top = area.split(top: min(2, max(0, area.height - 3))).0
    if top.height > 0 {
      frame.write(ReportWords.sentence(matrix.tally(month: month), period)[language], in: top.row(0), .plain)
    }
    if top.height > 1 { frame.rule(top.y + 1) }
    table.draw(in: &frame, list(area), language, count: order.count) { row($0, context) }
    guard area.height > 4 else { return }
    let last = area.row(area.height - 1)
    if let asked = actions.asked {
      asked.line.draw(in: &frame, last, language)
    } else {
      let excused = order.indices.contains(table.selection) ? exemption(context) : nil
      frame.write((excused ?? matrix.legend)[language], in: last, .dim)
    }
  }

  /// Why communes of the chosen cell need not report.
  private func exemption(_ context: Context) -> Words? {
    ReportWords.exemption(
      matrix.cells[order[table.selection]][month].standings, matrix.periods[month], context.register,
      isNamed: chosen.map { Places.standard[$0].level != .commune } ?? true)
  }

  private func row(_ index: Int, _ context: Context) -> Table.Row {
    let row = order[index]
    let unit = matrix.units[row]
    let mark = unit.map(marked.contains) ?? false ? "* " : ""
    let name = unit.map { Places.standard[$0].name } ?? Projection.unknownWords[context.language]
    let cells = (0..<12).map { month -> Table.Row.Cell in
      let (text, style) = ReportWords.text(
        matrix.cells[row][month], matrix.periods[month], today: context.today)
      let isChosen = index == table.selection && month == self.month
      return Table.Row.Cell(text, isChosen ? .focused : style)
    }
    return Table.Row(
      [Table.Row.Cell(mark + name, mark.isEmpty ? .plain : .marked)] + cells
        + [Table.Row.Cell("\(matrix.total(row: row))")])
  }
}

extension Binding {
  /// The number of the year, beside those of the months.
  fileprivate static let ofYear = Binding(
    keys: [.tab], command: .nextView, label: Words("Mở người cả năm", "People of the year"))
}
