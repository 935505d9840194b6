import Model

/// Where a supervisor sees how far each target is, and the units below with a bar each.
struct ProgressScreen: Screen {
  /// What Enter on a unit opens.
  enum Opening: Int, CaseIterable, Sendable {
    case unit, people, poverty, escaped, untrained, trained, reports

    /// The people behind the number; none behind that of reports.
    var figure: PeopleQuery.Figure? {
      switch self {
      case .unit, .people: .departed
      case .poverty: .poor
      case .escaped: .escaped
      case .untrained: .untrained
      case .trained: .trained
      case .reports: nil
      }
    }

    var words: Words {
      switch self {
      case .unit: Words("Mở đơn vị", "Open unit")
      case .people: Words("Mở người đi", "Open people")
      case .poverty: Words("Mở hộ nghèo", "Open poor")
      case .escaped: Words("Mở hộ thoát", "Open escaped")
      case .untrained: Words("Mở thiếu T3", "Open untrained")
      case .trained: Words("Mở đủ T3", "Open trained")
      case .reports: Words("Mở báo cáo", "Open reports")
      }
    }
  }

  private let unit: UnitID
  private var period: Period
  private var progress: Progress {
    didSet { table.columns = ProgressScreen.columns(progress) }
  }
  private var forecast: Forecast?
  private var opening = Opening.unit
  /// The target that is chosen; `nil` while a unit is.
  private var target: Int? { didSet { if target != oldValue { figure = 0 } } }
  /// Which of the target's numbers Enter opens.
  private var figure = 0
  private var table: Table
  /// The period to be printed, while it is asked for.
  private var printing: PrintQuestion?

  init(_ unit: UnitID, _ period: Period, _ context: Context) {
    self.unit = unit
    self.period = period
    progress = Progress(context.census, Scope(unit), period)
    forecast = progress.forecast(context.census)
    table = Table(ProgressScreen.columns(progress))
    if progress.rows.isEmpty { target = 0 }
  }

  /// How many cells the longest of some parts takes.
  static func room(for parts: [Progress.Part]) -> Int {
    parts.map { "\($0.numerator)/\($0.denominator)".count }.max() ?? 0
  }

  /// The last one says which month's reports it counts.
  private static func columns(_ progress: Progress) -> [Column] {
    let parts = progress.reports.period.split(separator: "-")
    let month = "\(parts.last ?? "")/\(parts.first?.suffix(2) ?? "")"
    // T3 may have a sign before it.
    let (t2, t3) = (room(for: progress.rows.map(\.poverty)), room(for: progress.rows.map(\.training)) + 1)
    return [
      Column(Words("Đơn vị", "Unit")), Column(Words("Chỉ tiêu", "Target"), width: 8, .right),
      Column(Words("Đã đi", "Left"), width: 5, .right), Column(Words("Tiến độ", "Progress"), width: 14),
      Column(Words("T2", "T2"), width: max(6, t2), .right),
      Column(Words("T3", "T3"), width: max(8, t3), .right),
      Column(Words("BC \(month)", "Rp \(month)"), width: 8, .right),
    ]
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Tiến độ", "Progress")[context.language]] + context.path(of: unit)
  }

  func facts(_ context: Context) -> String {
    let plan = context.plan.document.number
    let places = context.placesNote(unit)
    let period = period.shortWords
    return Words(
      "KH \(plan) · \(places)\(period.vi) · \(context.today.text)",
      "Plan \(plan) · \(places)\(period.en) · \(context.today.text)")[context.language]
  }

  var hasLevels: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    if printing != nil { return PrintQuestion.keymap }
    return
      ((progress.rows.isEmpty ? Keymap.shortList : .list) + .periods + .lengths + .views + [
        .action(.matrix), .action(.trend), .action(.breakdown), .action(.map),
        .action(.target, label: Words("Giao chỉ tiêu", "Decide targets"), disabled: context.cannotWrite),
        .action(.otherPlaces), .action(.print),
      ])
      .labelled(.confirm, target == nil ? opening.words : openingOfTarget)
      .labelled(.nextView, Words("Mở khác", "Other"))
      .footer(.confirm, .nextView, .trend, .matrix, .breakdown, .print, .help, .earlier, .later)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if input != .reloaded, let answer = printing?.update(input, context) {
      if answer.isDone { printing = nil }
      return answer.effects
    }
    switch input {
    case .command(.print) where !table.isTyping: printing = PrintQuestion(unit, period, context)
    case .reloaded: count(context)
    case .command(let command) where Period.isMove(command) && !table.isTyping:
      guard let next = period.after(command, context.today) else { return [.beep] }
      period = next
      count(context)
    // What is typed into a search concerns the list alone: Enter ends it and opens nothing.
    case .command where table.isTyping: move(input, context)
    case .command(.nextView): return turn(1)
    case .command(.trend): return [.open(.breakdown(unit, period, .month))]
    case .command(.breakdown): return [.open(.breakdown(unit, period, .market))]
    case .command(.otherPlaces):
      return [.replace(.progress(Places.standard.inNextCatalogue(unit), period))]
    case .command(.map): return [.open(.map(unit, period))]
    case .command(.target): return [.open(.targets(unit, period.year))]
    case .command(.matrix): return [.open(.reports(unit, period.year))]
    case .command(.previousView): return turn(-1)
    case .command(.cancel), .command(.upLevel): return [.close]
    case .command(.confirm): return open(context)
    case .command(.up) where target != nil: target = max(0, (target ?? 0) - 1)
    case .command(.up) where table.selection == 0: target = ProgressTargets.count - 1
    case .command(.down) where target != nil:
      let next = (target ?? 0) + 1
      target =
        next < ProgressTargets.count || progress.rows.isEmpty ? min(next, ProgressTargets.count - 1) : nil
    case .command(.first): target = 0
    case .command(.search): seek(context)
    default:
      if input == .command(.last) || input == .command(.pageDown) {
        target = progress.rows.isEmpty ? target : nil
      }
      move(input, context)
    }
    return []
  }

  /// A search goes through the units: no target is chosen any more.
  private mutating func seek(_ context: Context) {
    target = nil
    move(.command(.search), context)
  }

  private mutating func move(_ input: Input, _ context: Context) {
    let names = progress.rows.map { Self.name($0.unit, context).folded }
    _ = table.handle(input, count: names.count, area: units(context.body)) { names[$0].contains($1.folded) }
  }

  var isTyping: Bool { table.isTyping || printing != nil }

  private mutating func count(_ context: Context) {
    progress = Progress(context.census, Scope(unit), period)
    forecast = progress.forecast(context.census)
  }

  /// The numbers of a target that can be opened, that by which it is judged first.
  private var doors: [(words: Words, route: Route)] {
    let figures: [PeopleQuery.Figure]
    switch target {
    case 0: figures = [.departed, .pipeline]
    case 1: figures = [.poor, .escaped, .nearPoor, .notReviewed, .areaUnknown]
    case 2: figures = progress.t3.numerator < progress.t3.denominator ? [.untrained, .trained] : [.trained]
    case 3: return IncidentFilter.doors(unit, period, progress.t4).map { ($0.words, .incidents($0)) }
    default: return []
    }
    return figures.map { figure in
      (figure.words, .departures(DepartureFilter(unit: unit, period: period, figure: figure)))
    }
  }

  private var openingOfTarget: Words {
    let words = doors[min(figure, doors.count - 1)].words
    return Words("Mở \(words.vi)", "Open \(words.en)")
  }

  private mutating func turn(_ step: Int) -> [Effect] {
    if target != nil {
      let count = doors.count
      guard count > 1 else { return [.beep] }
      figure = (figure + step + count) % count
      return []
    }
    let all = Opening.allCases.count
    opening = Opening(rawValue: (opening.rawValue + step + all) % all) ?? .unit
    return []
  }

  private func open(_ context: Context) -> [Effect] {
    if target != nil {
      return [.open(doors[min(figure, doors.count - 1)].route)]
    }
    guard progress.rows.indices.contains(table.selection) else { return people(unit, .departed) }
    guard let below = progress.rows[table.selection].unit else {
      guard let figure = opening.figure else { return [.beep] }
      return [.open(.departures(.unplaced(in: unit, period, figure)))]
    }
    if opening == .unit, Places.standard[below].level != .commune {
      return [.open(.progress(below, period))]
    }
    return opening.figure.map { people(below, $0) } ?? [.open(MapScreen.reports(below, progress))]
  }

  private func people(_ unit: UnitID, _ figure: PeopleQuery.Figure) -> [Effect] {
    [.open(.departures(DepartureFilter(unit: unit, period: period, figure: figure)))]
  }

  private func units(_ area: Rect) -> Rect {
    area.split(top: ProgressTargets.height + 1).1
  }

  private static func name(_ unit: UnitID?, _ context: Context) -> String {
    unit.map { Places.standard[$0].name } ?? Projection.unknownWords[context.language]
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (top, rest) = area.split(top: ProgressTargets.height)
    if !progress.rows.isEmpty {
      if rest.height > 0 { frame.rule(rest.y) }
      table.draw(
        in: &frame, rest.split(top: 1).1, context.language, count: progress.rows.count,
        isActive: target == nil
      ) { row(progress.rows[$0], context) }
    }
    ProgressTargets(progress: progress, forecast: forecast).draw(in: &frame, top, context, chosen: target)
    printing?.draw(in: &frame, area, context.language)
  }

  private func row(_ row: Progress.Row, _ context: Context) -> Table.Row {
    let isPoor = row.unit.flatMap { Places.standard[$0].poorDistrict } ?? false
    let poor = isPoor ? " · " + Words("nghèo", "poor")[context.language] : ""
    let expected = row.target.map { target -> ProgressBar in
      let whole = Double(max(1, target))
      let pace = Double(row.expected ?? 0) / whole
      return ProgressBar(share: Double(row.departures) / whole, tick: pace)
    }
    func part(_ part: Progress.Part, isComplete: Bool) -> Table.Row.Cell {
      guard part.denominator > 0 else { return Table.Row.Cell("–", .dim) }
      let isShort = isComplete && part.numerator < part.denominator
      return Table.Row.Cell(
        (isShort ? "!" : "") + "\(part.numerator)/\(part.denominator)", isShort ? .warning : .plain)
    }
    return Table.Row([
      Table.Row.Cell(Self.name(row.unit, context) + poor),
      Table.Row.Cell(row.target.map(String.init) ?? "–", row.target == nil ? .dim : .plain),
      Table.Row.Cell(String(row.departures)), Table.Row.Cell(expected ?? ProgressBar(share: nil)),
      part(row.poverty, isComplete: false), part(row.training, isComplete: true),
      part(
        Progress.Part(numerator: row.reports.received, denominator: row.reports.due), isComplete: true),
    ])
  }
}
