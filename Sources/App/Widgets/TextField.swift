import Model

/// One line of text being typed.
///
/// Vietnamese input methods retype what stands left of the caret: they erase one code point per
/// backspace and send it anew. So a backspace takes off one code point, nothing rewrites the text
/// while it is typed, and composing waits until the field is left.
struct TextField: Hashable, Sendable {
  private var before: String
  private var after = ""
  /// How many characters it holds.
  let limit: Int
  let alphabet: Alphabet

  init(_ text: String = "", limit: Int = 200, alphabet: Alphabet = .any) {
    before = text
    self.limit = limit
    self.alphabet = alphabet
  }

  /// The text as typed.
  var text: String { before + after }

  /// The text as it is to be kept: composed, tidied, and freed of what an input method did to a code.
  var value: String { alphabet.restored(text).tidied }

  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// Adds what was typed or pasted; false when something of it was refused.
  ///
  /// A pasted line break becomes a space; it never submits a form.
  mutating func insert(_ text: String) -> Bool {
    let accepted = alphabet.accepted(text)
    var isWhole = accepted.isWhole
    let room = limit - self.text.count
    if accepted.text.unicodeScalars.count <= room {
      before.unicodeScalars.append(contentsOf: accepted.text.unicodeScalars)
      return isWhole
    }
    for scalar in accepted.text.unicodeScalars {
      let old = before
      before.unicodeScalars.append(scalar)
      if self.text.count > limit, self.text.count > (old + after).count {
        before = old
        isWhole = false
      }
    }
    return isWhole
  }

  /// Carries a command out; false when it is none of a text field's.
  mutating func handle(_ command: Command) -> Bool {
    switch command {
    case .left: if let last = before.popLast() { after.insert(last, at: after.startIndex) }
    case .right: if !after.isEmpty { before.append(after.removeFirst()) }
    case .lineStart: (before, after) = ("", text)
    case .lineEnd: (before, after) = (text, "")
    case .eraseBack: _ = before.unicodeScalars.popLast()
    case .eraseForward: if !after.isEmpty { after.removeFirst() }
    case .eraseWord:
      while before.last == " " { before.removeLast() }
      while !before.isEmpty, before.last != " " { before.removeLast() }
    case .eraseLine: before = ""
    default: return false
    }
    return true
  }

  /// Puts another text in its place, with the caret behind it.
  mutating func set(_ text: String) { (before, after) = (text, "") }

  /// Composes and tidies the text, once the field is left.
  mutating func leave() { set(value) }

  func draw(in frame: inout Frame, _ area: Rect, style: Style, isFocused: Bool) {
    guard area.width > 0, area.height > 0 else { return }
    let caret = Frame.width(of: before)
    var hidden = isFocused ? max(0, caret - (area.width - 1)) : 0
    let offset = hidden
    let shown = text.drop { character in
      guard hidden > 0 else { return false }
      hidden -= Frame.width(of: String(character))
      return true
    }
    frame.write(String(shown), in: area, style)
    if isFocused { frame.cursor = Point(x: area.x + min(max(0, caret - offset), area.width - 1), y: area.y) }
  }
}
