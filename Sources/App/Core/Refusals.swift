import Model

/// What is answered to a key that cannot be obeyed: a sound, and the reason where there is one to say.
extension [Effect] {
  static func refusal(_ words: Words?) -> [Effect] {
    words.map { [.notify($0, .warning), .beep] } ?? [.beep]
  }

  /// An action needs a row, and the list has none.
  static let nothingChosen = refusal(.nothingChosen)
}

extension Words {
  static let nothingChosen = Words("Không có dòng nào được chọn", "No row is chosen")
}
