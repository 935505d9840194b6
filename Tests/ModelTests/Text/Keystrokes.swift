import Foundation

@testable import Model

/// How a syllable is typed by the published rules of Telex and VNI, in the orders that hands are used to.
struct Keystrokes {
  /// Where the keys that write no letter come.
  enum Order: CaseIterable {
    /// Marks beside their letters, the tone at the end: tieengs.
    case toneLast
    /// Everything beside its letter: tieesng.
    case beside
    /// Letters first, then the marks, then the tone: tiengES.
    case marksThenTone
    /// Letters first, then the tone, then the marks: tiengSE.
    case toneThenMarks
    /// One hook for both letters of ươ, at the second; đ at the end.
    case oneHook
  }

  let method: InputMethod

  private var tones: [String] {
    method == .telex ? ["", "f", "r", "x", "s", "j"] : ["", "2", "3", "4", "1", "5"]
  }

  /// The plain letter and the key that marks it.
  private func parts(_ letter: Character) -> (plain: String, key: String) {
    switch (letter, method) {
    case ("ă", .telex): ("a", "w")
    case ("â", .telex): ("a", "a")
    case ("đ", .telex): ("d", "d")
    case ("ê", .telex): ("e", "e")
    case ("ô", .telex): ("o", "o")
    case ("ơ", .telex): ("o", "w")
    case ("ư", .telex): ("u", "w")
    case ("ă", .vni): ("a", "8")
    case ("â", .vni): ("a", "6")
    case ("đ", .vni): ("d", "9")
    case ("ê", .vni): ("e", "6")
    case ("ô", .vni): ("o", "6")
    case ("ơ", .vni): ("o", "7")
    case ("ư", .vni): ("u", "7")
    default: (String(letter), "")
    }
  }

  /// Any word, each letter with its marks beside it.
  func typed(_ word: String) -> String {
    var before: Character?
    return word.map { letter -> String in
      var scalars = Array(String(letter).decomposedStringWithCanonicalMapping.unicodeScalars)
      let tone = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"].firstIndex { mark in
        scalars.contains { String($0) == mark }
      }
      scalars.removeAll { ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"].contains(String($0)) }
      let bare = String(String.UnicodeScalarView(scalars)).precomposedStringWithCanonicalMapping
      var (plain, key) = parts(Character(bare.lowercased()))
      // Two plain o come by taking a mark back.
      if method == .telex, before == "o", bare == "o" { key = "o" }
      before = Character(bare)
      return (bare == bare.lowercased() ? plain : plain.uppercased()) + key + tones[(tone ?? -1) + 1]
    }.joined()
  }

  func typed(_ syllable: Syllable, _ order: Order) -> String {
    var (letters, marks) = ("", "")
    let tone = tones[syllable.tone]
    var toneIsTyped = false
    let toned = syllable.tonePlace + syllable.onset.count
    for (place, letter) in syllable.letters.enumerated() {
      let (plain, key) = parts(letter)
      letters += plain
      let isFirstOfPair = syllable.letters.hasPair(at: place)
      switch order {
      case .toneLast: letters += key
      case .beside:
        letters += key
        if place == toned { (letters, toneIsTyped) = (letters + tone, true) }
      case .marksThenTone, .toneThenMarks:
        // One hook marks both, and oo is typed with the third o that takes the mark back.
        if !isFirstOfPair { marks += key }
      case .oneHook:
        if letter == "đ" { marks += key } else if !isFirstOfPair { letters += key }
      }
      // Two plain o come by taking a mark back.
      if method == .telex, letter == "o", place > 0, Array(syllable.letters)[place - 1] == "o" {
        letters += "o"
      }
    }
    if order == .toneThenMarks { return letters + tone + marks }
    return letters + marks + (toneIsTyped ? "" : tone)
  }
}

extension String {
  /// Whether ươ begins here.
  fileprivate func hasPair(at place: Int) -> Bool {
    let letters = Array(self)
    return letters[place] == "ư" && place + 1 < letters.count && letters[place + 1] == "ơ"
  }
}
