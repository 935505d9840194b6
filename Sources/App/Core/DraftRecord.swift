/// What was typed and not yet saved, as it is kept on disk: texts as typed, and the field one was on.
struct DraftRecord: Hashable, Sendable, Identifiable {
  let id: String
  /// Which form it belongs to, in the words of the screen that made it.
  var kind: String
  /// What the form was opened for, such as the unit and the batch.
  var scope: [String: String] = [:]
  var texts: [String: String]
  var focus: String

  /// What a second form holds, such as what a batch shares, stands in `scope` under keys that begin so.
  static let second = "batch."

  /// Whether all that differs is a text that is being typed: no field was left, and no reason given.
  func isTyped(onto old: DraftRecord) -> Bool {
    func settled(_ draft: DraftRecord) -> [String: String] {
      draft.scope.filter { !$0.key.hasPrefix(DraftRecord.second) }
    }
    return id == old.id && focus == old.focus && settled(self) == settled(old)
  }
}
