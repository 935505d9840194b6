import Model

/// One column of a table: its words, its width, and how its texts stand.
struct Column: Equatable, Sendable {
  enum Alignment: Equatable, Sendable { case left, right, center }

  let header: Words
  /// How many cells; `nil` for the column that takes what is left.
  let width: Int?
  var alignment = Alignment.left

  init(_ header: Words, width: Int? = nil, _ alignment: Alignment = .left) {
    self.header = header
    self.width = width
    self.alignment = alignment
  }

  /// Where each column stands, with one cell between them; what does not fit is left out on the right.
  static func places(_ columns: [Column], width: Int) -> [Range<Int>] {
    let flexible = columns.filter { $0.width == nil }.count
    let fixed = columns.compactMap(\.width).reduce(0, +) + max(0, columns.count - 1)
    let share = flexible > 0 ? max(4, (width - fixed) / flexible) : 0
    var x = 0
    return columns.map { column in
      let start = min(x, max(0, width))
      let end = min(x + (column.width ?? share), max(0, width))
      x += (column.width ?? share) + 1
      return start..<max(start, end)
    }
  }

  /// Writes a text into its place.
  func write(_ text: String, in frame: inout Frame, _ area: Rect, _ style: Style) {
    let spare = area.width - Frame.width(of: text)
    let left =
      switch alignment {
      case .left: 0
      case .right: max(0, spare)
      case .center: max(0, spare / 2)
      }
    frame.write(text, in: area.inset(left: left), style)
  }
}
