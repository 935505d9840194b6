import Model

/// One column of a table: its words, its width, and how its texts stand.
struct Column: Equatable, Sendable {
  enum Alignment: Equatable, Sendable { case left, right, center }

  let header: Words
  /// How many cells; `nil` for the column that takes what is left.
  let width: Int?
  /// How many cells a column that takes what is left takes at most, so that a row stays one row to the eye.
  let most: Int?
  var alignment = Alignment.left

  init(_ header: Words, width: Int? = nil, most: Int? = nil, _ alignment: Alignment = .left) {
    self.header = header
    self.width = width
    self.most = most
    self.alignment = alignment
  }

  /// What a column without a width of its own needs to tell its texts apart.
  private static let leastFlexible = 12

  /// Where each column stands on a line, with one cell between them; whole columns are left out on the right
  /// where not all have room.
  static func places(_ columns: [Column], on line: Rect) -> [Rect] {
    var shown = columns[...]
    while shown.count > 1, !hasRoom(shown, line.width) { shown.removeLast() }
    let share = share(shown, line.width)
    let end = line.x + max(0, line.width)
    var x = line.x
    return columns.indices.map { index in
      guard index < shown.endIndex else { return Rect(x: end, y: line.y, width: 0, height: 1) }
      let wished = columns[index].width ?? max(min(share, columns[index].most ?? share), 4)
      let start = min(x, end)
      x += wished + 1
      return Rect(x: start, y: line.y, width: max(0, min(wished, end - start)), height: 1)
    }
  }

  private static func hasRoom(_ columns: ArraySlice<Column>, _ width: Int) -> Bool {
    columns.contains { $0.width == nil }
      ? share(columns, width) >= leastFlexible : fixed(columns) <= width
  }

  private static func fixed(_ columns: ArraySlice<Column>) -> Int {
    columns.compactMap(\.width).reduce(0, +) + max(0, columns.count - 1)
  }

  /// What is left for each column without a width of its own.
  private static func share(_ columns: ArraySlice<Column>, _ width: Int) -> Int {
    let flexible = columns.filter { $0.width == nil }.count
    return flexible > 0 ? (width - fixed(columns)) / flexible : 0
  }

  /// Writes a text into its place.
  func write(_ text: String, in frame: inout Frame, _ area: Rect, _ style: Style) {
    let left =
      switch alignment {
      case .left: 0
      case .right: max(0, area.width - Frame.width(of: text))
      case .center: max(0, (area.width - Frame.width(of: text)) / 2)
      }
    frame.write(text, in: area.inset(left: left), style)
  }
}
