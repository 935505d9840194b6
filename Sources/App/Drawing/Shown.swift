@_spi(_Unicode) import Swift

/// A text as it may be shown: composed, and every character that could command or confuse a terminal
/// replaced by `?`.
///
/// The one place where data is made harmless for the screen.
struct Shown {
  /// A character that may be shown, and the one or two cells it takes.
  struct Letter {
    let scalar: Unicode.Scalar
    let width: Int

    init(scalar: Unicode.Scalar, width: Int) {
      self.scalar = scalar
      self.width = width
    }

    /// A drawn shape.
    init(_ glyph: Character) {
      self.init(scalar: glyph.unicodeScalars.first ?? "?", width: 1)
    }
  }

  /// Hands out the letters of a text one by one, until `body` answers false.
  @inline(__always)
  static func letters(of text: String, _ body: (Letter) -> Bool) {
    if isComposed(text) {
      for scalar in text.unicodeScalars where !body(letter(scalar)) { return }
    } else {
      for scalar in text._nfc where !body(letter(scalar)) { return }
    }
  }

  @inline(__always)
  private static func letter(_ scalar: Unicode.Scalar) -> Letter {
    let width = scalar.cellWidth
    if width == 0 { return Letter(scalar: "?", width: 1) }
    // Spaces of other widths (no-break, thin …) are one blank cell.
    if scalar.value == 0xA0 || (0x2000...0x205F).contains(scalar.value), scalar.properties.isWhitespace {
      return Letter(scalar: " ", width: 1)
    }
    return Letter(scalar: scalar, width: width)
  }

  /// Whether no character of it can compose with another: true for ASCII and composed Vietnamese.
  private static func isComposed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x300, 0x1E00...0x1EFF, 0x2010...0x205F, 0x2500...0x27BF: true
      default: false
      }
    }
  }
}
