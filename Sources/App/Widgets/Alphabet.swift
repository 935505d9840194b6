/// What may be typed into a field.
enum Alphabet: Hashable, Sendable {
  case any
  /// Codes: the digits 0 to 9 only; what parts them where they are pasted is passed over.
  case digits
  /// What dates are typed with: digits, separators, signs and a few letters.
  case date
  /// Whole numbers: the digits 0 to 9 only.
  case number
  /// Whole numbers whose thousands may be parted with dots.
  case grouped
  /// Telephone numbers: digits and what parts them.
  case phone
  /// Codes in ASCII; marks that an input method set are taken back when the field is left.
  case ascii

  /// The part of a text that may enter, and whether that is all of it.
  func accepted(_ text: String) -> (text: String, isWhole: Bool) {
    var kept = String.UnicodeScalarView()
    var isWhole = true
    for scalar in text.unicodeScalars {
      if let scalar = accepted(scalar) {
        kept.append(scalar)
      } else if !isSeparator(scalar), !isInvisible(scalar) {
        isWhole = false
      }
    }
    return (String(kept), isWhole)
  }

  private func accepted(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0xA0, 0x2028, 0x2029:
      return self == .digits || self == .number || self == .grouped ? nil : " "
    case 0xFF01...0xFF5E where self != .any:
      return Unicode.Scalar(scalar.value - 0xFEE0).flatMap(accepted)
    default: break
    }
    if isInvisible(scalar) { return nil }
    switch self {
    case .any, .ascii: return scalar
    case .digits, .number: return ("0"..."9").contains(scalar) ? scalar : nil
    case .date: return scalar.isASCII ? scalar : nil
    case .grouped: return ("0"..."9").contains(scalar) || scalar == "." ? scalar : nil
    case .phone: return ("0"..."9").contains(scalar) || " +.-".unicodeScalars.contains(scalar) ? scalar : nil
    }
  }

  /// Whether it only parts the groups of a pasted number.
  private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    self == .digits && [0x20, 0x2E, 0x2D, 0xA0, 0x0A, 0x0D, 0x09].contains(scalar.value)
  }

  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value < 0x20 || scalar.value > 0x7E else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned: return true
    default: return false
    }
  }
}
