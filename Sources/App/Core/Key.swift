/// One press on the keyboard, free of any terminal's codes.
///
/// A letter is one code point, as input methods send it: a mark that comes by itself is a key by itself.
/// The number pad types its characters.
enum Key: Hashable, Sendable {
  case character(Character)
  /// A letter, capital, or one of `@ \ ] ^ _`, with Ctrl.
  case control(Character)
  /// A character with Alt (or after a quick Esc); `\r` and `\u{8}` for Enter and Backspace.
  case alt(Character)
  case function(Int)
  case enter, tab, backTab, escape
  case backspace, delete, insert
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// A cursor key with Shift.
  case shift(Motion)
  /// A cursor key with Ctrl or Alt.
  case leap(Motion)

  /// The keys that move the cursor.
  enum Motion: String, CaseIterable, Sendable {
    case up = "Up"
    case down = "Down"
    case left = "Left"
    case right = "Right"
    case home = "Home"
    case end = "End"
    case pageUp = "PgUp"
    case pageDown = "PgDn"
  }
}

extension Key {
  private static let named: [(String, Key)] = [
    ("Enter", .enter), ("Tab", .tab), ("S-Tab", .backTab), ("Esc", .escape), ("Space", .character(" ")),
    ("BS", .backspace), ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left),
    ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("M-Enter", .alt("\r")), ("M-BS", .alt("\u{8}")), ("lt", .character("<")),
  ]

  /// The name shown in the footer and the help, and written in test scripts: `F10`, `^S`, `Enter`, `C-Left`.
  var name: String {
    switch self {
    case .character(" "): return "Space"
    case .character(let character): return String(character)
    case .control(let letter): return "^\(letter)"
    case .function(let number): return "F\(number)"
    case .shift(let motion): return "S-\(motion.rawValue)"
    case .leap(let motion): return "C-\(motion.rawValue)"
    case .alt(let character):
      return Key.named.first { $0.1 == self }?.0 ?? (character == " " ? "M-Space" : "M-\(character)")
    default: return Key.named.first { $0.1 == self }?.0 ?? "?"
    }
  }

  /// The key of a name; `nil` where there is none.
  init?(name: some StringProtocol) {
    let rest = name.dropFirst(2)
    if let key = Key.named.first(where: { $0.0 == name })?.1 {
      self = key
    } else if name.count == 2, name.hasPrefix("^"), let letter = name.last {
      self = .control(Character(letter.uppercased()))
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()) {
      self = .function(number)
    } else if name.hasPrefix("M-"), let character = rest == "Space" ? " " : rest.first,
      rest.count == 1 || rest == "Space"
    {
      self = .alt(character)
    } else if name.hasPrefix("S-"), let motion = Motion(rawValue: String(rest)) {
      self = .shift(motion)
    } else if name.hasPrefix("C-"), let motion = Motion(rawValue: String(rest)) {
      self = .leap(motion)
    } else {
      return nil
    }
  }

  /// Reads a script of presses: plain characters are themselves, the rest stands in `<…>`.
  ///
  /// Characters are pressed one code point at a time; `<lt>` is a `<`, and so is one that begins no name.
  static func script(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = Substring(text).unicodeScalars
    while let first = rest.popFirst() {
      if first == "<", let close = rest.firstIndex(of: ">"), let key = Key(name: Substring(rest[..<close])) {
        keys.append(key)
        rest = rest[rest.index(after: close)...]
      } else {
        keys.append(.character(Character(first)))
      }
    }
    return keys
  }
}
