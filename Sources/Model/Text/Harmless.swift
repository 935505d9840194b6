extension String {
  /// The same text with `?` for whatever could command a terminal, end a line or reorder what is read.
  public var harmless: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: view.append("?")
      default: view.append(scalar)
      }
    }
    return String(view)
  }
}
