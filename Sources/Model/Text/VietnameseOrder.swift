/// The order of the Vietnamese alphabet, as keys that compare byte by byte.
///
/// Letters a ă â b c d đ e ê f … o ô ơ … u ư … z (order of TCVN 6909 and of dictionaries); tones none, huyền, hỏi, ngã,
/// sắc, nặng. Words are compared one after the other: first the letters of the whole word, then its tones. Case and the
/// place of a tone mark (hoà, hòa) decide only between texts that are otherwise equal. Digits come before letters.
public enum VietnameseOrder {
  /// The key of a text read from left to right.
  public static func key(_ text: String) -> [UInt8] {
    var writer = KeyWriter(capacity: text.utf8.count * 2)
    writer.write(words: text.composed.unicodeScalars)
    return writer.finished
  }

  /// The key of a person's name: given name (the last word), then family name (the first), then the words between.
  public static func nameKey(_ fullName: String) -> [UInt8] {
    let name = fullName.composed
    let words = name.utf8.split { $0 == 0x20 || $0 &- 9 < 5 }
    var writer = KeyWriter(capacity: name.utf8.count * 2)
    if let given = words.last { writer.write(words: Substring(given).unicodeScalars) }
    if words.count > 1 { writer.write(words: Substring(words[0]).unicodeScalars) }
    for middle in words.dropFirst().dropLast() { writer.write(words: Substring(middle).unicodeScalars) }
    return writer.finished
  }

  /// The letters and tones of each word of a text, as keys hold them one after the other.
  static func spellings(_ text: String) -> [[UInt8]] {
    var writer = KeyWriter(capacity: text.utf8.count * 2)
    writer.write(words: text.composed.unicodeScalars)
    return writer.words
  }

  /// Whether two texts have the same letters and tones, so that only case and the places of tone marks may differ.
  static func isSameSpelling(_ one: String, _ other: String) -> Bool {
    func spelling(_ text: String) -> ArraySlice<UInt8> { key(text).prefix { $0 != KeyWriter.startOfDetails } }
    return spelling(one) == spelling(other)
  }

  /// Whether the first text stands before the second.
  public static func precedes(_ one: String, _ other: String) -> Bool {
    key(one).lexicographicallyPrecedes(key(other))
  }
}

/// Writes a key: for each word its letters, its tones and an end; then case and the places of tones.
private struct KeyWriter {
  private static let endOfWord: UInt8 = 2
  fileprivate static let startOfDetails: UInt8 = 1

  private var bytes: [UInt8] = []
  private var details: [UInt8] = []
  private var tones: [UInt8] = []
  private var hasLetters = false
  /// Where each word ends in `bytes`.
  private var ends: [Int] = []

  init(capacity: Int) {
    bytes.reserveCapacity(capacity + 4)
    details.reserveCapacity(capacity / 2)
  }

  var finished: [UInt8] {
    mutating get {
      bytes.append(Self.startOfDetails)
      if let last = details.lastIndex(where: { $0 != 3 }) { bytes += details[...last] }
      return bytes
    }
  }

  /// Each word that was written, with its end.
  var words: [[UInt8]] {
    zip([0] + ends, ends).map { Array(bytes[$0..<$1]) }
  }

  mutating func write(words: some Sequence<Unicode.Scalar>) {
    for scalar in words {
      let weight = LetterWeights.weight(of: scalar)
      if weight.letter != 0 {
        bytes.append(weight.letter)
        if weight.letter == LetterWeights.other { appendNumber(of: scalar) }
        if weight.tone != 0 { tones.append(3 + weight.tone) }
        details.append(3 + weight.tone * 2 + (weight.isUpper ? 1 : 0))
        hasLetters = true
      } else if weight.tone != 0 {
        if hasLetters { tones.append(3 + weight.tone) }
      } else if !weight.isIgnored {
        endWord()
      }
    }
    endWord()
  }

  private mutating func appendNumber(of scalar: Unicode.Scalar) {
    bytes.append(UInt8(scalar.value >> 16))
    bytes.append(UInt8(scalar.value >> 8 & 0xFF))
    bytes.append(UInt8(scalar.value & 0xFF))
  }

  private mutating func endWord() {
    guard hasLetters else { return }
    bytes += tones
    bytes.append(Self.endOfWord)
    ends.append(bytes.count)
    tones.removeAll(keepingCapacity: true)
    hasLetters = false
  }
}
