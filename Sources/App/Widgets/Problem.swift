import Model

/// What is wrong with a field, or worth a thought: level, the rule's code, and a sentence.
struct Problem: Error, Hashable, Sendable {
  let level: Rule.Level
  /// The rule's code, such as `W12`; empty in a note of a supervisor.
  var code = ""
  let words: Words
  /// Why a warning was passed over; `nil` while it was not.
  var reason: String?

  /// Whether it says more than another one: what stops, then warnings without a reason.
  func isGraver(than other: Problem) -> Bool {
    func weight(_ problem: Problem) -> Int {
      switch problem.level {
      case .block: 3
      case .warn: problem.reason == nil ? 2 : 1
      case .hint: 0
      }
    }
    return weight(self) > weight(other)
  }

  /// The same as what a rule says.
  func coded(_ code: String) -> Problem { Problem(level: level, code: code, words: words, reason: reason) }

  /// What stands beside the field.
  var mark: String {
    switch level {
    case .block: "!"
    case .warn: reason == nil ? "?" : "~"
    case .hint: ""
    }
  }

  /// The sentence with its level in words, so that nothing rests on colour.
  func sentence(_ language: Language) -> String {
    let name = code.isEmpty ? "" : " \(code)"
    let passed = reason.map { Words(" Lý do: \($0)", " Reason: \($0)")[language] } ?? ""
    return "\(level.words[language])\(name): \(words[language])\(passed)"
  }

  var style: Style {
    switch level {
    case .block: .problem
    case .warn: reason == nil ? .warning : .dim
    case .hint: .dim
    }
  }
}
