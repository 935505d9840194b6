import Model

/// The months of one commune: how many left, what was reported, what a supervisor has said to it.
struct CommuneReportsScreen: Screen {
  private let unit: UnitID
  private var matrix: ReportMatrix
  private var actions = ReportActions()
  private var table = Table([
    Column(Words("Kỳ", "Period"), width: 9), Column(Words("Lượt đi", "Left"), width: 7, .right),
    Column(Words("Hạn", "Due"), width: 10), Column(Words("Báo ngày", "Received"), width: 12),
    Column(Words("Tình trạng", "State"), most: 36),
  ])

  init(_ unit: UnitID, year: Int, month: Int? = nil, _ context: Context) {
    self.unit = unit
    matrix = ReportMatrix(context.census, unit, year: year)
    let last = ReportingPeriod.lastDue(on: context.today, dueDay: context.plan.reportDueDay)
    // The month to be reported now: the first one after the last due that is over, else the last due.
    let next = last.next.last.map { $0 <= context.today } ?? false ? last.next : last
    // What came back is to be sent again first.
    let returned = matrix.cells[0].firstIndex { $0.standings.contains { $0.state == .returned } }
    table.select(
      month.map { $0 - 1 } ?? returned ?? (year == next.year ? next.month - 1 : 0), count: 12)
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [ReportWords.title[context.language]] + context.path(of: unit).suffix(2)
  }

  func facts(_ context: Context) -> String {
    context.placesNote(unit) + ReportWords.facts(matrix.year, context)
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping || actions.asked != nil }

  func keymap(_ context: Context) -> Keymap {
    if actions.asked != nil { return AskedLine.keymap + Keymap.text }
    let keymap =
      (Keymap.shortList + .periods + ReportActions.bindings(context) + [
        .action(.history, inFooter: false), .action(.print, inFooter: false), ListedPlaces.key,
      ])
      .labelled(.confirm, Words("Mở người đi", "Open people"))
      .labelled(.earlier, Words("Năm trước", "Year before")).labelled(.later, Words("Năm sau", "Year after"))
    return context.office.role == .supervisor
      ? keymap.footer(.confirm, .approve, .giveBack, .seal, .exempt, .undo, .help, .cancel)
      : keymap.footer(.send, .reportNothing, .confirm, .undo, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if let effects = actions.answer(input, context) { return effects }
    switch input {
    case .reloaded: matrix = ReportMatrix(context.census, unit, year: matrix.year)
    case .saved(let id): return actions.saved(id)
    case .command(let command) where !table.isTyping: return act(command, input, context)
    default: _ = table.handle(input, count: 12, area: context.body)
    }
    return []
  }

  private var period: ReportingPeriod { matrix.periods[min(11, table.selection)] }

  private mutating func act(_ command: Command, _ input: Input, _ context: Context) -> [Effect] {
    if let step = ReportActions.step(command) {
      let reporting = matrix.cells[0][period.month - 1].standings.map(\.unit)
      return actions.take(step, reporting.isEmpty ? [unit] : reporting, period, context)
    }
    switch command {
    case .earlier: return turn(-1, context)
    case .later: return turn(1, context)
    case .confirm:
      return [
        .open(
          .departures(
            DepartureFilter(
              unit: unit, period: Period(year: matrix.year, month: period.month), figure: .departed)))
      ]
    case .history:
      let entity = PeriodReport.entity(unit: Places.standard.key(of: unit), period: period.code)
      guard context.register.row(of: entity) != nil else {
        return .refusal(Words("Kỳ này chưa ghi gì", "Nothing is kept of that period"))
      }
      return [.open(.history(entity))]
    case .print:
      let months = Period(year: matrix.year, month: period.month)
      return Printing.effects(DocumentRequest(.period, unit, months), context)
    case .otherPlaces: return [.replace(.reports(Places.standard.inNextCatalogue(unit), matrix.year))]
    case .undo: return [.undoLast]
    case .redo: return [.redoLast]
    case .cancel, .upLevel: return [.close]
    default: _ = table.handle(input, count: 12, area: context.body)
    }
    return []
  }

  private mutating func turn(_ step: Int, _ context: Context) -> [Effect] {
    guard (2019...2100).contains(matrix.year + step) else { return [.beep] }
    matrix = ReportMatrix(context.census, unit, year: matrix.year + step)
    return []
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let language = context.language
    let (list, rest) = area.split(bottom: area.height > 14 ? 3 : area.height > 2 ? 1 : 0)
    table.draw(in: &frame, list, language, count: 12) { index in
      let period = matrix.periods[index]
      let cell = matrix.cells[0][index]
      let all = cell.standings.map { ReportWords.state($0, period, today: context.today) }
      let missing = cell.missing
      let state =
        all.count > 1 && missing > 0 && all.first.map { $0.words != ReportWords.ahead } ?? false
        ? (Words("\(missing)? xã chưa báo cáo", "\(missing)? communes not reported"), .warning)
        : all.first ?? (Words("", ""), .dim)
      let received = cell.standings.compactMap(\.receivedOn).min()?.text ?? ""
      let late = cell.standings.contains { $0.isReceived && !$0.isInTime } ? " !" : ""
      return Table.Row([
        Table.Row.Cell(Words("Tháng \(index + 1)", period.code)[language]),
        Table.Row.Cell("\(cell.departures)"), Table.Row.Cell(period.due?.text ?? ""),
        Table.Row.Cell(received + late, late.isEmpty ? .plain : .warning),
        Table.Row.Cell(state.words[language], state.style),
      ])
    }
    guard rest.height > 0 else { return }
    if let asked = actions.asked {
      asked.line.draw(in: &frame, rest.row(rest.height - 1), language)
    } else {
      for (line, text) in details(context).prefix(rest.height).enumerated() {
        frame.write(" " + text[language], in: rest.row(line), .plain)
      }
    }
  }

  /// What is to be said of the chosen month: the note with which it came back, what was sealed.
  private func details(_ context: Context) -> [Words] {
    let register = context.register
    return matrix.cells[0][period.month - 1].standings.flatMap { standing -> [Words] in
      let entity = PeriodReport.entity(unit: Places.standard.key(of: standing.unit), period: period.code)
      guard let row = register.row(of: entity)?.row else { return [] }
      let note = register.text(PeriodReport.note, row).map { note in
        standing.state == .exempt
          ? Words("Được miễn vì: \(note)", "Exempt because: \(note)")
          : Words("Trả lại vì: \(note)", "Note: \(note)")
      }
      let by = register.text(PeriodReport.by, row).map { Words("Người báo cáo: \($0)", "Reported by: \($0)") }
      let seal = register.text(PeriodReport.digest, row).map { digest in
        let count = register.integer(PeriodReport.departures, row) ?? 0
        return Words("Đã khóa \(count) lượt · mã \(digest)", "Sealed \(count) · \(digest)")
      }
      return [note, by, seal].compactMap { $0 }
    }
  }
}
