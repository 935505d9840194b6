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
    switch kind(of: text) {
    case .plain: for byte in text.utf8 where !body(Letter(scalar: Unicode.Scalar(byte), width: 1)) { return }
    case .composed: for scalar in text.unicodeScalars where !body(letter(scalar)) { return }
    case .other: for scalar in text._nfc where !body(letter(scalar)) { return }
    }
  }

  @inline(__always)
  private static func letter(_ scalar: Unicode.Scalar) -> Letter {
    let width = scalar.cellWidth
    if width == 0 { return Letter(scalar: "?", width: 1) }
    // Spaces of other widths (no-break, thin …) are one blank cell.
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: return Letter(scalar: " ", width: 1)
    default: return Letter(scalar: scalar, width: width)
    }
  }

  /// What is to be looked at in a text.
  private enum Kind {
    /// One letter a byte, each shown as it is.
    case plain
    /// No character of it can compose with another.
    case composed
    case other
  }

  /// Composed Vietnamese, beside ASCII, Latin letters, the usual punctuation and drawn shapes, is `composed`.
  private static func kind(of text: String) -> Kind {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var kind = Kind.plain
      for index in bytes.indices {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch bytes[index] {
        case 0x20..<0x7F: continue
        case 0xE1 where 0xB8...0xBB ~= next: break
        case 0xE2 where 0x94...0x9E ~= next: break
        case 0xE2 where next == 0x80 && index + 2 < bytes.count && bytes[index + 2] >= 0x90: break
        case 0xE2 where next == 0x81 && index + 2 < bytes.count && bytes[index + 2] < 0xA0: break
        case ..<0x20, 0x7F, 0x80...0xBF, 0xC2...0xCB: break
        default: return .other
        }
        kind = .composed
      }
      return kind
    } ?? .other
  }
}
