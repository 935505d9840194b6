import Model

/// One thing that can be chosen from a list.
struct Choice: Hashable, Sendable {
  let code: String
  let label: String
  /// Other names it is found by, such as the name before a merger.
  var aliases: [String] = []
  /// How often it is used here; the most used stand first while nothing is typed.
  var weight = 0

  init(_ code: String, _ label: String, aliases: [String] = [], weight: Int = 0) {
    self.code = code
    self.label = label
    self.aliases = aliases
    self.weight = weight
  }
}
