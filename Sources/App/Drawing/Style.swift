/// What a cell means; the theme says how that looks on a given terminal.
enum Style: UInt8, CaseIterable, Sendable {
  /// Body text, in the user's own colours, and text of less weight.
  case plain, dim
  /// The top line, the head of a column or group, the name of a key, a sentence to the user.
  case title, heading, key, notice
  /// The chosen row; the chosen row where the keyboard is elsewhere; rows marked by the user; a found text.
  case selected, resting, marked, match
  /// A field, the field being typed in, a field filled from the record before, what cannot be used now.
  case field, focused, carried, disabled
  case good, warning, problem
  /// What has been reached, what is missing, and where one should be today.
  case bar, track, tick

  /// Its letter in golden frames.
  var mark: Character {
    switch self {
    case .plain: " "
    case .dim: "d"
    case .title: "T"
    case .heading: "H"
    case .key: "k"
    case .notice: "n"
    case .selected: "S"
    case .resting: "r"
    case .marked: "m"
    case .match: "M"
    case .field: "f"
    case .focused: "F"
    case .carried: "c"
    case .disabled: "x"
    case .good: "g"
    case .warning: "w"
    case .problem: "p"
    case .bar: "b"
    case .track: "t"
    case .tick: "i"
    }
  }
}
