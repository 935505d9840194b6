/// Puts the bytes of UTF-8 letters together, whichever way they were cut into reads.
struct LetterReader: Sendable {
  enum Answer: Equatable, Sendable {
    /// The letter is not complete.
    case more
    case letter(Unicode.Scalar)
    /// The byte belongs to no letter; what was begun, if anything, is lost.
    case invalid
    /// What was begun is lost, and the byte has to be offered again.
    case again
  }

  private var value: UInt32 = 0
  private var missing = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether a letter has begun and is not complete.
  var isInside: Bool { missing > 0 }

  mutating func read(_ byte: UInt8) -> Answer {
    guard missing > 0 else { return begin(byte) }
    guard allowed.contains(byte) else {
      missing = 0
      return .again
    }
    allowed = 0x80...0xBF
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    guard missing == 0 else { return .more }
    return Unicode.Scalar(value).map(Answer.letter) ?? .invalid
  }

  /// The first byte says how many follow; the second is bounded so that no letter has two spellings.
  private mutating func begin(_ byte: UInt8) -> Answer {
    allowed = 0x80...0xBF
    switch byte {
    case 0..<0x80: return .letter(Unicode.Scalar(byte))
    case 0xC2...0xDF: (value, missing) = (UInt32(byte & 0x1F), 1)
    case 0xE0...0xEF: (value, missing) = (UInt32(byte & 0x0F), 2)
    case 0xF0...0xF4: (value, missing) = (UInt32(byte & 0x07), 3)
    default: return .invalid
    }
    switch byte {
    case 0xE0: allowed = 0xA0...0xBF
    case 0xED: allowed = 0x80...0x9F
    case 0xF0: allowed = 0x90...0xBF
    case 0xF4: allowed = 0x80...0x8F
    default: break
    }
    return .more
  }

  /// The letters of a whole text, and how many bytes belonged to none.
  static func letters(of bytes: some Sequence<UInt8>) -> (text: String.UnicodeScalarView, dropped: Int) {
    var reader = LetterReader()
    var text = String.UnicodeScalarView()
    var dropped = 0
    for byte in bytes {
      var answer = reader.read(byte)
      if answer == .again {
        dropped += 1
        answer = reader.read(byte)
      }
      if case .letter(let scalar) = answer { text.append(scalar) }
      if answer == .invalid { dropped += 1 }
    }
    return (text, dropped + (reader.isInside ? 1 : 0))
  }
}
