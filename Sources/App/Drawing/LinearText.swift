/// A drawn screen as lines of words: for reading aloud, for a mail.
struct LinearText: Equatable, Sendable {
  private(set) var lines: [String] = []
  /// The line in which the cursor rests, and how many cells stand before it there.
  private(set) var cursor = Point(x: 0, y: 0)

  /// What stands apart in a row is parted by a sign; empty rows are left out.
  init(_ frame: Frame) {
    for y in 0..<frame.size.height {
      let isCursors = frame.cursor.y == y
      var (line, blanks, caret) = ("", 0, 0)
      for (x, cell) in frame.row(y).enumerated() {
        if isCursors, x == frame.cursor.x {
          caret = Frame.width(of: line) + (line.isEmpty ? 0 : min(blanks, 1))
        }
        guard let scalar = cell.scalar else { continue }
        if scalar == " " {
          blanks += 1
          continue
        }
        if !line.isEmpty { line += blanks > 1 ? LinearText.parting : blanks == 1 ? " " : "" }
        blanks = 0
        line.unicodeScalars.append(scalar)
      }
      if isCursors { cursor = Point(x: caret, y: lines.count) }
      if !line.isEmpty || isCursors { lines.append(line) }
    }
  }

  private static let parting = " · "

  /// Lines no longer than a window, and where the cursor is in them.
  func wrapped(width: Int) -> (lines: [String], cursor: Point) {
    var (all, place): ([String], Point) = ([], Point(x: 0, y: 0))
    for (index, line) in lines.enumerated() {
      let parts = Frame.wrapped(line, width: max(1, width))
      if index == cursor.y {
        var (row, x) = (0, cursor.x)
        while row < parts.count - 1, x > Frame.width(of: parts[row]) {
          x -= Frame.width(of: parts[row]) + 1
          row += 1
        }
        place = Point(x: min(max(0, x), max(0, width - 1)), y: all.count + row)
      }
      all += parts.isEmpty ? [""] : parts
    }
    return (all, place)
  }
}
