/// A task that plans of this kind often have: offered for a province's own tasks, never shown as its plan.
public struct TaskTemplate: Hashable, Sendable {
  /// “C08”.
  public let id: String
  public let group: Words
  public let title: Words
  /// Codes of `CodeList.agencies`.
  public let lead: [String]
  public let coordinating: [String]

  init(_ id: String, _ group: Words, _ title: Words, lead: [String], coordinating: [String]) {
    (self.id, self.group, self.title) = (id, group, title)
    (self.lead, self.coordinating) = (lead, coordinating)
  }
}
