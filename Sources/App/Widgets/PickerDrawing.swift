extension Picker {
  /// How many rows its candidates take in an area that wide, at most `rows`.
  func rowsNeeded(width: Int, rows: Int) -> Int {
    let columns = columns(width: width, rows: rows)
    return (shown.count + columns - 1) / columns
  }

  /// Draws the candidates as numbered columns, row by row: ` 1 Mông   2 Mường   3 Mảng`.
  func drawCandidates(in frame: inout Frame, _ area: Rect) {
    guard area.width > 0, area.height > 0 else { return }
    let columns = columns(width: area.width, rows: area.height)
    let width = area.width / columns
    for (offset, index) in shown.enumerated() where offset / columns < area.height {
      let isChosen = isOpen && offset == highlight % Picker.page
      let place = Rect(
        x: area.x + offset % columns * width, y: area.y + offset / columns, width: width, height: 1)
      let number = Rect(x: place.x, y: place.y, width: min(3, width), height: 1)
      let mark = isChosen ? String(frame.glyphs.pointer) : " "
      frame.write("\(mark)\(offset + 1)", in: number, .key)
      let label = Rect(x: place.x + 3, y: place.y, width: max(0, width - 4), height: 1)
      frame.write(list.choices[index].label, in: label, isChosen ? .selected : .plain)
    }
  }

  private func columns(width: Int, rows: Int) -> Int {
    let longest = shown.map { Frame.width(of: list.choices[$0].label) }.max() ?? 0
    let comfortable = max(1, width / (longest + 5))
    let needed = (shown.count + max(1, rows) - 1) / max(1, rows)
    return max(1, max(needed, min(comfortable, shown.count)))
  }
}
