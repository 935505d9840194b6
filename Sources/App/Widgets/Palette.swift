import Model

/// A line to type into, with what it finds below; the first result is taken by Enter.
struct Palette: Equatable, Sendable {
  /// One thing that can be found: what it is, and what kind of thing.
  struct Item: Equatable, Sendable {
    let label: String
    var detail = ""
  }

  private(set) var query = TextField(limit: 60)
  private(set) var selection = 0

  /// What a key did.
  enum Answer: Equatable, Sendable { case ignored, moved, searched, refused }

  mutating func handle(_ input: Input, count: Int) -> Answer {
    switch input {
    case .text(let typed):
      selection = 0
      return query.insert(typed) ? .searched : .refused
    case .command(.down), .command(.nextField): return move(1, count)
    case .command(.up), .command(.previousField): return move(-1, count)
    case .command(.pageDown): return move(10, count)
    case .command(.pageUp): return move(-10, count)
    case .command(let command):
      let old = query
      guard query.handle(command) else { return .ignored }
      if query.text == old.text { return .moved }
      selection = 0
      return .searched
    default: return .ignored
    }
  }

  private mutating func move(_ rows: Int, _ count: Int) -> Answer {
    selection = min(max(0, selection + rows), max(0, count - 1))
    return .moved
  }

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language, items: [Item]) {
    guard area.width > 0, area.height > 0 else { return }
    let (_, rest) = area.split(top: 1)
    let prompt = min(3, area.width - 1)
    frame.write(" : ", in: Rect(x: area.x, y: area.y, width: prompt, height: 1), .key)
    let first = rest.height > 0 ? selection / rest.height * rest.height : 0
    for (offset, item) in items.dropFirst(first).prefix(rest.height).enumerated() {
      let isChosen = first + offset == selection
      let style: Style = isChosen ? .selected : .plain
      let row = rest.row(offset)
      frame.write(" \(isChosen ? String(frame.glyphs.pointer) : " ") \(item.label)", in: row, style)
      let width = Frame.width(of: item.detail)
      if !item.detail.isEmpty, width + 20 < row.width {
        frame.write(item.detail, in: row.inset(left: row.width - width - 1), isChosen ? .selected : .dim)
      }
    }
    if items.isEmpty, rest.height > 0 {
      frame.write(Words("   Không tìm thấy", "   Nothing found")[language], in: rest.row(0), .dim)
    }
    query.draw(in: &frame, area.row(0).inset(left: prompt), style: .focused, isFocused: true)
  }
}
