extension Unicode.Scalar {
  /// Whether this could command a terminal, end a line or reorder what is read (Unicode: Cc, Cf, Cs, Zl, Zp).
  var isHarmful: Bool {
    switch value {
    case 0x20..<0x7F, 0xAE..<0x300, 0x1E00..<0x2000: return false
    default: break
    }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}

extension String {
  /// The same text with `?` for whatever could command a terminal, end a line or reorder what is read.
  public var harmless: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars { view.append(scalar.isHarmful ? "?" : scalar) }
    return String(view)
  }
}
