@_spi(_Unicode) import Swift

extension String {
  /// The text in composed form (Unicode NFC), the only form that is stored, compared and exported.
  ///
  /// Text that is composed already, such as any Vietnamese typed by a composing input method, is returned as it is.
  public var composed: String {
    if isSurelyComposed { return self }
    var scalars = UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }

  /// Whether a quick look at the scalars proves the text composed; `false` proves nothing.
  ///
  /// Below U+0300 and in Latin Extended Additional every scalar is allowed in NFC and none combines with another.
  private var isSurelyComposed: Bool {
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2028: continue
      default: return false
      }
    }
    return true
  }
}

extension String {
  /// The text as it may be stored: composed, on one line, without control, format and bidi characters.
  ///
  /// Line breaks, tabs and no-break spaces become spaces; other invisible characters are dropped, so that what looks
  /// equal is equal.
  public var storable: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    guard unicodeScalars.contains(where: { $0.storage != .kept }) else { return composed }
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.storage {
      case .kept: scalars.append(scalar)
      case .space: scalars.append(" ")
      case .dropped: continue
      }
    }
    return String(scalars).composed
  }

  /// The first control or direction character that no text may hold; line breaks, tabs and what merely joins or
  /// separates letters unseen are none.
  public var forbidden: Unicode.Scalar? {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return nil }
    return unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: true
      default: scalar.storage == .dropped && scalar.properties.generalCategory == .control
      }
    }
  }

  /// The text as a name or a short answer is stored: `storable`, without spaces at its ends or doubled inside.
  public var tidied: String {
    storable.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}

extension Unicode.Scalar {
  fileprivate enum Storage {
    case kept, space, dropped
  }

  fileprivate var storage: Storage {
    switch value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x1E00..<0x1F00: return .kept
    case 0x09...0x0D, 0x85, 0xA0, 0x2028, 0x2029, 0x202F: return .space
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .surrogate: return .dropped
    default: return properties.isNoncharacterCodePoint ? .dropped : .kept
    }
  }
}
