import Model

/// Looking for a row of a list: `/` and a few letters, then `n` and `N`.
struct ListSearch: Equatable, Sendable {
  /// What an input did.
  enum Answer: Equatable, Sendable {
    case ignored, taken
    case found(Int)
  }

  private(set) var field = TextField(limit: 60)
  private(set) var isTyping = false
  /// Whether the last search found nothing.
  private(set) var hasFailed = false

  /// Takes an input that concerns a search.
  mutating func handle(
    _ input: Input, from selection: Int, count: Int, finds: (Int, String) -> Bool
  ) -> Answer {
    switch input {
    case .command(.search):
      (isTyping, hasFailed) = (true, false)
      field.set("")
      return .taken
    case .command(.nextMatch): return find(from: selection + 1, step: 1, count: count, finds)
    case .command(.previousMatch): return find(from: selection - 1, step: -1, count: count, finds)
    case .text(let typed) where isTyping:
      _ = field.insert(typed)
      return find(from: selection, step: 1, count: count, finds)
    case .command(.confirm) where isTyping, .command(.cancel) where isTyping,
      .command(.nextField) where isTyping, .command(.enterField) where isTyping:
      isTyping = false
      return .taken
    case .command(let command) where isTyping:
      guard field.handle(command) else { return .ignored }
      return find(from: selection, step: 1, count: count, finds)
    default: return .ignored
    }
  }

  /// The next row that answers, going round the end.
  private mutating func find(
    from start: Int, step: Int, count: Int, _ finds: (Int, String) -> Bool
  ) -> Answer {
    guard !field.value.isEmpty, count > 0 else { return .taken }
    for query in field.keys == field.text ? [field.value] : [field.value, field.keys] {
      for offset in 0..<count {
        let index = ((start + step * offset) % count + count) % count
        if finds(index, query) {
          hasFailed = false
          return .found(index)
        }
      }
    }
    hasFailed = true
    return .taken
  }

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    let label = hasFailed ? Words(" Không thấy: ", " Not found: ") : Words(" Tìm: ", " Search: ")
    let width = Frame.width(of: label[language])
    frame.write(label[language], in: area, hasFailed ? .warning : .heading)
    field.draw(in: &frame, area.inset(left: width).row(0), style: .focused, isFocused: true)
  }
}
