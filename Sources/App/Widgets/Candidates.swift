/// What can be chosen by a digit: numbered columns, row by row: ` 1 Mông   2 Mường   3 Mảng`.
struct Candidates {
  let labels: [String]
  /// The one under the highlight, where the arrows move among them.
  var highlight: Int?

  /// How many rows they take in an area that wide, at most `rows`.
  func rowsNeeded(width: Int, rows: Int) -> Int {
    let columns = columns(width: width, rows: rows)
    return (labels.count + columns - 1) / columns
  }

  func draw(in frame: inout Frame, _ area: Rect) {
    guard area.width > 0, area.height > 0 else { return }
    let columns = columns(width: area.width, rows: area.height)
    let width = area.width / columns
    for (offset, label) in labels.enumerated() where offset / columns < area.height {
      let isChosen = offset == highlight
      let place = Rect(
        x: area.x + offset % columns * width, y: area.y + offset / columns, width: width, height: 1)
      let number = Rect(x: place.x, y: place.y, width: min(3, width), height: 1)
      let mark = isChosen ? String(frame.glyphs.pointer) : " "
      frame.write("\(mark)\(offset + 1)", in: number, .key)
      let rest = Rect(x: place.x + 3, y: place.y, width: max(0, width - 4), height: 1)
      frame.write(label, in: rest, isChosen ? .selected : .plain)
    }
  }

  private func columns(width: Int, rows: Int) -> Int {
    let longest = labels.map { Frame.width(of: $0) }.max() ?? 0
    let comfortable = max(1, width / (longest + 5))
    let needed = (labels.count + max(1, rows) - 1) / max(1, rows)
    return max(1, max(needed, min(comfortable, labels.count)))
  }
}

extension Picker {
  /// Those that are shown.
  var shownCandidates: Candidates {
    Candidates(
      labels: shown.map { list.choices[$0].label }, highlight: isOpen ? highlight % Picker.page : nil)
  }
}
