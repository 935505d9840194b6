import Model

extension IncidentFilter {
  /// The types in the order of T4, in few words.
  static let types = [
    Words("trái phép", "departures"), Words("vi phạm", "breaches"), Words("cư trú BHP", "stays"),
  ]

  /// All numbers that stand in T4, each with the incidents behind it.
  static func doors(_ unit: UnitID, _ period: Period, _ cases: [Progress.Cases]) -> [IncidentFilter] {
    var doors = [IncidentFilter(unit: unit, period: period)]
    for cases in cases where cases.open + cases.closed > 0 {
      doors.append(IncidentFilter(unit: unit, period: period, type: cases.type))
      guard cases.open > 0, cases.closed > 0 else { continue }
      doors.append(IncidentFilter(unit: unit, period: period, type: cases.type, isOpen: true))
    }
    return doors
  }

  var words: Words {
    let index = CodeList.violationTypes.codes.firstIndex { $0.code == type }
    let kind = index.map { IncidentFilter.types[$0] } ?? Words("vụ việc", "incidents")
    return isOpen ? Words("\(kind.vi) còn", "open \(kind.en)") : kind
  }
}

/// The incidents behind T4: what, when, where, and whether it is closed.
struct IncidentsScreen: Screen {
  private var places: ListedPlaces
  private let filter: IncidentFilter
  private var rows: [(row: Int, isOpen: Bool)]
  private var table = Table(
    [
      Column(Words("Ngày", "Date"), width: 10), Column(Words("Loại", "Type"), width: 24),
      Column(Words("Xã", "Commune"), width: 14), Column(Words("Tình trạng", "State"), width: 11),
      Column(Words("Ghi chú", "Note")),
    ], emptyWords: Words("Không có vụ việc nào", "No incidents"))

  init(_ filter: IncidentFilter, _ context: Context) {
    places = ListedPlaces(filter.unit)
    self.filter = filter
    rows = IncidentsScreen.rows(filter.unit, filter, context)
  }

  private var unit: UnitID { places.unit }

  private static func rows(
    _ unit: UnitID, _ filter: IncidentFilter, _ context: Context
  ) -> [(row: Int, isOpen: Bool)] {
    let query = PeopleQuery(context.census, Scope(unit), filter.period)
    return CodeList.violationTypes.codes.filter { filter.type == nil || $0.code == filter.type }
      .flatMap { query.incidents($0.code) }.map { ($0, query.isOpen($0)) }
      .filter { $0.isOpen || !filter.isOpen }
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Tiến độ", "Progress")[context.language]] + context.path(of: unit)
      + [filter.words[context.language]]
  }

  func facts(_ context: Context) -> String {
    let (period, places) = (filter.period.shortWords, context.placesNote(places.catalogue))
    return Words("\(rows.count) vụ · \(places)\(period.vi)", "\(rows.count) · \(places)\(period.en)")[
      context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    let cannotWrite = context.cannotWrite
    return
      (Keymap.list + [
        .action(.add, disabled: cannotWrite), .action(.edit, disabled: cannotWrite),
        .action(.changeStatus, label: Words("Xong", "Close"), disabled: cannotWrite),
        .action(.history, inFooter: false), .action(.undo, disabled: cannotWrite),
        .action(.redo, disabled: cannotWrite), ListedPlaces.key,
      ]).footer(.add, .confirm, .changeStatus, .undo, .search, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded, .resumed: rows = IncidentsScreen.rows(unit, filter, context)
    case .command(.otherPlaces) where !table.isTyping:
      places.turn()
      rows = IncidentsScreen.rows(unit, filter, context)
    case .command(.add): return [.open(.incident(IncidentRequest(unit: unit)))]
    case .command(.confirm) where !table.isTyping, .command(.edit):
      return withChosen(context) { [.open(.incident(IncidentRequest(incident: $0)))] }
    case .command(.changeStatus):
      return withChosen(context) { [.open(.incident(IncidentRequest(incident: $0, isClosing: true)))] }
    case .command(.history): return withChosen(context) { [.open(.history($0))] }
    case .command(.undo): return [.undoLast]
    case .command(.redo): return [.redoLast]
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default:
      let lines = self
      _ = table.handle(input, count: rows.count, area: context.body) { index, text in
        lines.cells(index, context).contains { $0.text.folded.contains(text.folded) }
      }
    }
    return []
  }

  private func withChosen(_ context: Context, _ act: (String) -> [Effect]) -> [Effect] {
    rows.indices.contains(table.selection)
      ? act(context.register.key(.incident, rows[table.selection].row)) : .nothingChosen
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let typed =
      rows.indices.contains(table.selection)
      ? context.register.unit(Incident.commune, rows[table.selection].row) : nil
    let words = typed.flatMap { places[$0].words }
    let (area, last) = area.split(bottom: words != nil && area.height > 3 ? 1 : 0)
    if let words { frame.write(" " + words[context.language], in: last, .dim) }
    table.draw(in: &frame, area, context.language, count: rows.count) { Table.Row(cells($0, context)) }
  }

  private func cells(_ index: Int, _ context: Context) -> [Table.Row.Cell] {
    let (register, language) = (context.register, context.language)
    let (row, isOpen) = rows[index]
    let commune = places.name(register.unit(Incident.commune, row), language)
    let state = isOpen ? Words("! chưa xong", "! open") : Words("đã xong", "closed")
    return [
      Table.Row.Cell(register.day(Incident.on, row)?.text ?? ""),
      Table.Row.Cell(
        register.code(Incident.type, row).map { CodeList.violationTypes.text($0, language) } ?? ""),
      Table.Row.Cell(commune), Table.Row.Cell(state[language], isOpen ? .warning : .plain),
      Table.Row.Cell(register.text(Incident.note, row) ?? ""),
    ]
  }
}
