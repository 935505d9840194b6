import Model

/// Entry by place: the units below, with what has been typed in; down to the commune where one types.
struct UnitsScreen: Screen {
  private let unit: UnitID
  private var rows: [(unit: UnitID, year: Int, all: Int)]
  private var table = Table([
    Column(Words("Đơn vị", "Unit")), Column(Words("Năm nay", "This year"), width: 9, .right),
    Column(Words("Tất cả", "All"), width: 8, .right), Column(Words("Xã", "Communes"), width: 9, .right),
  ])

  init(_ unit: UnitID, _ context: Context) {
    self.unit = unit
    rows = UnitsScreen.rows(unit, context)
  }

  private static func rows(_ unit: UnitID, _ context: Context) -> [(unit: UnitID, year: Int, all: Int)] {
    let query = PeopleQuery(context.census, Scope(unit), year: context.today.year)
    return query.countsBelow.map { (unit: $0.unit, year: $0.left, all: $0.all) }
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Nhập xuất cảnh", "Enter departures")[context.language]] + context.path(of: unit)
  }

  func facts(_ context: Context) -> String { context.placesNote(unit) + context.today.text }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    (Keymap.list + [.action(.grid), ListedPlaces.key]).footer(
      .confirm, .grid, .search, .palette, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded, .resumed: rows = UnitsScreen.rows(unit, context)
    case .command(.confirm) where !table.isTyping:
      guard rows.indices.contains(table.selection) else { return .nothingChosen }
      return [.open(.entry(rows[table.selection].unit))]
    case .command(.otherPlaces) where !table.isTyping:
      return [.replace(.entry(Places.standard.inNextCatalogue(unit)))]
    case .command(.grid): return [.open(.grid(unit, context.today.year))]
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default:
      _ = table.handle(input, count: rows.count, area: context.body) { index, text in
        Places.standard[rows[index].unit].name.folded.contains(text.folded)
      }
    }
    return []
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let places = Places.standard
    let former =
      rows.indices.contains(table.selection) ? places.formerNames(of: rows[table.selection].unit) : []
    // Under places of which some have former names the last line is theirs, so that the list stays where it is.
    let isLater = places[unit].catalogue > .y2023 && area.height > 3
    let (list, last) = area.split(bottom: isLater ? 1 : 0)
    if isLater, !former.isEmpty {
      let names = former.joined(separator: ", ")
      frame.write(Words(" Trước là: \(names)", " Formerly: \(names)")[context.language], in: last, .dim)
    }
    table.draw(in: &frame, list, context.language, count: rows.count) { index in
      let row = rows[index]
      let communes = places[row.unit].level == .commune ? "" : String(places.communes(of: row.unit).count)
      return Table.Row([
        places[row.unit].fullName(context.language), String(row.year), String(row.all), communes,
      ])
    }
  }
}
