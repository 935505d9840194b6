/// How each style looks.
///
/// Body text keeps the user's own colours, so light and dark windows both work, and no meaning rests on
/// colour alone: every style that differs from plain does so without colour too, or by its characters.
struct Theme: Equatable, Sendable {
  /// How many colours are used: none, the eight of old, or shades that can be read on light and dark.
  enum Palette: Sendable { case mono, eight, many }

  struct Look: Hashable, Sendable {
    /// The terminal's number of the colour; `nil` for the user's own.
    var color: Int16? = nil
    var bold = false
    var dim = false
    var reverse = false
    var underline = false
  }

  let palette: Palette

  /// Colour when the terminal has it and `NO_COLOR` is not set (no-color.org).
  static func choose(colors: Int, noColor: String?) -> Theme {
    guard (noColor ?? "").isEmpty, colors >= 8 else { return Theme(palette: .mono) }
    return Theme(palette: colors >= 256 ? .many : .eight)
  }

  subscript(style: Style) -> Look {
    var look = Theme.look(style)
    look.color = Theme.hue(style).flatMap(number)
    return look
  }

  /// What a style looks like without colour.
  private static func look(_ style: Style) -> Look {
    switch style {
    case .plain, .bar, .tick: Look()
    case .dim, .track, .disabled: Look(dim: true)
    case .title, .key, .notice, .good: Look(bold: true)
    case .heading, .field: Look(underline: true)
    case .carried: Look(dim: true, underline: true)
    case .focused: Look(bold: true, underline: true)
    case .selected: Look(reverse: true)
    case .resting: Look(bold: true, reverse: true)
    case .marked: Look(bold: true, underline: true)
    case .match: Look(reverse: true, underline: true)
    case .warning: Look(bold: true)
    case .problem: Look(bold: true, reverse: true)
    }
  }

  private enum Hue { case red, orange, green, teal }

  private static func hue(_ style: Style) -> Hue? {
    switch style {
    case .problem: .red
    case .warning: .orange
    case .good, .bar: .green
    case .key, .marked: .teal
    default: nil
    }
  }

  /// Middle shades, of a contrast of about four and a half to black and to white; of the eight, those that
  /// come nearest (yellow cannot be read on white, nor blue on black).
  private func number(_ hue: Hue) -> Int16? {
    switch (palette, hue) {
    case (.mono, _): nil
    case (.many, .red): 160
    case (.many, .orange): 166
    case (.many, .green): 28
    case (.many, .teal): 30
    case (.eight, .red): 1
    case (.eight, .orange): 5
    case (.eight, .green): 2
    case (.eight, .teal): 6
    }
  }
}
