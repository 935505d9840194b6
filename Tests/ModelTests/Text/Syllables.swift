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

  private static let onsets =
    "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(separator: " ").map(String.init)
    + [""]

  private static let rimes = [
    "a ac ach ai am an ang anh ao ap at au ay", "ăc ăm ăn ăng ăp ăt", "âc âm ân âng âp ât âu ây",
    "e ec em en eng eo ep et", "ê êch êm ên ênh êp êt êu", "i ia ich im in inh ip it iu",
    "iêc iêm iên iêng iêp iêt iêu", "o oc oi om on ong op ot",
    "oa oac oach oai oam oan oang oanh oao oap oat oay",
    "oăc oăm oăn oăng oăt", "oe oem oen oeo oet", "ooc oong", "ô ôc ôi ôm ôn ông ôp ôt", "ơ ơi ơm ơn ơp ơt",
    "u ua uc ui um un ung up ut", "uân uâng uât uây", "uê uêch uênh", "uơ", "uôc uôi uôm uôn uông uôt",
    "uy uya uych uyn uynh uyp uyt uyu", "uyên uyêt", "ư ưa ưc ưi ưm ưn ưng ưt ưu",
    "ươc ươi ươm ươn ương ươp ươt ươu", "y yêm yên yêng yêt yêu",
  ].flatMap { $0.split(separator: " ").map(String.init) }

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
