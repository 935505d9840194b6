extension Frame {
  /// The screen as lines of plain text, for tests and the support file.
  var text: String { (0..<size.height).map { line($0) + "\n" }.joined() }

  /// The screen as text and meaning: under each row that has other than plain cells stand their marks.
  ///
  /// A row begins with `│`, its marks with `~`; see `Style.mark`.
  var styled: String {
    (0..<size.height).map { y in
      let marks = String(row(y).map(\.style.mark)).trimmingEnd()
      return "│" + line(y) + "\n" + (marks.isEmpty ? "" : "~" + marks + "\n")
    }.joined()
  }

  private func line(_ y: Int) -> String {
    var line = ""
    line.unicodeScalars.append(contentsOf: row(y).lazy.compactMap(\.scalar))
    return line.trimmingEnd()
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var rest = Substring(self)
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
