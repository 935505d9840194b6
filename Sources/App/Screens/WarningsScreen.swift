import Model

/// The warnings on the departures of a year, with the reasons for which they were passed over; Enter opens the record.
struct WarningsScreen: Screen {
  private var places: ListedPlaces
  /// About how long one piece of the work takes at most, in nanoseconds.
  private let piece: Int
  private var year: Int
  /// What is shown, those without a reason first; it fills as the departures are gone through.
  private var walk: WarningWalk
  /// What takes its place once it is through, where something has arrived since.
  private var next: WarningWalk?
  /// Whether something has arrived since the departures were gone through.
  private var isStale = false
  private var table = Table(
    [
      Column(Words("Lượt xuất cảnh", "Departure"), width: 24), Column(Words("Xã", "Commune"), width: 14),
      Column(Words("Mã", "Code"), width: 4), Column(Words("Lý do", "Reason")),
    ], emptyWords: Words("Không có cảnh báo nào", "No warnings"))

  init(_ unit: UnitID, year: Int, _ context: Context, piece: Int = 30_000_000) {
    places = ListedPlaces(unit)
    self.year = year
    self.piece = piece
    walk = WarningWalk(context.census, Scope(unit), year: year, piece: piece)
    walk.go()
  }

  private var unit: UnitID { places.unit }
  private var count: Int { walk.found.count }

  private func row(_ index: Int) -> WarningRow? {
    walk.found.indices.contains(index) ? WarningRow(walk.found[index]) : nil
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Hôm nay", "Today")[context.language], Places.standard[unit].fullName(context.language)]
      + [Words("cảnh báo", "warnings")[context.language]]
  }

  func facts(_ context: Context) -> String {
    let named = context.placesNote(places.catalogue)
    guard walk.isDone else {
      let percent = Int(walk.share * 100)
      return Words("\(count) cảnh báo · đã xem \(percent) %", "\(count) warnings · \(percent)% looked at")[
        context.language]
    }
    return Words(
      "\(count) cảnh báo, \(walk.found.open.count) chưa có lý do · \(named)năm \(year)",
      "\(count) warnings, \(walk.found.open.count) without a reason · \(named)\(year)")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }
  var isWorking: Bool { !walk.isDone || next != nil }

  func keymap(_ context: Context) -> Keymap {
    (Keymap.list + .periods + [ListedPlaces.key]).footer(.confirm, .earlier, .later, .search, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded: isStale = true
    case .work: work()
    case .resumed where isStale, .tick where isStale: readAnew(context)
    case .command(.earlier) where !table.isTyping: turn(to: year - 1, context)
    case .command(.later) where !table.isTyping: turn(to: year + 1, context)
    case .command(.otherPlaces) where !table.isTyping:
      places.turn()
      turn(to: year, context)
    case .command(.confirm) where !table.isTyping:
      guard let chosen = row(table.selection) else { return .nothingChosen }
      let key = context.register.key(.departure, chosen.row)
      return [.open(.departureForm(DepartureRequest(departure: key, focus: chosen.warning.field)))]
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default:
      let found = walk.found
      _ = table.handle(input, count: found.count, area: context.body) { index, text in
        WarningRow(found[index]).name(context).folded.contains(text.folded)
      }
    }
    return []
  }

  private mutating func turn(to year: Int, _ context: Context) {
    guard (2000...2100).contains(year) else { return }
    self.year = year
    (isStale, next) = (false, nil)
    walk = WarningWalk(context.census, Scope(unit), year: year, piece: piece)
    walk.go()
  }

  /// Goes through the departures again; until that is done, what is shown stays.
  private mutating func readAnew(_ context: Context) {
    isStale = false
    next = WarningWalk(context.census, Scope(unit), year: year, piece: piece)
    work()
  }

  /// Does one piece of what is left; who looks at a row goes on looking at it.
  private mutating func work() {
    if next != nil {
      next?.go()
      guard let done = next, done.isDone else { return }
      (walk, next) = (done, nil)
      return
    }
    let (open, all) = (walk.found.open.count, count)
    walk.go()
    if (open..<all).contains(table.selection) {
      table.select(table.selection + walk.found.open.count - open, count: count)
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (list, last) = area.split(bottom: min(1, max(0, area.height - 2)))
    var table = table
    if isWorking { table.emptyWords = Words("Đang xem từng lượt…", "Looking at the departures…") }
    table.draw(in: &frame, list, context.language, count: count) {
      WarningRow(walk.found[$0]).cells(context, places)
    }
    guard walk.isDone else { return drawBar(in: &frame, last, context.language) }
    guard let warning = row(table.selection)?.warning else { return }
    let problem = Problem(level: .warn, code: warning.code, words: warning.words)
    frame.write(" " + problem.sentence(context.language), in: last, .dim)
  }

  /// How far the departures have been gone through.
  private func drawBar(in frame: inout Frame, _ line: Rect, _ language: Language) {
    let hint = Words(" Esc: thôi xem  ", " Esc: stop  ")[language]
    frame.write(hint, in: line, .dim)
    let bar = ProgressBar(share: walk.share)
    bar.draw(
      in: &frame,
      Rect(x: line.x + hint.count, y: line.y, width: line.width - hint.count - 1, height: line.height))
  }
}
