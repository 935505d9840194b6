import Model

/// What asks for attention today, and the ways to everything else; Enter goes to the very place.
struct HomeScreen: Screen {
  struct Item: Sendable {
    let title: String
    let detail: String
    let style: Style
    let route: Route
  }

  /// All that follows the drafts.
  private var rest: [Item]
  private var discarding = LeavingGuard()
  /// By which places my unit is told; `nil` for those of the office.
  private var catalogue: Catalogue?
  /// My unit's figures of this year, counted once for the list and the last line.
  private var progress: Progress
  /// How many warnings of this year have no reason yet, once a quiet second has passed.
  private var openWarnings: Int?
  /// Whether they are to be counted in the next quiet second.
  private var areWarningsStale = true
  /// The question for which period my unit's report is printed, while it is asked.
  private var printing: PrintQuestion?
  /// Which of the year's numbers on the last line is chosen; `nil` while a line of the list is.
  private var figure: Int?
  private var table = Table([Column(Words("", ""), width: 27), Column(Words("", ""))])

  init(_ context: Context) {
    progress = HomeScreen.count(context)
    rest = HomeScreen.rest(context, own: context, progress)
  }

  private func items(_ context: Context) -> [Item] { HomeScreen.drafts(context) + rest }

  /// The draft under the pointer.
  private func chosenDraft(_ context: Context) -> DraftRecord? {
    context.drafts.indices.contains(table.selection) ? context.drafts[table.selection] : nil
  }

  private static func count(_ context: Context) -> Progress {
    Progress(context.census, Scope(context.unit), year: context.today.year)
  }

  /// The same by other places: the office's unit is the one that it certainly is, else the province.
  private func asOf(_ context: Context) -> Context {
    guard let catalogue else { return context }
    var context = context
    let places = Places.standard
    context.office.unit =
      if case .unit(let unit) = places.project(context.unit, to: catalogue) { unit } else {
        places.province(of: catalogue)
      }
    return context
  }

  func breadcrumbs(_ context: Context) -> [String] {
    let name = catalogue.map { _ in Places.standard[asOf(context).unit].fullName(context.language) }
    return [Words("Hôm nay", "Today")[context.language], name ?? context.office.name]
  }

  func facts(_ context: Context) -> String {
    let places = catalogue.map { context.namedPlaces($0)[context.language] + " · " } ?? ""
    return "\(places)\(context.today.weekdayName[context.language]) \(context.today.text)"
  }

  var isTyping: Bool { table.isTyping || printing != nil }

  func keymap(_ context: Context) -> Keymap {
    if printing != nil { return PrintQuestion.keymap }
    let draft = chosenDraft(context)
    let keymap =
      (Keymap.shortList + .views + [
        .action(
          .add, label: context.isReadOnly ? Words("Xem lượt đã nhập", "View departures") : nil),
        .action(
          .delete, label: Words("Bỏ nháp", "Discard draft"),
          disabled: draft == nil ? Words("Chỉ nháp mới bỏ được", "Only a draft can be discarded") : nil),
        .action(.reports, inFooter: false), .action(.print, inFooter: false), ListedPlaces.key,
        .action(.undo, inFooter: false, disabled: context.cannotWrite),
        .action(.redo, inFooter: false, disabled: context.cannotWrite),
      ])
      .labelled(.confirm, figure.map { ThisYear.opening($0) } ?? Words("Mở", "Open"))
      .labelled(.nextView, Words("Số trong năm", "The year's numbers"))
      .labelled(.previousView, Words("Số trước", "Number before"))
    return draft == nil
      ? keymap.footer(.confirm, .add, .palette, .help, .quit)
      : keymap.footer(.confirm, .delete, .add, .palette, .help, .quit)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    discarding.note(input)
    let asked = context
    let context = asOf(context)
    if input != .reloaded, let answer = printing?.update(input, context) {
      if answer.isDone { printing = nil }
      return answer.effects
    }
    switch input {
    case .reloaded, .resumed: count(asked)
    case .tick where areWarningsStale && HomeScreen.areFew(context):
      var walk = WarningWalk(context.census, Scope(context.unit), year: context.today.year)
      walk.go()
      (openWarnings, areWarningsStale) = (walk.found.open.count, false)
      rest = HomeScreen.rest(context, own: asked, progress, openWarnings)
    case .command(.nextView), .command(.previousView):
      figure = ThisYear.after(figure, by: input == .command(.nextView) ? 1 : -1)
    case .command(.confirm) where figure != nil:
      let wanted = ThisYear.figures[figure ?? 0]
      let year = Period(year: context.today.year)
      return [.open(.departures(DepartureFilter(unit: context.unit, period: year, figure: wanted)))]
    case .command(.confirm):
      let items = items(context)
      return [.open(items[min(table.selection, items.count - 1)].route)]
    case .command(.otherPlaces) where !table.isTyping:
      let own = Places.standard[asked.unit].catalogue
      let next = (catalogue ?? own).next
      catalogue = next == own ? nil : next
      count(asked)
    case .command(.delete): return discard(context)
    case .command(.add): return [.open(.entry(asked.unit))]
    case .command(.reports): return [.open(.reports(context.unit, context.today.year))]
    case .command(.print) where !table.isTyping:
      printing = PrintQuestion(context.unit, Period(year: context.today.year), context)
    case .command(.undo): return [.undoLast]
    case .command(.redo): return [.redoLast]
    case .command(.cancel): return [.close]
    default:
      if table.handle(input, count: items(context).count, area: context.body) { figure = nil }
    }
    return []
  }

  private mutating func count(_ own: Context) {
    let context = asOf(own)
    progress = HomeScreen.count(context)
    areWarningsStale = true
    rest = HomeScreen.rest(context, own: own, progress, openWarnings)
  }

  /// Drops the chosen draft, at the second press.
  private mutating func discard(_ context: Context) -> [Effect] {
    guard let draft = chosenDraft(context) else { return [.beep] }
    let name = draft.name(context.register) ?? ""
    let asked = discarding.leave(losing: true, DraftRecord.question(name, key: "d"))
    return asked == [.close] ? [.discard(draft.id, DraftRecord.discarded(name))] : asked
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let items = items(context)
    let (list, rest) = area.split(top: max(1, area.height - 3))
    table.draw(in: &frame, list, context.language, count: items.count, isActive: figure == nil) { index in
      let item = items[index]
      return Table.Row([Table.Row.Cell(item.title, item.style), Table.Row.Cell(item.detail)])
    }
    if rest.height > 1 {
      frame.rule(rest.y)
      ThisYear(progress, chosen: figure).draw(in: &frame, rest.split(top: 1).1, context)
    }
    printing?.draw(in: &frame, area, context.language)
  }

  /// Whether the departures are so few that nobody notices their warnings being counted.
  private static func areFew(_ context: Context) -> Bool { context.register.count(.departure) <= 5_000 }

  /// - Parameter own: by the office's own places, by which records are decided on.
  private static func rest(
    _ context: Context, own: Context, _ progress: Progress, _ openWarnings: Int? = nil
  ) -> [Item] {
    damage(context) + Attention.allCases.compactMap { attention($0, own) } + reports(context, progress)
      + late(context)
      + places(context, openWarnings)
  }

  private static func drafts(_ context: Context) -> [Item] {
    context.drafts.map { draft in
      let focus = draft.scope["batchFocus"] ?? draft.focus
      let field = DepartureEntry.fields.first { $0.key == focus }?.label[context.language] ?? focus
      let words = Words("dừng ở ô \(field)", "stopped at \(field)")[context.language]
      return Item(
        title: Words("1 nháp chưa xong", "1 unfinished draft")[context.language],
        detail: "\(draft.name(context.register) ?? "–"), \(words)", style: .warning,
        route: .departureForm(DepartureRequest(draft: draft)))
    }
  }

  private static func damage(_ context: Context) -> [Item] {
    guard let first = context.faults.first else { return [] }
    let count = context.faults.count
    return [
      Item(
        title: Words("! Dữ liệu hỏng \(count) chỗ", "! Data damaged, \(count)")[context.language],
        detail: first.kind.words[context.language], style: .problem, route: .damage)
    ]
  }

  private static func late(_ context: Context) -> [Item] {
    // Only what has a date can be late, and the plan's own text gives none.
    guard context.register.count(.deadline) > 0 else { return [] }
    let progress = TaskProgress(context.register, today: context.today, plan: context.plan)
    return progress.tasks.compactMap { task in
      guard let due = progress.pending(task.id), due.isLate else { return nil }
      return Item(
        title: Words("Nhiệm vụ quá hạn", "Task overdue")[context.language],
        detail: due.words[context.language]
          + " · \(task.label) \(task.title[context.language])",
        style: .warning, route: .tasks(at: task.id))
    }
  }

  private static func warnings(_ context: Context, _ open: Int?) -> Item {
    let words =
      open.map { Words("\($0) chưa có lý do trong năm", "\($0) of this year without a reason") }
      ?? Words("hồ sơ có cảnh báo, có hay chưa có lý do", "records with warnings, with a reason or without")
    return Item(
      title: Words("Cảnh báo", "Warnings")[context.language], detail: words[context.language],
      style: .heading, route: .warnings(context.unit, context.today.year))
  }

  private static func places(_ context: Context, _ openWarnings: Int?) -> [Item] {
    let language = context.language
    return [
      Item(
        title: Words("Nhập xuất cảnh", "Enter departures")[language],
        detail: Places.standard[context.unit].fullName(language), style: .heading, route: .entry(context.unit)
      ),
      Item(
        title: Words("Tiến độ", "Progress")[language],
        detail: Words("chỉ tiêu, đơn vị, người", "targets, units, people")[language], style: .heading,
        route: .progress(context.unit, Period(year: context.today.year))),
      Item(
        title: Words("Nhiệm vụ", "Tasks")[language],
        detail: Words("KH", "Plan")[language] + " \(context.plan.document.number)", style: .heading,
        route: .tasks()),
      warnings(context, openWarnings),
      Item(
        title: Words("Chọn đơn vị, vai trò", "Choose office and role")[language],
        detail: context.office.name, style: .heading, route: .setup),
    ]
  }
}
