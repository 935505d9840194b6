import Model

extension AppState {
  /// Draws the program; a pure function of the state.
  func frame() -> Frame {
    var frame = Frame(size: context.size, glyphs: context.glyphs)
    let layout = Layout(context.size)
    let screen = stack.top.screen
    let language = context.language
    let header = Header(
      breadcrumbs: screen.breadcrumbs(context), facts: screen.facts(context), marks: marks(layout))
    header.draw(in: &frame, layout.header, rule: layout.topRule)
    if layout.bottomRule.height > 0 { frame.rule(layout.bottomRule.y) }
    screen.draw(in: &frame, layout.body, context)
    if let notice {
      frame.write(" " + notice.words[language], in: layout.footer, notice.style)
    } else {
      Footer(keymap: keymap, isTyping: screen.isTyping).draw(in: &frame, layout.footer, language)
    }
    return frame
  }

  /// What every screen must say of itself.
  private func marks(_ layout: Layout) -> [String] {
    let size = context.size
    var marks: [Words] = []
    if context.isSynthetic { marks.append(Words("DỮ LIỆU MẪU", "SYNTHETIC DATA")) }
    if context.isReadOnly { marks.append(Words("CHỈ XEM", "READ ONLY")) }
    if context.faults > 0 {
      let count = context.faults
      marks.append(Words("! \(count) DÒNG HỎNG ĐƯỢC BỎ RA", "! \(count) DAMAGED LINES LEFT OUT"))
    }
    if size.width < Size.minimum.width || size.height < Size.minimum.height {
      let shape = "\(size.width)×\(size.height)"
      marks.append(Words("cửa sổ \(shape) < 80×24", "window \(shape) < 80×24"))
    }
    return marks.map { $0[context.language] }
  }
}
