/// The few drawn shapes, in the two alphabets terminals can show, or none of them.
enum Glyphs: Equatable, Sendable {
  case unicode, ascii
  /// Words only, one thing after the other: for reading aloud, and for a mail.
  case linear

  /// A bar's whole cell, and the cell of its track.
  var full: Character { self == .ascii ? "#" : "█" }
  var empty: Character { self == .ascii ? "." : "·" }
  /// A bar's last cell, from one to seven eighths; none in ASCII.
  var eighths: [Character] {
    self == .unicode ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉"] : []
  }
  /// Where one should be today.
  var tick: Character { self == .ascii ? "|" : "╎" }
  /// The end of a text that was cut.
  var cut: Character { self == .ascii ? "~" : "…" }
  /// The chosen row.
  var pointer: Character { self == .unicode ? "▸" : ">" }
  var rule: Character { self == .ascii ? "-" : "─" }
  /// What needs a person.
  var warn: Character { "!" }
  /// A hidden digit.
  var mask: Character { self == .ascii ? "*" : "•" }
  /// A character as this alphabet shows it: letters stay, shapes and typographic signs become ASCII.
  func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard self == .ascii, scalar.value >= 0x80 else { return scalar }
    switch scalar {
    case "█", "▓", "▒", "▉", "▊", "▋", "▌", "■", "●": return "#"
    case "░", "▏", "▎", "▍", "·": return "."
    case "…": return "~"
    case "─", "━", "═", "╌", "–", "—", "‐", "‑", "−", "╴", "╶": return "-"
    case "│", "┃", "║", "╎", "╵", "╷": return "|"
    case "▸", "▶", "►", "›", "»", "→": return ">"
    case "◂", "◀", "◄", "‹", "«", "←": return "<"
    case "▲", "△", "↑": return "^"
    case "▼", "▽", "↓": return "v"
    case "“", "”", "„": return "\""
    case "‘", "’", "‚": return "'"
    case "•", "◆", "★", "✓", "✔", "×": return "*"
    case "✗", "✘": return "x"
    case "□", "○", "◇", "☐": return "o"
    default: return (0x2500...0x257F).contains(scalar.value) ? "+" : scalar
    }
  }
}
