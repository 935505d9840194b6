import Foundation

/// Every Vietnamese syllable, put together from onsets, rimes and tones as school grammars list them.
///
/// Nothing here comes from the program: it is what the program is held against.
struct Syllable {
  let onset: String
  let rime: String
  /// 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
  let tone: Int

  /// The letters without the tone.
  var letters: String { onset + rime }

  /// Where the tone stands among the letters of the rime.
  ///
  /// On the letter with a mark, the second of two; else before a final consonant on the last vowel; else on
  /// the first of two vowels and the middle of three.
  var tonePlace: Int {
    let rime = Array(self.rime)
    if let marked = rime.lastIndex(where: { "ăâêôơư".contains($0) }) { return marked }
    let vowels = rime.prefix { "aeiouy".contains($0) }.count
    if vowels < rime.count { return vowels - 1 }
    return vowels == 3 ? 1 : 0
  }

  /// The syllable as it is written.
  var text: String {
    var rime = Array(self.rime)
    rime[tonePlace] = Syllable.toned(rime[tonePlace], tone)
    return onset + String(rime)
  }

  private static func toned(_ letter: Character, _ tone: Int) -> Character {
    let marks = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    return Character((String(letter) + marks[tone]).precomposedStringWithCanonicalMapping)
  }

  /// `Tests/syllables.txt`: onsets first, then rimes; no lines at all where it is not found.
  private static let parts: [[String]] = {
    var folder = URL(filePath: #filePath)
    while folder.lastPathComponent != "Tests", folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
    }
    let bytes = FileManager.default.contents(atPath: folder.appending(path: "syllables.txt").path)
    return String(decoding: bytes ?? Data(), as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ").map(String.init) }
  }()

  private static let onsets = (parts.first ?? []) + [""]
  private static let rimes = parts.dropFirst().flatMap { $0 }

  /// Rimes that qu spells without their u.
  private static let afterQu = ["ych", "ynh", "yt"]

  static let all: [Syllable] = onsets.flatMap { onset -> [Syllable] in
    let allowed = rimes.filter { rime in
      switch onset {
      case "qu": !["u", "ư", "o"].contains { rime.hasPrefix($0) }
      case "gi": !["i", "y"].contains { rime.hasPrefix($0) }
      // Their i is read as that of gi.
      case "g": !["ia", "iu"].contains(rime)
      default: true
      }
    }
    return (allowed + (onset == "qu" ? afterQu : [])).flatMap { rime -> [Syllable] in
      let isStopped = ["c", "ch", "p", "t"].contains { rime.hasSuffix($0) }
      return (isStopped ? [4, 5] : [0, 1, 2, 3, 4, 5]).map { Syllable(onset: onset, rime: rime, tone: $0) }
    }
  }
}
