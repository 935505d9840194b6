/// A drawn screen in memory: a grid of cells and where the cursor rests.
struct Frame: Equatable, Sendable {
  /// One place on the screen, as a character and a style in four bytes.
  struct Cell: Equatable, Sendable {
    /// The character in the lower 24 bits, 0 right of one that is two cells wide; the style above.
    let bits: UInt32

    init(_ scalar: Unicode.Scalar?, _ style: Style) {
      bits = (scalar?.value ?? 0) | UInt32(style.rawValue) << 24
    }

    /// The character, or `nil` right of one that is two cells wide.
    var scalar: Unicode.Scalar? { bits & 0xFF_FFFF == 0 ? nil : Unicode.Scalar(bits & 0xFF_FFFF) }
    var style: Style { Style(rawValue: UInt8(bits >> 24)) ?? .plain }
    var isContinuation: Bool { bits & 0xFF_FFFF == 0 }
  }

  let size: Size
  let glyphs: Glyphs
  private(set) var cells: [Cell]
  /// Whether a letter of two cells was ever set: without one there are no halves to look for.
  private var hasWide = false

  /// Where the terminal's own cursor rests.
  ///
  /// Input methods and screen readers follow it, so it stands at the text caret, or at the chosen row, and
  /// is never hidden.
  var cursor = Point(x: 0, y: 0)

  init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size.clamped
    self.glyphs = glyphs
    cells = Array(repeating: Cell(" ", .plain), count: self.size.width * self.size.height)
  }

  static func == (one: Frame, other: Frame) -> Bool {
    one.size == other.size && one.glyphs == other.glyphs && one.cursor == other.cursor
      && one.cells == other.cells
  }

  var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

  /// The cells of a row; none where there is no such row.
  func row(_ y: Int) -> ArraySlice<Cell> {
    guard y >= 0, y < size.height else { return [] }
    return cells[y * size.width..<(y + 1) * size.width]
  }

  /// How many cells a text takes.
  static func width(of text: String) -> Int {
    var width = 0
    Shown.letters(of: text) { letter in
      width += letter.width
      return true
    }
    return width
  }

  /// Writes text on the first row of an area, cuts it with `…`, and fills what is left of that row.
  ///
  /// Answers how many cells the text took.
  @discardableResult
  mutating func write(_ text: String, in area: Rect, _ style: Style) -> Int {
    guard !area.isEmpty, area.y >= 0, area.y < size.height else { return 0 }
    let end = min(area.right, size.width)
    guard end > max(0, area.x) else { return 0 }
    var x = area.x
    var isCut = false
    Shown.letters(of: text) { letter in
      isCut = letter.width > end.saturatingMinus(x)
      if !isCut { set(letter, x, area.y, style) }
      x += isCut ? 0 : letter.width
      return !isCut
    }
    if isCut {
      blank(max(0, x)..<end, area.y, style)
      set(Shown.Letter(glyphs.cut), end - 1, area.y, style)
      return end.saturatingMinus(area.x)
    }
    blank(max(0, x)..<end, area.y, style)
    return x - area.x
  }

  /// Writes text at a place and leaves what stands beside it.
  mutating func put(_ text: String, at point: Point, _ style: Style) {
    guard point.y >= 0, point.y < size.height else { return }
    var x = point.x
    Shown.letters(of: text) { letter in
      guard x < 0 || letter.width <= size.width.saturatingMinus(x) else { return false }
      set(letter, x, point.y, style)
      x += letter.width
      return true
    }
  }

  /// Makes an area blank.
  mutating func fill(_ area: Rect, _ style: Style) {
    let area = area.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.bottom { blank(area.x..<area.right, y, style) }
  }

  /// Gives an area another style and leaves its text.
  mutating func restyle(_ area: Rect, _ style: Style) {
    let area = area.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.bottom {
      for index in y * size.width + area.x..<y * size.width + area.right {
        cells[index] = Cell(cells[index].scalar, style)
      }
    }
  }

  /// Draws a line across the whole window.
  mutating func rule(_ y: Int) { rule(in: Rect(x: 0, y: y, width: size.width, height: 1)) }

  /// Draws a line across an area's first row.
  mutating func rule(in area: Rect) {
    let line = area.row(0).intersection(bounds)
    guard !line.isEmpty, glyphs != .linear else { return }
    for x in line.x..<line.right { set(Shown.Letter(glyphs.rule), x, line.y, .dim) }
  }

  // MARK: Cells

  /// Sets a letter in a row that exists; what lies outside its columns is left away.
  private mutating func set(_ letter: Shown.Letter, _ x: Int, _ y: Int, _ style: Style) {
    guard x >= 0 else {
      // The right half of a wide letter whose left half is outside.
      if x == -1, letter.width == 2, size.width > 0 { blank(0..<1, y, style) }
      return
    }
    let start = y * size.width
    mend(x..<x + letter.width, start)
    cells[start + x] = Cell(glyphs.shown(letter.scalar), style)
    if letter.width == 2 {
      cells[start + x + 1] = Cell(nil, style)
      hasWide = true
    }
  }

  private mutating func blank(_ columns: Range<Int>, _ y: Int, _ style: Style) {
    guard !columns.isEmpty else { return }
    let start = y * size.width
    mend(columns, start)
    let cell = Cell(" ", style)
    for x in columns { cells[start + x] = cell }
  }

  /// Blanks the halves of wide letters that are left over when the columns are overwritten.
  @inline(__always)
  private mutating func mend(_ columns: Range<Int>, _ start: Int) {
    if hasWide { mendWide(columns, start) }
  }

  private mutating func mendWide(_ columns: Range<Int>, _ start: Int) {
    let (first, next) = (start + columns.lowerBound, start + columns.upperBound)
    if cells[first].isContinuation, first > start { cells[first - 1] = Cell(" ", cells[first - 1].style) }
    if next < start + size.width, cells[next].isContinuation { cells[next] = Cell(" ", cells[next].style) }
  }
}
