import Model

/// One figure of the units below as tiles, laid out as the districts lie, each with a letter and a colour.
struct MapScreen: Screen {
  /// What the tiles show.
  enum Figure: Int, CaseIterable, Sendable {
    case pace, departures, poverty, training, reports

    var words: Words {
      switch self {
      case .pace: Words("T1 so với chỉ tiêu", "T1 against its target")
      case .departures: Words("T1 lượt xuất cảnh", "T1 departures")
      case .poverty: Words("T2 thoát nghèo", "T2 escaped poverty")
      case .training: Words("T3 bồi dưỡng", "T3 trained")
      case .reports: Words("Báo cáo kỳ", "Reports received")
      }
    }
  }

  private let unit: UnitID
  private var period: Period
  private var progress: Progress
  private var figure = Figure.pace
  /// The chosen tile, by its row of the figures.
  private var chosen = 0

  init(_ unit: UnitID, _ period: Period, _ context: Context) {
    // A commune has nothing below it: it is shown among those beside it.
    let places = Places.standard
    self.unit = places[unit].level == .commune ? places[unit].parent ?? unit : unit
    self.period = period
    progress = Progress(context.census, Scope(self.unit), period)
  }

  private static let height = 4
  private static let legendHeight = 2

  /// The nine districts of 2023 about as they lie, from north-west to south-east, three a row.
  private static let layout = ["082", "083", "084", "088", "080", "085", "089", "086", "087"]

  /// The rows of the figures in the order in which they are laid out.
  private var order: [Int] {
    let rows = progress.rows.indices.filter { progress.rows[$0].unit != nil }
    let codes = rows.map { index in progress.rows[index].unit.map { Places.standard[$0].code } ?? "" }
    let places = MapScreen.layout.compactMap(codes.firstIndex(of:))
    return places.count == rows.count ? places.map { rows[$0] } : rows
  }

  private func columns(_ width: Int) -> Int {
    order.count == MapScreen.layout.count ? 3 : max(1, min(4, width / 19))
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Bản đồ", "Map")[context.language]] + context.path(of: unit)
  }

  func facts(_ context: Context) -> String {
    let (figure, period) = (figure.words, period.shortWords)
    let places = context.placesNote(unit)
    return Words("\(figure.vi) · \(places)\(period.vi)", "\(figure.en) · \(places)\(period.en)")[
      context.language]
  }

  var hasLevels: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    (MapScreen.moving + .periods + .lengths + .views + [.action(.otherPlaces)])
      .labelled(.nextView, Words("Số khác", "Other figure"))
      .labelled(.previousView, Words("Số trước", "Figure before"))
      .footer(.confirm, .nextView, .earlier, .later, .shorter, .longer, .help, .cancel)
  }

  private static let moving = Keymap(bindings: [
    Binding(keys: [.up, .character("k")], command: .up, label: Words("Lên", "Up")),
    Binding(keys: [.down, .character("j")], command: .down, label: Words("Xuống", "Down")),
    Binding(keys: [.left, .character("h")], command: .left, label: Words("Sang trái", "Left")),
    Binding(keys: [.right, .character("l")], command: .right, label: Words("Sang phải", "Right")),
    Binding(keys: [.enter], command: .confirm, label: Words("Mở", "Open"), inFooter: true),
    Binding(keys: [.backspace], command: .upLevel, label: Words("Lên một cấp", "Up a level")),
    Binding(keys: [.character("?")], command: .help, label: Words("Trợ giúp", "Help")),
    Binding(keys: [.character(":")], command: .palette, label: Words("Tìm lệnh", "Find")),
    Binding(keys: [.character("q")], command: .cancel, label: Words("Quay lại", "Back")),
  ])

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded: progress = Progress(context.census, Scope(unit), period)
    case .command(.nextView): turn(1)
    case .command(.previousView): turn(-1)
    case .command(.cancel), .command(.upLevel): return [.close]
    case .command(.otherPlaces):
      return [.replace(.map(Places.standard.inNextCatalogue(unit), period))]
    case .command(.confirm): return open()
    case .command(let command) where Period.isMove(command):
      guard let next = period.after(command, context.today) else { return [.beep] }
      period = next
      progress = Progress(context.census, Scope(unit), period)
    case .command(let command): move(command, columns(context.body.width))
    case .click(let point):
      guard let tile = tile(at: point, context.body) else { return [] }
      chosen = tile
    default: break
    }
    return []
  }

  /// The reports of the month that the figures count.
  static func reports(_ unit: UnitID, _ progress: Progress) -> Route {
    let month = Period(code: progress.reports.period)
    return .reports(unit, month?.year ?? progress.year, month: month?.months.lowerBound)
  }

  private mutating func turn(_ step: Int) {
    let all = Figure.allCases.count
    figure = Figure(rawValue: (figure.rawValue + step + all) % all) ?? .pace
  }

  private mutating func move(_ command: Command, _ columns: Int) {
    let step =
      switch command {
      case .left: -1
      case .right: 1
      case .up: -columns
      case .down: columns
      default: 0
      }
    if order.indices.contains(chosen + step) { chosen += step }
  }

  /// Opens what the number of the chosen tile is made of.
  private func open() -> [Effect] {
    guard order.indices.contains(chosen), let below = progress.rows[order[chosen]].unit else {
      return .nothingChosen
    }
    let training = progress.rows[order[chosen]].training
    let wanted: PeopleQuery.Figure? =
      switch figure {
      case .pace, .departures: .departed
      case .poverty: .poor
      case .training: training.numerator < training.denominator ? .untrained : .trained
      case .reports: nil
      }
    guard let wanted else { return [.open(Self.reports(below, progress))] }
    return [.open(.departures(DepartureFilter(unit: below, period: period, figure: wanted)))]
  }

  // MARK: Tiles

  /// What a tile says: its numbers, and the share that its letter and bar stand for.
  private func reading(_ row: Progress.Row) -> (text: String, share: Double?) {
    func of(_ part: Int, _ whole: Int) -> (String, Double?) {
      whole > 0 ? ("\(part)/\(whole)", Double(part) / Double(whole)) : (part > 0 ? "\(part)" : "–", nil)
    }
    let most = progress.rows.map(\.departures).max() ?? 0
    return switch figure {
    case .pace: of(row.departures, row.target ?? 0)
    case .departures: ("\(row.departures)", most > 0 ? Double(row.departures) / Double(most) : nil)
    case .poverty: of(row.poverty.numerator, row.poverty.denominator)
    case .training: of(row.training.numerator, row.training.denominator)
    case .reports: of(row.reports.received, row.reports.due)
    }
  }

  /// The letters by the least share that each stands for, and how they look; the words of the legend say the same.
  private static let grades: [(letter: String, least: Double, style: Style, words: Words)] = [
    ("A", 1, .good, Words("đủ 100%", "100%")), ("B", 0.75, .good, Words("từ 75%", "from 75%")),
    ("C", 0.5, .plain, Words("từ 50%", "from 50%")), ("D", 0.25, .warning, Words("từ 25%", "from 25%")),
    ("E", 0, .problem, Words("dưới 25%", "less than 25%")),
  ]

  private static func grade(_ share: Double?) -> (letter: String, style: Style, words: Words) {
    guard let share, let grade = grades.first(where: { share >= $0.least }) else {
      return ("–", .dim, Words("chưa có gì để so", "nothing to compare with"))
    }
    return (grade.letter, grade.style, grade.words)
  }

  /// A tile in one line: “Bát Xát: 25/28 (B, từ 75%)”.
  private func sentence(_ row: Progress.Row, _ context: Context) -> String {
    let (text, share) = reading(row)
    let grade = MapScreen.grade(share)
    let highest = Words(" của nơi nhiều nhất", " of the highest")[context.language]
    let compared = figure == .departures && share != nil ? highest : ""
    let words = grade.words[context.language] + compared
    let name = row.unit.map { Places.standard[$0].name } ?? ""
    return "\(name): \(text) (" + (share == nil ? words : "\(grade.letter), \(words)") + ")"
  }

  private var legend: Words {
    figure == .departures
      ? Words(
        "So với nơi nhiều nhất: A bằng, B từ 75%, C từ 50%, D từ 25%, E ít hơn",
        "Of the highest: A the same, B from 75%, C from 50%, D from 25%, E less")
      : Words(
        "A đủ 100%, B từ 75%, C từ 50%, D từ 25%, E ít hơn, – chưa có gì để so",
        "A 100%, B from 75%, C from 50%, D from 25%, E less, – nothing to compare with")
  }

  /// The first row of tiles that is shown, so that the chosen one is.
  private func firstRow(_ area: Rect, _ columns: Int) -> Int {
    let shown = max(1, (area.height - MapScreen.legendHeight) / MapScreen.height)
    return max(0, chosen / columns - shown + 1)
  }

  private func place(_ index: Int, _ area: Rect) -> Rect {
    let columns = columns(area.width)
    let width = area.width / columns
    let row = index / columns - firstRow(area, columns)
    return Rect(
      x: area.x + index % columns * width, y: area.y + row * MapScreen.height, width: max(0, width - 1),
      height: MapScreen.height - 1)
  }

  private func tile(at point: Point, _ area: Rect) -> Int? {
    order.indices.first { place($0, area).contains(point) }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (tiles, below) = area.split(bottom: min(MapScreen.legendHeight, area.height))
    frame.cursor = Point(x: area.x, y: area.y)
    if order.isEmpty {
      frame.write(
        Words(" Không có đơn vị nào bên dưới", " No units below")[context.language], in: tiles.row(0), .dim)
    }
    if frame.glyphs == .linear { return drawLines(in: &frame, area, context) }
    for (index, row) in order.enumerated() {
      let place = place(index, area)
      guard place.y >= tiles.y, place.bottom <= tiles.bottom else { continue }
      draw(progress.rows[row], in: &frame, place, isChosen: index == chosen)
    }
    frame.write(" " + legend[context.language], in: below.row(below.height - 1), .dim)
  }

  /// The tiles in words, one below the other.
  private func drawLines(in frame: inout Frame, _ area: Rect, _ context: Context) {
    for (index, row) in order.enumerated() where index < area.height {
      let words = sentence(progress.rows[row], context)
      let isChosen = index == chosen
      frame.write(isChosen ? "\(frame.glyphs.pointer) \(words)" : words, in: area.row(index), .plain)
      if isChosen { frame.cursor = Point(x: area.x, y: area.y + index) }
    }
  }

  private func draw(_ row: Progress.Row, in frame: inout Frame, _ place: Rect, isChosen: Bool) {
    guard place.width > 4 else { return }
    let (text, share) = reading(row)
    let grade = MapScreen.grade(share)
    let name = row.unit.map { Places.standard[$0].name } ?? ""
    let pointer = isChosen ? String(frame.glyphs.pointer) : " "
    frame.write("\(pointer)\(name)", in: place.row(0).inset(right: 3), isChosen ? .selected : .heading)
    frame.put(grade.letter, at: Point(x: place.right - 2, y: place.y), grade.style)
    frame.write(" \(text)", in: place.row(1), grade.style)
    ProgressBar(share: share).draw(in: &frame, place.row(2).inset(left: 1, right: 1))
    if isChosen { frame.cursor = Point(x: place.x, y: place.y) }
  }
}
