/// How Vietnamese syllables are written: an onset, a rime, and where the tone stands on them.
///
/// Every onset may meet every rime, as names of all peoples of the country do; tones that no syllable with
/// this end can have are refused.
struct SyllableSpelling {
  /// How many letters are the onset.
  let onset: Int
  /// Whether the letters are a whole syllable; more are to come otherwise.
  let isWhole: Bool

  /// Reads letters as a syllable or as the beginning of one; `nil` where they can become none.
  ///
  /// A letter without a mark may still be given one. The longest onset comes first, so that qu and gi are
  /// onsets wherever they can be.
  init?(_ letters: [SyllableLetter]) {
    guard letters.count <= Packed.longest, letters.allSatisfy({ $0.code > 0 }) else { return nil }
    var beginning: Int?
    for onset in stride(from: min(3, letters.count), through: 0, by: -1) {
      let head = Packed(letters[..<onset])
      let rest = Packed(letters[onset...])
      if onset == letters.count, Self.onsetBeginnings.contains(head) { beginning = onset }
      guard Self.onsets.contains(head) else { continue }
      if Self.rimes.contains(rest) {
        self.init(onset: onset, isWhole: true)
        return
      }
      if beginning == nil, Self.rimeBeginnings.contains(rest) { beginning = onset }
    }
    guard let beginning else { return nil }
    self.init(onset: beginning, isWhole: false)
  }

  private init(onset: Int, isWhole: Bool) {
    self.onset = onset
    self.isWhole = isWhole
  }

  /// Whether a syllable with these letters can have a tone: one that is stopped rises or is heavy.
  static func allows(tone: UInt8, on letters: [SyllableLetter]) -> Bool {
    switch letters.last?.letter {
    case "c", "p", "t": return tone >= 4
    case "h" where letters.dropLast().last?.letter == "c": return tone >= 4
    case "k": return tone == 0 || tone >= 4
    default: return true
    }
  }

  /// The place of the letter that bears the tone, by the usual rule: hòa, thúy, khuỷu, tiếng, giường.
  func tonePlace(in letters: [SyllableLetter]) -> Int? {
    let vowels = letters.indices.filter { $0 >= onset && letters[$0].isVowel }
    guard let first = vowels.first, let last = vowels.last else {
      return letters.firstIndex(where: \.isVowel)
    }
    if let marked = vowels.last(where: { letters[$0].mark != nil }) { return marked }
    if last < letters.count - 1 { return last }
    return vowels.count > 1 ? (vowels.count == 2 ? first : vowels[1]) : first
  }

  private static let writtenOnsets = words(
    "ngh ch gh gi hr kh mn ng nh ph qu th tr xt b c d đ g h k l m n p r s t v x")

  private static let writtenRimes = words(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êc êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iê iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt
    oe oec oem oen oeng oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơc ơi ơm ơn ơng ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uơ uôc uôi uôm uôn uông uôp uôt
    uy uya uych uyn uynh uyp uyt uyu uyên uyêt
    ư ưa ưc ưi ưm ưn ưng ưp ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych yn ynh yp yt yu yêm yên yêng yêt yêu
    """)

  private static let onsets = Set(writtenOnsets.map { Packed($0[...]) } + [Packed([])])
  private static let rimes = Set(writtenRimes.map { Packed($0[...]) })
  private static let onsetBeginnings = beginnings(writtenOnsets)
  private static let rimeBeginnings = beginnings(writtenRimes)

  private static func words(_ text: String) -> [[SyllableLetter]] {
    text.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map { SyllableLetter($0) } }
  }

  /// Everything that words begin with, each letter with and without its mark.
  private static func beginnings(_ words: [[SyllableLetter]]) -> Set<Packed> {
    var found: Set<Packed> = [Packed([])]
    for word in words {
      var heads: [[SyllableLetter]] = [[]]
      for letter in word {
        let forms = letter.mark == nil ? [letter] : [letter, letter.marked(nil)]
        heads = heads.flatMap { head in forms.map { head + [$0] } }
        found.formUnion(heads.map { Packed($0[...]) })
      }
    }
    return found
  }
}

/// A few letters in one number.
private struct Packed: Hashable {
  static let longest = 8

  private var bits: UInt64 = 0

  init(_ letters: ArraySlice<SyllableLetter>) {
    for letter in letters { bits = bits << 8 | UInt64(letter.code) }
  }
}
