import Model

extension EntryBasis {
  /// What a draft had remembered.
  init(draftScope scope: [String: String]) {
    self.init()
    for (key, value) in scope where key.hasPrefix("basis.") {
      known[String(key.dropFirst("basis.".count))] = value.split(separator: " ").compactMap {
        LineID(String($0))
      }
    }
  }
}
