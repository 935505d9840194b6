/// A letter of a word being typed, without its tone.
struct SyllableLetter: Equatable {
  /// What is set on a letter beside the tone.
  enum Mark: Equatable {
    /// That of â, ê, ô.
    case circumflex
    /// That of ă, ơ, ư.
    case hook
    /// That of đ.
    case stroke
  }

  /// The letter in lower case; nothing Vietnamese stands for itself.
  private(set) var letter: Unicode.Scalar
  let isUpper: Bool
  /// Whether a key wrote it that stands for no letter by itself, as w does for ư.
  var key: Unicode.Scalar?

  init(_ letter: Unicode.Scalar, isUpper: Bool = false, key: Unicode.Scalar? = nil) {
    self.letter = letter
    self.isUpper = isUpper
    self.key = key
  }

  /// Reads a scalar; the tone comes beside it.
  static func read(_ scalar: Unicode.Scalar) -> (letter: SyllableLetter, tone: UInt8) {
    let weight = LetterWeights.weight(of: scalar)
    guard let letter = LetterWeights.forms(of: weight).first else { return (SyllableLetter(scalar), 0) }
    return (SyllableLetter(letter, isUpper: weight.isUpper), weight.tone)
  }

  /// The letter that is written, with a tone where it has one.
  func written(tone: UInt8) -> Unicode.Scalar {
    let forms = LetterWeights.forms(of: LetterWeights.weight(of: letter))
    let scalar = forms.dropFirst(Int(tone)).first ?? letter
    return isUpper ? scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar : scalar
  }

  /// What tells it from other letters of the alphabet; 0 for what is none.
  var code: UInt8 {
    let weight = LetterWeights.weight(of: letter)
    return LetterWeights.forms(of: weight).isEmpty ? 0 : weight.letter
  }

  /// The letter without its mark.
  var base: Unicode.Scalar {
    switch letter {
    case "ă", "â": "a"
    case "đ": "d"
    case "ê": "e"
    case "ô", "ơ": "o"
    case "ư": "u"
    default: letter
    }
  }

  var mark: Mark? {
    switch letter {
    case "â", "ê", "ô": .circumflex
    case "ă", "ơ", "ư": .hook
    case "đ": .stroke
    default: nil
    }
  }

  var isVowel: Bool {
    switch base {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }

  /// The same with another mark; a letter that cannot bear it loses its own.
  func marked(_ mark: Mark?) -> SyllableLetter {
    var other = self
    switch (base, mark) {
    case ("a", .hook): other.letter = "ă"
    case ("a", .circumflex): other.letter = "â"
    case ("d", .stroke): other.letter = "đ"
    case ("e", .circumflex): other.letter = "ê"
    case ("o", .circumflex): other.letter = "ô"
    case ("o", .hook): other.letter = "ơ"
    case ("u", .hook): other.letter = "ư"
    default: other.letter = base
    }
    return other
  }
}
