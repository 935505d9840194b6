import Model

/// A question in a box, asked only before what cannot be undone: send, approve, seal, erase.
struct Dialog: Equatable, Sendable {
  let title: Words
  let lines: [Words]
  /// What Enter does.
  let confirm: Words

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    guard area.width > 0, area.height > 0 else { return }
    let buttons = Words("Enter \(confirm.vi) · Esc thôi", "Enter \(confirm.en) · Esc no")[language]
    let texts = [title[language], ""] + lines.map { $0[language] } + ["", buttons]
    let width = min(area.width, (texts.map { Frame.width(of: $0) }.max() ?? 0) + 4)
    let height = min(area.height, texts.count + 2)
    let box = Rect(
      x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width: width,
      height: height)
    frame.fill(box, .notice)
    let inner = box.inset(left: min(2, box.width - 1))
    let top = min(1, box.height - 1)
    for (index, text) in texts.prefix(max(1, height - 1)).enumerated() where top + index < box.height {
      let row = inner.row(top + index)
      frame.write(text, in: row, index == 0 ? .title : index == texts.count - 1 ? .key : .notice)
    }
    frame.cursor = Point(x: inner.x, y: min(box.y + box.height - 1, box.y + top + texts.count - 1))
  }
}
