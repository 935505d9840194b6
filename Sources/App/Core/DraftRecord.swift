/// What was typed and not yet saved, as it is kept on disk: texts as typed, and the field one was on.
struct DraftRecord: Hashable, Sendable, Identifiable {
  let id: String
  /// Which form it belongs to, in the words of the screen that made it.
  var kind: String
  /// What the form was opened for, such as the unit and the batch.
  var scope: [String: String] = [:]
  var texts: [String: String]
  var focus: String
}
