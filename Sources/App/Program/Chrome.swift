import Model

extension AppState {
  /// Draws the program; a pure function of the state.
  func frame() -> Frame {
    context.isLinear ? linearFrame() : frame(context)
  }

  private func frame(_ context: Context, glyphs: Glyphs? = nil) -> Frame {
    var frame = Frame(size: context.size, glyphs: glyphs ?? context.glyphs)
    let layout = Layout(context.size)
    let screen = stack.top.screen
    let language = context.language
    let header = Header(
      breadcrumbs: screen.breadcrumbs(context), facts: screen.facts(context), marks: marks(layout))
    header.draw(in: &frame, layout.header, rule: layout.topRule)
    if layout.bottomRule.height > 0 { frame.rule(layout.bottomRule.y) }
    screen.draw(in: &frame, layout.body, context)
    let footer = drawInputMethod(in: &frame, layout.footer)
    if let notice {
      draw(notice.words[language], notice.style, in: &frame, footer, above: layout.bottomRule)
    } else {
      Footer(keymap: keymap, isTyping: screen.isTyping).draw(in: &frame, footer, language)
    }
    return frame
  }

  /// The whole screen in words: as many rows of a list as one page of a large window holds.
  var linear: LinearText {
    var wide = context
    wide.size = Size(width: 400, height: max(200, context.size.height))
    return LinearText(frame(wide, glyphs: .linear))
  }

  /// The words in the window, about the line with the cursor; the first and last line stay.
  private func linearFrame() -> Frame {
    var frame = Frame(size: context.size, glyphs: context.glyphs)
    let text = linear
    let (lines, cursor) = text.wrapped(width: context.size.width)
    // What can be done, or what was just said, is the last line: it may be read at any time.
    let last = Frame.wrapped(text.lines.last ?? "", width: context.size.width).suffix(
      context.size.height / 3)
    let head = context.size.height > 3 ? 1 : 0
    let room = context.size.height - head - last.count
    let body = lines.dropFirst(head).dropLast(last.count)
    let at = max(0, cursor.y - head)
    let first = max(0, min(at - room / 2, body.count - room))
    let shown = lines.prefix(head) + body.dropFirst(first).prefix(room)
    for (y, line) in (shown + last).enumerated() {
      frame.write(line, in: Rect(x: 0, y: y, width: context.size.width, height: 1), .plain)
    }
    frame.cursor = Point(
      x: cursor.x, y: cursor.y < head ? cursor.y : head + min(at - first, max(0, room - 1)))
    return frame
  }

  /// A sentence that is too long for the last line begins on the rule above it.
  private func draw(
    _ text: String, _ style: Style, in frame: inout Frame, _ area: Rect, above rule: Rect
  ) {
    let lines = Frame.wrapped(text, width: area.width - 2)
    guard lines.count > 1, rule.height > 0, let first = lines.first else {
      frame.write(" " + text, in: area, style)
      return
    }
    frame.fill(rule, .plain)
    frame.write(" " + first, in: rule, style)
    frame.write(" " + lines.dropFirst().joined(separator: " "), in: area, style)
  }

  /// Says on the right which input method is on; gives back what is left of the line.
  private func drawInputMethod(in frame: inout Frame, _ area: Rect) -> Rect {
    guard let name = context.inputMethod?.name, area.height > 0, area.width >= 40 else { return area }
    let (key, width) = (Key.function(8).name, Frame.width(of: name))
    let start = area.x + area.width - width - 1
    frame.put(name, at: Point(x: start, y: area.y), .plain)
    frame.put(key, at: Point(x: start - Frame.width(of: key) - 1, y: area.y), .key)
    return area.inset(right: width + Frame.width(of: key) + 3)
  }

  /// What every screen must say of itself.
  private func marks(_ layout: Layout) -> [String] {
    let size = context.size
    var marks: [Words] = []
    if context.isSynthetic { marks.append(Words("DỮ LIỆU MẪU", "SYNTHETIC DATA")) }
    if context.isReadOnly { marks.append(Words("CHỈ XEM", "READ ONLY")) }
    if !context.faults.isEmpty {
      let count = context.faults.count
      marks.append(
        Words("! DỮ LIỆU HỎNG \(count) CHỖ", "! DATA DAMAGED IN \(count) PLACE\(count == 1 ? "" : "S")"))
    }
    if size.width < Size.minimum.width || size.height < Size.minimum.height {
      let shape = "\(size.width)×\(size.height)"
      marks.append(Words("cửa sổ \(shape) < 80×24", "window \(shape) < 80×24"))
    }
    return marks.map { $0[context.language] }
  }
}
