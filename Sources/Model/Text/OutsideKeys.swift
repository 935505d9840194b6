/// The keys of a code that an outside input method turned into marks: "Á" was typed `AS` or `A1`.
///
/// A clerk seldom switches the input method off for a passport number. At each key that it takes for a mark it
/// erases what stands and sends it anew, so the keys can be told from the changes, even those that a later one
/// replaced; whether letters or digits were pressed is told from the rest of the code.
public struct OutsideKeys: Hashable, Sendable {
  enum Event: Hashable {
    case written(Unicode.Scalar)
    /// A tone set on a letter; 0 takes it off.
    case tone(UInt8, on: Unicode.Scalar)
    case mark(SyllableLetter.Mark, on: Unicode.Scalar)
  }

  private(set) var events: [Event] = []
  private var shown: [Unicode.Scalar] = []
  /// What was erased and has not come again, in the order in which it stood.
  private var erased: [Unicode.Scalar] = []
  /// What the letters that came again brought with them.
  private var changes: [Event] = []
  /// Whether a mark went with them.
  private var hasLostMark = false

  /// Begins with what stands there; its marks tell what keys there were at least.
  public init(_ text: String = "") {
    for scalar in text.unicodeScalars { type(scalar) }
  }

  /// What stands there.
  public var text: String { String(String.UnicodeScalarView(shown)) }

  /// A backspace came.
  public mutating func erase() {
    if erased.isEmpty || !changes.isEmpty { settle() }
    if let last = shown.popLast() { erased.insert(last, at: 0) }
  }

  /// A letter or a mark came.
  public mutating func type(_ scalar: Unicode.Scalar) {
    if let old = erased.first.map(MarkedForm.init) {
      let new = MarkedForm(scalar)
      if old.letter == new.letter {
        note(old, new)
        erased.removeFirst()
        shown.append(scalar)
        if erased.isEmpty { settle() }
        return
      }
      settle()
    }
    shown.append(scalar)
    write(MarkedForm(scalar))
  }

  /// The text with its marks turned back into keys; the text itself where there are none.
  public var undone: String {
    var settled = self
    settled.settle()
    return settled.events.allSatisfy(\.isWritten) ? text : OutsideReading(settled.events).text
  }

  private mutating func note(_ old: MarkedForm, _ new: MarkedForm) {
    let on = new.letter ?? lastVowel
    if let mark = new.mark, mark != old.mark {
      // One key marks both letters of ươ.
      let isSame = changes.contains { if case .mark(mark, _) = $0 { true } else { false } }
      if !isSame { changes.append(.mark(mark, on: on)) }
    } else if old.mark != nil, new.mark == nil {
      hasLostMark = true
    }
    if old.tone != new.tone { changes.append(.tone(new.tone, on: on)) }
  }

  /// Draws the conclusion once a burst is over: what did not come again is gone.
  private mutating func settle() {
    defer { (erased, changes, hasLostMark) = ([], [], false) }
    let gone = erased.map(Event.written)
    if erased.isEmpty {
      // A tone that goes from one letter to the next is no key.
      let tones = changes.filter(\.isTone)
      let isMoved =
        tones.count == 2 && tones.contains { if case .tone(0, _) = $0 { true } else { false } }
        && tones.contains(where: isCurrentTone)
      events += isMoved ? changes.filter { !$0.isTone } : changes
      if hasLostMark, let last = events.lastIndex(where: \.isMark) { events.remove(at: last) }
    } else if changes.isEmpty, !hasLostMark, events.suffix(gone.count).elementsEqual(gone) {
      events.removeLast(gone.count)
    } else {
      events = []
      for scalar in shown { write(MarkedForm(scalar)) }
    }
  }

  private func isCurrentTone(_ event: Event) -> Bool {
    guard case .tone(let tone, _) = event, case .tone(let last, _)? = events.last(where: \.isTone) else {
      return false
    }
    return tone == last
  }

  private mutating func write(_ form: MarkedForm) {
    if let letter = form.letter {
      // The key that took its own tone back is written and stands for itself.
      if case .tone(0, _)? = events.last, let set = events.dropLast().last(where: \.isTone),
        InputMethod.allCases.contains(where: { OutsideReading.key(of: set, by: $0) == letter })
      {
        events.removeLast()
        if let place = events.lastIndex(of: set) { events.remove(at: place) }
      }
      events.append(.written(letter))
    }
    let on = form.letter ?? lastVowel
    if let mark = form.mark { events.append(.mark(mark, on: on)) }
    if form.tone > 0 { events.append(.tone(form.tone, on: on)) }
  }

  /// The letter that a mark sent by itself stands on.
  private var lastVowel: Unicode.Scalar {
    for case .written(let letter) in events.reversed() where SyllableLetter.read(letter).letter.isVowel {
      return letter
    }
    return "a"
  }
}

extension OutsideKeys.Event {
  var isWritten: Bool { if case .written = self { true } else { false } }
  var isTone: Bool { if case .tone = self { true } else { false } }
  var isMark: Bool { if case .mark = self { true } else { false } }
}

/// A scalar taken apart: the plain letter, where it has one, and its marks.
private struct MarkedForm {
  let letter: Unicode.Scalar?
  let mark: SyllableLetter.Mark?
  let tone: UInt8

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{302}": (letter, mark, tone) = (nil, .circumflex, 0)
    case "\u{306}", "\u{31B}": (letter, mark, tone) = (nil, .hook, 0)
    case "\u{300}": (letter, mark, tone) = (nil, nil, 1)
    case "\u{309}": (letter, mark, tone) = (nil, nil, 2)
    case "\u{303}": (letter, mark, tone) = (nil, nil, 3)
    case "\u{301}": (letter, mark, tone) = (nil, nil, 4)
    case "\u{323}": (letter, mark, tone) = (nil, nil, 5)
    default:
      let read = SyllableLetter.read(scalar)
      (letter, mark, tone) = (read.letter.marked(nil).written(tone: 0), read.letter.mark, read.tone)
    }
  }
}
