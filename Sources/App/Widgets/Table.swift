import Model

/// Rows in columns with one row chosen; only the rows on the screen are ever asked for.
struct Table: Equatable, Sendable {
  /// What one row shows.
  struct Row: Equatable, Sendable {
    struct Cell: Equatable, Sendable {
      var text: String
      var style: Style
      /// A bar in the place of text.
      var bar: ProgressBar?

      init(_ text: String, _ style: Style = .plain) { (self.text, self.style) = (text, style) }
      init(_ bar: ProgressBar) { (text, style, self.bar) = ("", .plain, bar) }
    }

    let cells: [Cell]
    init(_ cells: [Cell]) { self.cells = cells }
    init(_ texts: [String], _ style: Style = .plain) { cells = texts.map { Cell($0, style) } }
  }

  /// So many cells stand before the first column, for the pointer.
  static let margin = 3

  var columns: [Column]
  /// What is said when there is no row.
  var emptyWords = Words("Chưa có gì ở đây", "Nothing here yet")
  private(set) var selection = 0
  private(set) var search = ListSearch()

  init(_ columns: [Column], emptyWords: Words? = nil) {
    self.columns = columns
    if let emptyWords { self.emptyWords = emptyWords }
  }

  /// Whether a search is being typed, so that plain characters are text.
  var isTyping: Bool { search.isTyping }

  mutating func select(_ index: Int, count: Int) {
    selection = min(max(0, index), max(0, count - 1))
  }

  /// Carries an input out; false when it is none of a table's.
  ///
  /// `finds` says whether the row of this index answers a search text.
  mutating func handle(
    _ input: Input, count: Int, area: Rect, finds: (Int, String) -> Bool = { _, _ in false }
  ) -> Bool {
    select(selection, count: count)
    switch search.handle(input, from: selection, count: count, finds: finds) {
    case .found(let index):
      select(index, count: count)
      return true
    case .taken: return true
    case .ignored: break
    }
    switch input {
    case .command(let command): return handle(command, count: count, height: rows(in: area).height)
    case .click(let point): return choose(point, in: area, count: count)
    default: return false
    }
  }

  private mutating func handle(_ command: Command, count: Int, height: Int) -> Bool {
    let page = max(1, height)
    switch command {
    case .up: selection -= 1
    case .down: selection += 1
    case .pageUp: selection -= page
    case .pageDown: selection += page
    case .first: selection = 0
    case .last: selection = count - 1
    default: return false
    }
    select(selection, count: count)
    return true
  }

  /// Chooses the row under a click; false when there is none.
  private mutating func choose(_ point: Point, in area: Rect, count: Int) -> Bool {
    let rows = rows(in: area)
    let index = firstShown(height: rows.height) + point.y - rows.y
    guard rows.contains(point), index < count else { return false }
    selection = index
    return true
  }

  /// The part of its area that the rows stand on, below the header.
  private func rows(in area: Rect) -> Rect {
    let hasHeader = area.height > 1 && columns.contains { !$0.header.vi.isEmpty }
    let isSearchShown = search.isTyping && area.height > 2
    let (_, rest) = area.split(top: hasHeader ? 1 : 0)
    return rest.split(bottom: isSearchShown ? 1 : 0).0
  }

  /// Lists turn page by page, so moving within a page redraws two rows only.
  private func firstShown(height: Int) -> Int { height > 0 ? selection / height * height : 0 }

  /// With `isActive` false no row is shown as chosen: the choice is elsewhere on the screen.
  func draw(
    in frame: inout Frame, _ area: Rect, _ language: Language, count: Int, isActive: Bool = true,
    row: (Int) -> Row
  ) {
    guard area.width > 0, area.height > 0 else { return }
    let places = Column.places(columns, on: area.row(0).inset(left: Table.margin))
    let rows = rows(in: area)
    let isLinear = frame.glyphs == .linear
    if rows.y > area.y, !isLinear { drawHeader(in: &frame, places, language) }
    let chosen = min(selection, max(0, count - 1))
    let first = rows.height > 0 ? chosen / rows.height * rows.height : 0
    if isActive { frame.cursor = Point(x: area.x, y: rows.y) }
    if count == 0 { frame.write("   " + emptyWords[language], in: rows.row(0), .dim) }
    for index in first..<max(first, min(count, first + rows.height)) {
      let line = rows.row(index - first)
      let isChosen = isActive && index == chosen
      if isLinear {
        let words = linear(row(index), language)
        frame.write(isChosen ? "\(frame.glyphs.pointer) \(words)" : words, in: line, .plain)
      } else {
        draw(row(index), in: &frame, line, places, isChosen: isChosen)
      }
      if isActive, index == chosen { frame.cursor = Point(x: line.x, y: line.y) }
    }
    if rows.y + rows.height < area.y + area.height {
      search.draw(in: &frame, area.split(bottom: 1).1, language)
    }
  }

  /// A row in words: each cell behind the name of its column.
  private func linear(_ row: Row, _ language: Language) -> String {
    zip(columns, row.cells).filter { !$1.text.isEmpty }.map { column, cell in
      let (name, text) = (column.header[language], cell.text.drop { $0 == " " })
      return name.isEmpty ? String(text) : "\(name): \(text)"
    }.joined(separator: "; ")
  }

  private func drawHeader(
    in frame: inout Frame, _ places: [Rect], _ language: Language
  ) {
    for (column, place) in zip(columns, places) {
      column.write(column.header[language], in: &frame, place, .heading)
    }
  }

  private func draw(
    _ row: Row, in frame: inout Frame, _ area: Rect, _ places: [Rect], isChosen: Bool
  ) {
    // The mark ends with the last thing there is to read.
    let last = row.cells.lastIndex { $0.bar != nil || !$0.text.isEmpty }.map { min($0, places.count - 1) }
    let end = min(area.width, last.map { places[$0].right - area.x } ?? 3)
    let marked = Rect(x: area.x, y: area.y, width: end, height: 1)
    frame.write(isChosen ? " \(frame.glyphs.pointer)" : "", in: marked, isChosen ? .selected : .plain)
    for (cell, (column, place)) in zip(row.cells, zip(columns, places)) where !place.isEmpty {
      let rect = Rect(x: place.x, y: area.y, width: place.width, height: 1)
      if let bar = cell.bar {
        bar.draw(in: &frame, rect)
      } else if !cell.text.isEmpty {
        column.write(
          cell.text, in: &frame, rect,
          isChosen && [.plain, .dim].contains(cell.style) ? .selected : cell.style)
      }
    }
  }
}
