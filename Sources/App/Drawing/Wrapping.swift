extension Frame {
  /// A text in lines of at most so many cells, broken between words.
  static func wrapped(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, self.width(of: last) + 1 + self.width(of: String(word)) <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Writes a labelled text from the top of an area, its further lines under the first; answers what is left.
  mutating func write(label: String, _ text: String, in area: Rect, _ style: Style) -> Rect {
    let indent = Frame.width(of: label)
    let lines = Frame.wrapped(text, width: area.width - indent - 1)
    for (index, line) in lines.enumerated() where index < area.height {
      write((index == 0 ? label : String(repeating: " ", count: indent)) + line, in: area.row(index), style)
    }
    return area.split(top: max(1, lines.count)).1
  }
}
