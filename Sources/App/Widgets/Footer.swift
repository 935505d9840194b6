import Model

/// The bottom line: what can be done here, with the keys that do it, as many as fit; what cannot be done now stands
/// in brackets, and why, where there is room.
struct Footer: Equatable, Sendable {
  let keymap: Keymap
  /// Whether text can be typed, so that plain characters do nothing but type.
  var isTyping = false

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    guard area.height > 0 else { return }
    var x = 1
    var shown: [Command] = []
    var reason: Words?
    for binding in keymap.bindings where binding.inFooter && !shown.contains(binding.command) {
      guard let key = key(of: binding) else { continue }
      let isLive = binding.disabled == nil
      let (front, back) = isLive ? (key, binding.label[language]) : ("(" + key, binding.label[language] + ")")
      let width = Frame.width(of: front) + 1 + Frame.width(of: back)
      guard x + width <= area.width else { return }
      frame.put(front, at: Point(x: area.x + x, y: area.y), isLive ? .key : .disabled)
      let place = Point(x: area.x + x + Frame.width(of: front) + 1, y: area.y)
      frame.put(back, at: place, isLive ? .plain : .disabled)
      shown.append(binding.command)
      reason = reason ?? binding.disabled
      x += width + 2
    }
    guard let reason = reason?[language], x + Frame.width(of: reason) <= area.width else { return }
    frame.put(reason, at: Point(x: area.x + x, y: area.y), .disabled)
  }

  private func key(of binding: Binding) -> String? {
    binding.keys.first { key in
      if case .character = key { !isTyping } else { true }
    }?.name
  }
}
