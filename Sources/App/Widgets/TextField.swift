import Model

/// One line of text being typed.
///
/// Outside input methods retype what stands left of the caret: they erase one code point per backspace and
/// send it anew. So a backspace takes off one code point, nothing but the built-in input method rewrites the
/// text while it is typed, and composing marks that were sent by themselves waits until the field is left.
struct TextField: Hashable, Sendable {
  private var before: String
  private var after = ""
  /// The word before the caret, while the built-in input method writes it.
  private var word: TypedWord?
  /// The keys of a code, as an outside input method lets them be known.
  private var outside: OutsideKeys?
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
  var value: String {
    guard alphabet == .ascii else { return text.tidied }
    let known = outside.flatMap { $0.text == text ? $0 : nil }
    return (known ?? OutsideKeys(text)).undone.tidied
  }

  var textBeforeCaret: String { before }

  /// Whether the caret stands behind the text.
  var isAtEnd: Bool { after.isEmpty }

  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// The text with the keys of the word before the caret in its place, as one types who means no marks.
  var keys: String {
    guard let word else { return text }
    return String(before.unicodeScalars.dropLast(word.text.unicodeScalars.count)) + word.typed + after
  }

  /// Adds what was typed or pasted; false when something of it was refused.
  ///
  /// A pasted line break becomes a space; it never submits a form.
  mutating func insert(_ typed: Typed) -> Bool {
    guard let method = typed.method, alphabet == .any, let key = typed.text.unicodeScalars.first,
      key.isASCII, typed.text.unicodeScalars.count == 1
    else {
      word = nil
      return insert(typed.text)
    }
    guard TypedWord.holds(key) else {
      finishWord()
      return insert(typed.text)
    }
    let old = word?.method == method ? word : TypedWord(before: before, by: method)
    guard let old, let new = old.adding(key) else {
      word = nil
      return insert(typed.text)
    }
    let isTaken = replace(old.text, by: new.text)
    word = isTaken ? new : old
    return isTaken
  }

  /// Follows one backspace, or letters that were added.
  private mutating func follow(from old: String) {
    var keys = outside.flatMap { $0.text == old ? $0 : nil } ?? OutsideKeys(old)
    if before.unicodeScalars.count < old.unicodeScalars.count { keys.erase() }
    for scalar in before.unicodeScalars.dropFirst(old.unicodeScalars.count) { keys.type(scalar) }
    outside = keys
  }

  /// Puts another text in the place of that before the caret; false where there is no room for it.
  private mutating func replace(_ old: String, by new: String) -> Bool {
    let others = String(before.unicodeScalars.dropLast(old.unicodeScalars.count)) + new
    guard (others + after).count <= max(limit, text.count) else { return false }
    before = others
    return true
  }

  /// Gives a word that became no syllable back as it was typed.
  private mutating func finishWord() {
    if let word, word.text != word.finished, !(after.unicodeScalars.first.map(TypedWord.holds) ?? false) {
      _ = replace(word.text, by: word.finished)
    }
    word = nil
  }

  /// A letter and the marks on it, of which Vietnamese has two.
  private static let scalarsPerCharacter = 4

  /// What is too long is taken up to the first character for which there is no room.
  private mutating func insert(_ text: String) -> Bool {
    let old = before
    defer { if alphabet == .ascii { follow(from: old) } }
    let accepted = alphabet.accepted(text)
    var isWhole = accepted.isWhole
    let room = limit - self.text.count
    if accepted.text.unicodeScalars.count <= room {
      before.unicodeScalars.append(contentsOf: accepted.text.unicodeScalars)
      return isWhole
    }
    // Marks add no characters; without an end to them a paste would be counted again for each.
    var left = limit * TextField.scalarsPerCharacter - self.text.unicodeScalars.count
    for scalar in accepted.text.unicodeScalars {
      let old = before
      before.unicodeScalars.append(scalar)
      left -= 1
      if left < 0 || self.text.count > limit && self.text.count > (old + after).count {
        before = old
        isWhole = false
        break
      }
    }
    return isWhole
  }

  /// Carries a command out; false when it is none of a text field's.
  mutating func handle(_ command: Command) -> Bool {
    switch command {
    case .left, .right, .lineStart, .lineEnd: finishWord()
    case .eraseBack, .eraseForward, .eraseWord, .eraseLine: word = nil
    default: return false
    }
    switch command {
    case .left: if let last = before.popLast() { after.insert(last, at: after.startIndex) }
    case .right: if !after.isEmpty { before.append(after.removeFirst()) }
    case .lineStart: (before, after) = ("", text)
    case .lineEnd: (before, after) = (text, "")
    case .eraseBack:
      let old = before
      _ = before.unicodeScalars.popLast()
      if alphabet == .ascii { follow(from: old) }
    case .eraseForward: if !after.isEmpty { after.removeFirst() }
    case .eraseWord:
      while before.last == " " { before.removeLast() }
      while !before.isEmpty, before.last != " " { before.removeLast() }
    case .eraseLine: (before, after) = ("", "")
    default: break
    }
    return true
  }

  /// Puts another text in its place, with the caret behind it.
  mutating func set(_ text: String) { (before, after, word) = (text, "", nil) }

  /// Composes and tidies the text, once the field is left.
  mutating func leave() {
    finishWord()
    set(value)
  }

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
