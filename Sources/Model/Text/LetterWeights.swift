/// What each letter is worth in the Vietnamese alphabet, and the tone it carries.
enum LetterWeights {
  struct Weight {
    /// 0 for what is not a letter or digit.
    var letter: UInt8 = 0
    /// 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng, 6 any mark that is not Vietnamese.
    var tone: UInt8 = 0
    var isUpper = false
    /// Whether it stands inside a word without parting it, like an apostrophe.
    var isIgnored = false
  }

  /// The weight of letters of other scripts, which their number follows.
  static let other: UInt8 = 0xF0

  private static let digits: UInt8 = 0x10
  private static let letters: UInt8 = 0x20

  static func weight(of scalar: Unicode.Scalar) -> Weight {
    let value = scalar.value
    if value < 0x80 { return table[Int(value)] }
    if let slot = LatinLetters.slot(of: value) { return table[slot + 0x80] }
    if value &- 0x300 < 0x70 { return Weight(tone: 6) }
    if value == 0x2018 || value == 0x2019 || value == 0x2BC { return Weight(isIgnored: true) }
    let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    return isLetter ? Weight(letter: other) : Weight()
  }

  /// The letter of a weight without a tone and with the five tones, where it is a Vietnamese one.
  static func forms(of weight: Weight) -> String.UnicodeScalarView {
    let place = Int(weight.letter) - Int(letters)
    return weight.tone < 6 && alphabet.indices.contains(place) ? alphabet[place].unicodeScalars : .init()
  }

  /// Each letter without a tone and with the five tones.
  private static let alphabet = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k",
    "l", "m", "n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "w", "x",
    "yỳỷỹýỵ", "z",
  ]

  /// For each scalar of ASCII and, after them, each slot of `LatinLetters`.
  private static let table: [Weight] = {
    var table = [Weight](repeating: Weight(), count: 0x80 + LatinLetters.slots)
    var plain = [UInt8](repeating: 0, count: 0x80)
    for digit in 0..<10 { table[0x30 + digit].letter = digits + UInt8(digit) }
    for apostrophe in [0x27, 0x60] { table[apostrophe].isIgnored = true }
    for (place, forms) in alphabet.enumerated() {
      for (tone, scalar) in forms.unicodeScalars.enumerated() {
        let weight = Weight(letter: letters + UInt8(place), tone: UInt8(tone))
        set(scalar, weight)
        if scalar.isASCII { plain[Int(scalar.value)] = weight.letter }
        for upper in scalar.properties.uppercaseMapping.unicodeScalars {
          set(upper, Weight(letter: weight.letter, tone: weight.tone, isUpper: true))
        }
      }
    }
    for (slot, base) in LatinLetters.bases.enumerated() where table[slot + 0x80].letter == 0 {
      table[slot + 0x80] = Weight(letter: base == LatinLetters.none ? other : plain[Int(base)], tone: 6)
    }
    for sign in [0xD7, 0xF7] { table[sign - 0xC0 + 0x80] = Weight() }
    return table

    func set(_ scalar: Unicode.Scalar, _ weight: Weight) {
      if scalar.isASCII {
        table[Int(scalar.value)] = weight
      } else if let slot = LatinLetters.slot(of: scalar.value) {
        table[slot + 0x80] = weight
      }
    }
  }()
}
