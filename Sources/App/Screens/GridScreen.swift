import Model

/// Departures of the units below by month; where only a number is known it is typed in, with its source.
struct GridScreen: Screen {
  private let unit: UnitID
  private var year: Int
  private var grid: CountsGrid
  private var month = 0
  /// The digits of the chosen cell, while they are typed.
  private var typed = ""
  private var source = TextField(limit: 80)
  private var isSourceAsked = false
  /// The cell that is being saved, to go back to if that fails.
  private var pending: (change: Change.ID, typed: String, row: Int, month: Int)?
  private var table = Table(
    [Column(Words("Đơn vị", "Unit"), most: 14)]
      + (1...12).map { Column(Words("T\($0)", "M\($0)"), width: 4, .right) }
      + [Column(Words("Năm", "Year"), width: 4, .right)])

  /// Begins on a month where one is named, and there on the count of the whole unit where it has one.
  init(_ unit: UnitID, year: Int, month: Int? = nil, _ context: Context) {
    self.unit = unit
    self.year = year
    grid = CountsGrid(context.census, unit, year: year)
    self.month = month.map { min($0 - 1, GridScreen.wholeYear) } ?? 0
    if month != nil, self.month < GridScreen.wholeYear, grid.whole(month: self.month) != nil {
      table.select(rowCount - 1, count: rowCount)
    }
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Bảng theo tháng", "Month grid")[context.language]] + context.path(of: unit)
  }

  func facts(_ context: Context) -> String {
    let total = grid.units.indices.reduce(0) { $0 + grid.total(row: $1) }
    let more = grid.undivided
    let above =
      more > 0 ? Words(" + \(more) chưa chia theo đơn vị", " + \(more) not told apart")[context.language] : ""
    let places = context.placesNote(unit)
    return Words(
      "\(total) lượt\(above) · \(places)năm \(year)", "\(total) departures\(above) · \(places)\(year)")[
        context.language]
  }

  var isTyping: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    isSourceAsked ? GridKeys.source : GridKeys.cells(context.cannotWrite)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded: grid = CountsGrid(context.census, unit, year: year)
    case .saved(let id) where id == pending?.change: pending = nil
    case .failed(let id, _):
      guard let pending, pending.change == id else { return [] }
      (typed, month) = (pending.typed, pending.month)
      table.select(pending.row, count: rowCount)
    case .text(let typed):
      if isSourceAsked { return source.insert(typed) ? [] : [.beep] }
      return typed.text.flatMap { type($0, context) }
    case .command(let command): return isSourceAsked ? answer(command, context) : act(command, context)
    case .click, .tick, .work, .authors, .paper, .saved, .newer, .resumed: break
    }
    return []
  }

  /// A digit goes into the cell; a letter that is a key in lists is one here too.
  private mutating func type(_ character: Character, _ context: Context) -> [Effect] {
    if character.isASCII, character.isNumber {
      if let reason = context.cannotWrite { return [.notify(reason, .warning), .beep] }
      if let reason = ListedPlaces(unit).notYet(context.today) { return [.notify(reason, .warning), .beep] }
      guard canBeCounted(context) else {
        return [
          .notify(
            Words("Chỉ gõ số đếm cho tháng đã bắt đầu.", "Counts are typed for months that have begun."),
            .warning), .beep,
        ]
      }
      guard typed.count < 4 else { return [.beep] }
      typed.append(character)
      return []
    }
    guard typed.isEmpty, let command = GridKeys.letters.command(for: .character(character)) else {
      return [.beep]
    }
    switch command {
    case .earlier: return turn(to: year - 1, context)
    case .later: return turn(to: year + 1, context)
    case .otherPlaces: return [.replace(.grid(Places.standard.inNextCatalogue(unit), year, month: month + 1))]
    default:
      guard context.cannotWrite == nil else { return [.beep] }
      return [command == .undo ? .undoLast : .redoLast]
    }
  }

  /// Whether a count may be typed here: of a unit that is known, in a month that has begun.
  private func canBeCounted(_ context: Context) -> Bool {
    guard let first = Day(year: year, month: month + 1, day: 1) else { return false }
    return chosenUnit != nil && first <= context.today
  }

  /// The units, and behind them the asked one as a whole where that was counted.
  private var rowCount: Int { grid.units.count + (grid.hasWhole ? 1 : 0) }

  private var chosenUnit: UnitID? {
    if grid.units.indices.contains(table.selection) { return grid.units[table.selection] }
    return grid.hasWhole ? unit : nil
  }

  private mutating func turn(to year: Int, _ context: Context) -> [Effect] {
    guard (2000...context.today.year).contains(year) else { return [.beep] }
    self.year = year
    grid = CountsGrid(context.census, unit, year: year)
    source.set("")
    return []
  }

  private mutating func act(_ command: Command, _ context: Context) -> [Effect] {
    switch command {
    case .eraseBack where !typed.isEmpty: typed.removeLast()
    case .eraseBack: return [.close]
    case .cancel where !typed.isEmpty: typed = ""
    case .cancel: return [.close]
    case .confirm where typed.isEmpty: return open()
    case .eraseForward where typed.isEmpty: return empty(context)
    case .left, .right, .up, .down, .first, .last, .nextField, .previousField, .confirm:
      guard !typed.isEmpty else { return move(command) }
      if source.value.isEmpty {
        isSourceAsked = true
        return []
      }
      return save(context) + move(command)
    default: return [.beep]
    }
    return []
  }

  /// The column behind the months, whose numbers can be opened and not typed.
  private static let wholeYear = 12

  private mutating func move(_ command: Command) -> [Effect] {
    switch command {
    case .left, .previousField: month = max(0, month - 1)
    case .right, .nextField: month = min(GridScreen.wholeYear, month + 1)
    case .up: table.select(table.selection - 1, count: rowCount)
    case .first: table.select(0, count: rowCount)
    case .last: table.select(rowCount - 1, count: rowCount)
    default: table.select(table.selection + 1, count: rowCount)
    }
    return []
  }

  /// A number is opened: a unit above communes as its own grid, a commune as its departures of the month.
  private func open() -> [Effect] {
    let isYear = month == GridScreen.wholeYear
    let period = isYear ? Period(year: year) : Period(year: year, month: month + 1)
    guard grid.units.indices.contains(table.selection) else {
      return [.notify(Words("Số đếm không có bản ghi nào", "A count has no records"), .notice), .beep]
    }
    guard let chosen = chosenUnit else { return [.open(.departures(.unplaced(in: unit, period, .departed)))] }
    return Places.standard[chosen].level == .commune
      ? [.open(.departures(DepartureFilter(unit: chosen, period: period, figure: .departed)))]
      : [.open(.grid(chosen, year, month: month + 1))]
  }

  private mutating func answer(_ command: Command, _ context: Context) -> [Effect] {
    switch command {
    case .cancel: isSourceAsked = false
    case .enterField:
      guard !source.value.isEmpty else { return [.beep] }
      isSourceAsked = false
      return save(context) + move(.down)
    default: return source.handle(command) ? [] : [.beep]
    }
    return []
  }

  private mutating func empty(_ context: Context) -> [Effect] {
    guard context.cannotWrite == nil, chosenCell?.count ?? chosenWhole?.count != nil else { return [.beep] }
    return keep(nil, context)
  }

  private mutating func save(_ context: Context) -> [Effect] {
    guard let value = Int(typed) else { return [.beep] }
    return keep(value, context)
  }

  private mutating func keep(_ value: Int?, _ context: Context) -> [Effect] {
    guard let chosen = chosenUnit else { return [.beep] }
    let register = context.register
    let change = register.change(
      register.edits(counting: chosen, month + 1, of: year, as: value, source: source.value))
    let old = typed
    typed = ""
    guard !change.isEmpty else { return [] }
    pending = (change.id, old, table.selection, month)
    return [.save(change)]
  }

  /// The count of the asked unit as a whole, where its row is chosen.
  private var chosenWhole: (count: Int, source: String?)? {
    table.selection == grid.units.count && month < GridScreen.wholeYear ? grid.whole(month: month) : nil
  }

  private var chosenCell: CountsGrid.Cell? {
    grid.cells.indices.contains(table.selection) && month < GridScreen.wholeYear
      ? grid.cells[table.selection][month] : nil
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (list, rest) = area.split(bottom: min(2, max(0, area.height - 3)))
    let language = context.language
    table.draw(in: &frame, list, language, count: rowCount) { index in
      guard index < grid.units.count else { return whole(language) }
      let name =
        grid.units[index].map { Places.standard[$0].name } ?? Words("chưa rõ xã cũ", "unknown")[language]
      let cells = (0..<12).map { month -> Table.Row.Cell in
        let isChosen = index == table.selection && month == self.month
        let text = GridKeys.text(grid.cells[index][month])
        return isChosen
          ? Table.Row.Cell(typed.isEmpty ? (text.isEmpty ? "_" : text) : typed, .focused)
          : Table.Row.Cell(text, grid.cells[index][month].difference == nil ? .plain : .warning)
      }
      let isChosen = index == table.selection && month == GridScreen.wholeYear
      return Table.Row(
        [Table.Row.Cell(name)] + cells
          + [Table.Row.Cell("\(grid.total(row: index))", isChosen ? .focused : .plain)])
    }
    guard rest.height > 0 else { return }
    if isSourceAsked {
      let used = frame.write(
        Words(" Số này lấy từ đâu: ", " The source of this number: ")[language], in: rest.row(0), .heading)
      source.draw(
        in: &frame, rest.row(0).inset(left: min(used, max(0, rest.width - 1))), style: .focused,
        isFocused: true)
    } else {
      let yearly =
        grid.units.indices.contains(table.selection) ? grid.total(row: table.selection) : grid.undivided
      let cell =
        month == GridScreen.wholeYear
        ? Words("\(yearly) lượt", "\(yearly) departures")[language]
        : chosenWhole.map { GridKeys.sentence($0, counts: grid.undivided(month: month) > 0)[language] }
          ?? chosenCell.map { GridKeys.sentence($0)[language] } ?? ""
      let when =
        month == GridScreen.wholeYear
        ? Words("Cả năm", "The year") : Words("Tháng \(month + 1)", "Month \(month + 1)")
      frame.write(" \(when[language]): " + cell, in: rest.row(0), .plain)
    }
    frame.write(
      Words(
        " 5 bản ghi · 5s số đếm · 5+ gồm cả hai · 5! số đếm khác bản ghi",
        " 5 records · 5s counted · 5+ both together · 5! the count differs")[language],
      in: rest.row(1), .dim)
  }

  /// What was counted for the asked unit as a whole; `!` where it does not count, since something stands below it.
  private func whole(_ language: Language) -> Table.Row {
    let isChosenRow = table.selection == grid.units.count
    let cells = (0..<12).map { month -> Table.Row.Cell in
      let counts = grid.undivided(month: month) > 0
      let text = grid.whole(month: month).map { "\($0.count)" + (counts ? "s" : "!") } ?? ""
      return isChosenRow && month == self.month
        ? Table.Row.Cell(typed.isEmpty ? (text.isEmpty ? "_" : text) : typed, .focused)
        : Table.Row.Cell(text, counts ? .plain : .warning)
    }
    return Table.Row(
      [Table.Row.Cell(Words("chưa chia", "not told apart")[language])] + cells
        + [Table.Row.Cell("\(grid.undivided)")])
  }
}
