import Model
import Testing

@testable import App

/// Plays a burst: `\u{8}` is a backspace, all else is typed.
private func burst(_ text: String, into field: inout TextField) {
  for scalar in text.unicodeScalars {
    if scalar == "\u{8}" {
      _ = field.handle(.eraseBack)
    } else {
      _ = field.insert(Typed(String(Character(scalar))))
    }
  }
}

/// What input methods really send for "Nguyễn": letters, then backspaces and the letters anew.
@Test(arguments: [
  "Nguye\u{8}ê\u{8}ễn",  // composed letters, one by one
  "Nguyen\u{8}\u{8}ễn",  // the whole tail anew
  "Nguye\u{302}\u{8}\u{302}\u{303}n",  // decomposed: a backspace takes one mark back
  "Nguye\u{303}\u{8}\u{302}\u{303}n",
])
func inputMethodsRetypeWhatStandsLeftOfTheCaret(sent: String) {
  var field = TextField()
  burst(sent, into: &field)
  field.leave()
  #expect(Array(field.text.unicodeScalars) == Array("Nguyễn".unicodeScalars))
}

@Test func nothingIsComposedBeforeTheFieldIsLeft() {
  var field = TextField()
  burst("e\u{302}\u{301}", into: &field)
  #expect(Array(field.text.unicodeScalars) == ["e", "\u{302}", "\u{301}"])
  field.leave()
  #expect(Array(field.text.unicodeScalars) == ["ế"])
}

@Test func backspaceInAnEmptyFieldDoesNothing() {
  var field = TextField()
  burst("\u{8}\u{8}a\u{8}\u{8}b", into: &field)
  #expect(field.text == "b")
}

@Test func aPastedLineBreakBecomesASpace() {
  var field = TextField()
  #expect(field.insert("Lao động\nmẫu\t04") == true)
  #expect(field.text == "Lao động mẫu 04")
}

@Test func invisibleCharactersAreLeftOut() {
  var field = TextField()
  #expect(field.insert("a\u{202E}b\u{200B}c\u{1B}d") == true)
  #expect(field.text == "abcd")
}

@Test func whatIsTooLongIsRefusedAndAMarkStillFits() {
  var field = TextField(limit: 3)
  #expect(field.insert("Hue") == true)
  #expect(field.insert("x") == false)
  #expect(field.insert("\u{302}\u{301}") == true)
  #expect(field.value == "Huế")
  #expect(field.insert("dài") == false)
}

@Test func aLongPasteIsKeptAsFarAsItFits() {
  var field = TextField(limit: 5)
  #expect(field.insert("Mường Hum") == false)
  #expect(field.text == "Mường")
}

@Test func digitsTakeFullWidthOnesAndPastedGroups() {
  var field = TextField(limit: 12, alphabet: .digits)
  #expect(field.insert("010 204.000-104") == true)
  #expect(field.text == "010204000104")
  var wide = TextField(limit: 12, alphabet: .digits)
  #expect(wide.insert("０１２") == true)
  #expect(wide.text == "012")
  #expect(wide.insert("a") == false)
  #expect(wide.text == "012")
}

/// Passport numbers typed with an outside input method on, as Telex or VNI sends them.
@Test(arguments: [
  ("A\u{8}Á", "A1"), ("A\u{8}Á\u{8}À\u{8}Ả\u{8}Ã\u{8}Ạ\u{8}Ậ7", "A1234567"), ("D\u{8}Đ123456", "D9123456"),
  ("A\u{8}Á\u{8}A1", "A1"), ("A\u{8}Á\u{8}A\u{8}Ả", "A103"), ("AN\u{8}\u{8}ÁN\u{8}\u{8}ÀN", "AN12"),
  ("A\u{301}\u{8}\u{300}", "A12"), ("A\u{8}ÁF", "A1F"), ("E\u{8}É\u{8}È\u{8}È9", "E129"),
  ("A\u{8}Á\u{8}\u{8}B\u{8}B1", "B1"), ("AS", "AS"), ("A\u{8}Á9\u{8}8", "AS8"),
  ("Á12", "AS12"), ("bô3", "boo3"), ("Đ1", "DD1"), ("C1234567", "C1234567"), ("Ｃ１", "C1"), ("ườ", "uwowf"),
])
func codesAreFreedOfMarksWhenLeft(typed: String, meant: String) {
  var field = TextField(limit: 12, alphabet: .ascii)
  burst(typed, into: &field)
  field.leave()
  #expect(field.text == meant)
}

/// 9,000 marks on one letter had been counted again for each of them, for many seconds.
@Test func aPasteOfMarksEndsWithTheRoomThereIs() {
  var field = TextField(limit: 60)
  #expect(field.insert(Typed(String(repeating: "x\u{301}", count: 9_000))) == false)
  #expect(field.text.count == 60 && field.text.unicodeScalars.count == 120)
  #expect(field.insert(Typed(String(repeating: "\u{301}", count: 9_000))) == false)
  #expect(field.text.count == 60 && field.text.unicodeScalars.count <= 240)
  var full = TextField(limit: 2)
  #expect(full.insert("abc\u{301}") == false)
  #expect(full.text == "ab", "the mark of what is not taken goes with it")
}

@Test func theCursorStandsAtTheCaretHoweverLongTheText() {
  var field = TextField("Lao động mẫu")
  func cursor(_ width: Int) -> Int {
    Frame.drawn(20, 1) {
      field.draw(in: &$0, Rect(x: 0, y: 0, width: width, height: 1), style: .focused, isFocused: true)
    }.cursor.x
  }
  #expect(cursor(20) == 12)
  #expect(cursor(8) == 7)
  _ = field.handle(.lineStart)
  #expect(cursor(8) == 0)
  #expect(cursor(1) == 0)
}

/// The same edits on a field and on the plainest editor there can be: scalars and a place among them.
private struct PlainEditor {
  var before: [Unicode.Scalar] = []
  var after: [Unicode.Scalar] = []

  var text: String { string(before) + string(after) }

  func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  mutating func handle(_ command: Command) {
    switch command {
    case .left:
      let letter = string(before).last.map { Array($0.unicodeScalars) } ?? []
      before.removeLast(letter.count)
      after = letter + after
    case .right:
      let letter = string(after).first.map { Array($0.unicodeScalars) } ?? []
      after.removeFirst(letter.count)
      before += letter
    case .lineStart: (before, after) = ([], before + after)
    case .lineEnd: (before, after) = (before + after, [])
    case .eraseBack: _ = before.popLast()
    case .eraseForward: after.removeFirst(string(after).first?.unicodeScalars.count ?? 0)
    case .eraseWord:
      var letters = Array(string(before))
      while letters.last == " " { letters.removeLast() }
      while !letters.isEmpty, letters.last != " " { letters.removeLast() }
      before = letters.flatMap(\.unicodeScalars)
    default: (before, after) = ([], [])
    }
  }
}

@Test func randomEditsAreThoseOfThePlainestEditor() {
  let seed = UInt64.random(in: 0...UInt64.max)
  var numbers = SeededNumbers(seed: seed)
  let commands: [Command] = [
    .left, .right, .lineStart, .lineEnd, .eraseBack, .eraseForward, .eraseWord, .eraseLine,
  ]
  let letters: [Unicode.Scalar] = ["a", "ê", "Đ", " ", "\u{302}", "\u{301}", "ễ", "n"]
  for round in 0..<300 {
    var field = TextField(limit: 1000)
    var plain = PlainEditor()
    for step in 0..<60 {
      if Int.random(in: 0..<3, using: &numbers) == 0, let command = commands.randomElement(using: &numbers) {
        _ = field.handle(command)
        plain.handle(command)
      } else if let letter = letters.randomElement(using: &numbers) {
        _ = field.insert(Typed(String(Character(letter))))
        plain.before.append(letter)
      }
      let isSame = Array(field.text.unicodeScalars) == Array(plain.text.unicodeScalars)
      #expect(isSame, "seed \(seed), round \(round), step \(step)")
      if !isSame { return }
    }
  }
}
