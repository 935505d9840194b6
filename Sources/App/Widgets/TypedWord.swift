import Model

/// The word before the caret while the built-in input method writes it.
struct TypedWord: Hashable, Sendable {
  private let keys: String
  let method: InputMethod
  /// How it stands in the field.
  let text: String

  private init(keys: String, method: InputMethod) {
    self.keys = keys
    self.method = method
    text = SyllableComposer(keys, by: method).text
  }

  /// Begins with what stands before the caret; `nil` where that is too long for a syllable, or where an outside
  /// input method sends marks by themselves and counts on finding them again.
  init?(before text: String, by method: InputMethod) {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.reversed() {
      if (0x300..<0x370).contains(scalar.value) || scalars.count > SyllableComposer.longest { return nil }
      guard TypedWord.holds(scalar) else { break }
      scalars.append(scalar)
    }
    self.method = method
    self.text = String(String.UnicodeScalarView(scalars.reversed()))
    keys = self.text
  }

  /// The same word with one more key; `nil` when it is too long for a syllable.
  func adding(_ key: Unicode.Scalar) -> TypedWord? {
    guard keys.unicodeScalars.count < SyllableComposer.longest else { return nil }
    return TypedWord(keys: keys + String(key), method: method)
  }

  /// The word once it is finished.
  var finished: String { SyllableComposer(keys, by: method).finished }

  /// The keys by which it was typed.
  var typed: String { keys }

  /// Whether a scalar belongs to a word; it is parted from the next one by all others.
  static func holds(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
