import Model

/// What is wrong with a field, or worth a thought: level, the rule's code, and a sentence.
struct Problem: Error, Hashable, Sendable {
  let level: Rule.Level
  /// The rule's code, such as `W12`; empty where the text itself cannot be read.
  var code = ""
  let words: Words

  /// What stands beside the field.
  var mark: String {
    switch level {
    case .block: "!"
    case .warn: "?"
    case .hint: ""
    }
  }

  /// The sentence with its level in words, so that nothing rests on colour.
  func sentence(_ language: Language) -> String {
    let name = code.isEmpty ? "" : " \(code)"
    return "\(levelWords[language])\(name): \(words[language])"
  }

  var style: Style {
    switch level {
    case .block: .problem
    case .warn: .warning
    case .hint: .dim
    }
  }

  private var levelWords: Words {
    switch level {
    case .block: Words("Chặn", "Stop")
    case .warn: Words("Cảnh báo", "Warning")
    case .hint: Words("Nhắc", "Hint")
    }
  }
}
