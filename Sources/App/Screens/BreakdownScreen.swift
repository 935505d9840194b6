import Model

/// Who left in a period, told apart by one thing, beside the year before; or by two things as a cross-table.
struct BreakdownScreen: Screen {
  private let unit: UnitID
  private var period: Period
  private var rows: Breakdown
  /// What the columns are told apart by; nothing for the plain list.
  private var across: Breakdown?
  private var parts: [Breakdown.Part] = []
  private var columns: [Breakdown.Part] = []
  /// By row, the counts of the columns; in the plain list that of the year before.
  private var cells: [[Int]] = []
  /// The chosen column of a cross-table, the last one being the sum; of the plain list the present period or the year before.
  private var column = 0
  private var table = Table([])

  init(_ unit: UnitID, _ period: Period, by rows: Breakdown, _ context: Context) {
    (self.unit, self.period, self.rows) = (unit, period, rows)
    count(context)
  }

  private mutating func count(_ context: Context) {
    let query = PeopleQuery(context.census, Scope(unit), period)
    let departures = query.departures(.departed)
    parts = rows.parts(of: departures, query)
    if let across {
      columns = across.parts(of: departures, query)
      cells = rows.counts(of: departures, parts, across, columns, query)
      column = columns.count
    } else {
      columns = []
      let before = PeopleQuery(context.census, Scope(unit), period.yearBefore)
      let former = rows.parts(of: before.departuresByTheSameDay, before)
      let counts = Dictionary(
        former.map { (key($0.code), $0.departures.count) }, uniquingKeysWith: { $0 + $1 })
      parts = all(parts, beside: former, query)
      cells = parts.map { [counts[key($0.code)] ?? 0] }
    }
    table.columns = listColumns
  }

  /// The parts of the period with those that only the year before has, in one order; the latter hold nobody now.
  private func all(
    _ now: [Breakdown.Part], beside former: [Breakdown.Part], _ query: PeopleQuery
  ) -> [Breakdown.Part] {
    let known = Set(now.map { key($0.code) })
    guard former.contains(where: { !$0.departures.isEmpty && !known.contains(key($0.code)) }) else {
      return now
    }
    let both = now.flatMap(\.departures) + former.flatMap(\.departures)
    let present = Dictionary(now.map { ($0.code, $0.departures) }, uniquingKeysWith: { $0 + $1 })
    return rows.parts(of: both, query).map {
      Breakdown.Part(code: $0.code, name: $0.name, departures: present[$0.code] ?? [])
    }
  }

  /// The code without its year: a month is compared with the same month.
  private func key(_ code: String) -> String { rows == .month ? String(code.dropFirst(4)) : code }

  private var listColumns: [Column] {
    [
      Column(rows.words, most: 30), Column(Words("Đã đi", "Left"), width: 6, .right),
      Column(Words("Tỷ lệ", "Share"), width: 7, .right), Column(Words("", ""), width: 16),
      Column(
        column == 1 ? Words("[cùng kỳ]", "[last yr]") : Words("cùng kỳ", "last year"), width: 9, .right),
      Column(Words("So sánh", "Change"), width: 7, .right),
    ]
  }

  /// How the columns of a cross-table stand on a line of this width; plain lines have room for all of them.
  private func cross(_ width: Int, _ context: Context) -> CrossColumns {
    let isOneYear = Set(columns.compactMap { Period(code: $0.code)?.year }).count < 2
    let names = columns.map { part -> Words in
      guard across == .month, let month = Period(code: part.code) else { return part.name }
      let number = month.months.lowerBound
      let ofYear = "\(number)/\(month.year % 100)"
      return isOneYear ? Words("T\(number)", "M\(number)") : Words(ofYear, ofYear)
    }
    return CrossColumns(
      names: names, chosen: column, language: context.language, width: context.isLinear ? nil : width)
  }

  private var total: Int { parts.reduce(0) { $0 + $1.departures.count } }

  func breadcrumbs(_ context: Context) -> [String] {
    let language = context.language
    let names = [rows, across].compactMap { $0?.words[language] }
    let by = names.map { $0.prefix(1).lowercased() + $0.dropFirst() }.joined(separator: " × ")
    return [Words("Phân tổ", "Breakdown")[language]] + context.path(of: unit) + [by]
  }

  func facts(_ context: Context) -> String {
    let period = period.shortWords
    let places = context.placesNote(unit)
    return Words("\(total) lượt · \(places)\(period.vi)", "\(total) departures · \(places)\(period.en)")[
      context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    let keymap = (Keymap.list + .periods + .lengths + .views)
      .labelled(.confirm, Words("Mở người", "Open people")).labelled(
        .nextView, Words("Chiều khác", "Rows by")
      )
      .labelled(.previousView, Words("Bảng chéo", "Columns by"))
    return (keymap + [.action(.columnLeft), .action(.columnRight), .action(.otherPlaces)])
      .footer(.confirm, .nextView, .previousView, .columnRight, .earlier, .later, .help)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded:
      let kept = column
      count(context)
      turn(to: kept)
    case .command(let command) where !table.isTyping: return act(command, input, context)
    default: move(input, context)
    }
    return []
  }

  private mutating func act(_ command: Command, _ input: Input, _ context: Context) -> [Effect] {
    switch command {
    case .nextView:
      rows = nextRows
      column = 0
      count(context)
    case .previousView:
      (across, column) = (nextAcross, 0)
      count(context)
    case .columnLeft where column == 0:
      return .refusal(Words("Đây là cột đầu", "This is the first column"))
    case .columnRight where column == lastColumn:
      return .refusal(Words("Đây là cột cuối", "This is the last column"))
    case .columnLeft: turn(to: column - 1)
    case .columnRight: turn(to: column + 1)
    case .earlier, .later, .longer, .shorter, .otherReckoning:
      guard let next = period.after(command, context.today) else { return [.beep] }
      period = next
      count(context)
    case .otherPlaces: return [.replace(.breakdown(Places.standard.inNextCatalogue(unit), period, rows))]
    case .confirm: return open()
    case .cancel, .upLevel: return [.close]
    default: move(input, context)
    }
    return []
  }

  /// The dimension of the columns after the present one: each but that of the rows, then none.
  private var nextAcross: Breakdown? {
    let all = Breakdown.allCases.filter { $0 != rows }
    guard let across, let index = all.firstIndex(of: across) else { return all.first }
    return index + 1 < all.count ? all[index + 1] : nil
  }

  /// The dimension of the rows after the present one, past that of the columns.
  private var nextRows: Breakdown {
    let all = Breakdown.allCases.filter { $0 != across }
    return all[((all.firstIndex(of: rows) ?? -1) + 1) % all.count]
  }

  private var lastColumn: Int { across == nil ? 1 : columns.count }

  private mutating func turn(to column: Int) {
    self.column = min(max(0, column), lastColumn)
    table.columns = listColumns
  }

  private func open() -> [Effect] {
    guard !parts.isEmpty else { return .nothingChosen }
    if across == nil, column == 1 { return openFormer() }
    var names: [PartName] = []
    if parts.indices.contains(table.selection) { names.append(PartName(rows, parts[table.selection].code)) }
    if let across, columns.indices.contains(column) { names.append(PartName(across, columns[column].code)) }
    return [
      .open(.departures(DepartureFilter(unit: unit, period: period, figure: .departed, parts: names)))
    ]
  }

  /// Those of the year before, up to the same day.
  private func openFormer() -> [Effect] {
    var filter = DepartureFilter(unit: unit, period: period.yearBefore, figure: .departed)
    filter.isToSameDay = true
    if parts.indices.contains(table.selection) {
      let code = parts[table.selection].code
      let former = rows == .month ? "\(period.year - 1)\(key(code))" : code
      filter.parts = [PartName(rows, former)]
    }
    return [.open(.departures(filter))]
  }

  private mutating func move(_ input: Input, _ context: Context) {
    _ = table.handle(input, count: parts.count + 1, area: context.body) { index, text in
      index < parts.count && parts[index].name[context.language].folded.contains(text.folded)
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let language = context.language
    var table = table
    let cross = across == nil ? nil : cross(area.width, context)
    if let cross { table.columns = cross.columns(rows.words) }
    table.draw(in: &frame, area, language, count: parts.count + 1) { index in
      cross.map { crossRow(index, $0.shown, language) } ?? listRow(index, language)
    }
    if area.height > 1 { cross?.drawMarks(in: &frame, area.row(0), table.columns) }
  }

  private func listRow(_ index: Int, _ language: Language) -> Table.Row {
    let isTotal = index >= parts.count
    let count = isTotal ? total : parts[index].departures.count
    let before = isTotal ? cells.reduce(0) { $0 + $1[0] } : cells[index][0]
    let change = count - before
    let most = parts.map(\.departures.count).max() ?? 0
    return Table.Row([
      Table.Row.Cell(
        isTotal ? Words("Tổng cộng", "All")[language] : parts[index].name[language],
        isTotal ? .heading : .plain),
      Table.Row.Cell("\(count)", isTotal ? .heading : .plain),
      Table.Row.Cell(Percent(count, of: total)?.text(language) ?? "–"),
      isTotal || most == 0
        ? Table.Row.Cell("") : Table.Row.Cell(ProgressBar(share: Double(count) / Double(most))),
      Table.Row.Cell("\(before)"), Table.Row.Cell(change > 0 ? "+\(change)" : "\(change)"),
    ])
  }

  private func crossRow(_ index: Int, _ shown: Range<Int>, _ language: Language) -> Table.Row {
    let isTotal = index >= parts.count
    let counts =
      isTotal
      ? columns.indices.map { column in cells.reduce(0) { $0 + $1[column] } } : cells[index]
    let isChosen = index == table.selection
    func cell(_ number: Int, _ column: Int) -> Table.Row.Cell {
      Table.Row.Cell(
        number == 0 ? "·" : "\(number)",
        isChosen && column == self.column ? .focused : isTotal ? .heading : number == 0 ? .dim : .plain)
    }
    return Table.Row(
      [
        Table.Row.Cell(
          isTotal ? Words("Tổng cộng", "All")[language] : parts[index].name[language],
          isTotal ? .heading : .plain)
      ] + shown.map { cell(counts[$0], $0) } + [
        cell(counts.reduce(0, +), columns.count)
      ])
  }
}
