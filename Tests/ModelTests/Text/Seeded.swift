/// A seeded source of chance (SplitMix64), so that a failing case can be played again.
struct Seeded: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(_ seed: UInt64) {
    self.seed = seed
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Vietnamese syllables made of all initials, vowels and tones, right or wrong: only their letters matter here.
struct Syllables {
  private static let initials = ["", "b", "ch", "d", "đ", "gi", "h", "kh", "ngh", "ph", "qu", "tr", "x"]
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
  ].map(Array.init)
  private static let finals = ["", "", "c", "ch", "m", "n", "nh", "ng", "t", "i", "o"]

  static func syllable(_ chance: inout Seeded) -> String {
    let vowel = vowels[Int.random(in: 0..<vowels.count, using: &chance)]
    let tone = Int.random(in: 0..<6, using: &chance)
    let initial = initials[Int.random(in: 0..<initials.count, using: &chance)]
    let text = initial + String(vowel[tone]) + finals[Int.random(in: 0..<finals.count, using: &chance)]
    return Bool.random(using: &chance) ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  static func name(_ chance: inout Seeded) -> String {
    (0..<Int.random(in: 1...4, using: &chance)).map { _ in syllable(&chance) }.joined(separator: " ")
  }
}
