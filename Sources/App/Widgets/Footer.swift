import Model

/// The bottom line: what can be done here, with the keys that do it, as many as fit.
struct Footer: Equatable, Sendable {
  let keymap: Keymap
  /// Whether text can be typed, so that plain characters do nothing but type.
  var isTyping = false

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    guard area.height > 0 else { return }
    var x = 1
    var shown: [Command] = []
    for binding in keymap.bindings where binding.inFooter && !shown.contains(binding.command) {
      guard let key = key(of: binding) else { continue }
      let label = binding.label[language]
      let width = Frame.width(of: key) + 1 + Frame.width(of: label)
      guard x + width <= area.width else { return }
      frame.put(key, at: Point(x: area.x + x, y: area.y), binding.disabled == nil ? .key : .disabled)
      let place = Point(x: area.x + x + Frame.width(of: key) + 1, y: area.y)
      frame.put(label, at: place, binding.disabled == nil ? .plain : .disabled)
      shown.append(binding.command)
      x += width + 2
    }
  }

  private func key(of binding: Binding) -> String? {
    binding.keys.first { key in
      if case .character = key { !isTyping } else { true }
    }?.name
  }
}
