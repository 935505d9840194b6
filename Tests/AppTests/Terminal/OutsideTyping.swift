import Foundation

@testable import App

/// How an outside input method sends one syllable, byte by byte.
struct OutsideTyping: Hashable {
  enum Way: CaseIterable { case retyping, preEdit }
  /// Telex marks a letter at once, VNI when the letters stand: that is how hands do it.
  enum Hands: CaseIterable { case telex, vni }

  let hands: Hands
  let erase: UInt8
  let way: Way
  let isComposed: Bool

  static let all: [OutsideTyping] = Hands.allCases.flatMap { hands in
    [0x7F, 0x08].flatMap { erase in
      Way.allCases.flatMap { way in
        [true, false].map { OutsideTyping(hands: hands, erase: erase, way: way, isComposed: $0) }
      }
    }
  }

  /// All that comes in one write.
  func bytes(_ syllable: Syllable) -> [UInt8] {
    var shown: [Unicode.Scalar] = []
    var bytes: [UInt8] = []
    for step in way == .preEdit ? preEdits(syllable) : steps(syllable) {
      let next = Array((isComposed ? step.precomposed : step.decomposed).unicodeScalars)
      let kept = zip(shown, next).prefix { $0 == $1 }.count
      bytes += [UInt8](repeating: erase, count: shown.count - kept)
      for scalar in next[kept...] { bytes += Array(String(scalar).utf8) }
      shown = next
    }
    return bytes
  }

  /// What is committed at once; a word of an even number of letters is taken back as a whole and sent anew.
  private func preEdits(_ syllable: Syllable) -> [String] {
    syllable.text.count % 2 == 0 ? [syllable.text, "", syllable.text] : [syllable.text]
  }

  /// What stands after each key.
  private func steps(_ syllable: Syllable) -> [String] {
    var steps: [String] = []
    var letters: [Character] = []
    for letter in syllable.letters {
      letters.append(bare(letter))
      steps.append(String(letters))
      if hands == .telex, letters[letters.count - 1] != letter {
        letters[letters.count - 1] = letter
        steps.append(String(letters))
      }
    }
    for (place, letter) in syllable.letters.enumerated() where letters[place] != letter {
      letters[place] = letter
      steps.append(String(letters))
    }
    return steps + [syllable.text]
  }

  private func bare(_ letter: Character) -> Character {
    if letter == "đ" { return "d" }
    return String(letter).decomposed.unicodeScalars.first.map(Character.init) ?? letter
  }
}

extension String {
  fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
  fileprivate var decomposed: String { decomposedStringWithCanonicalMapping }
}
