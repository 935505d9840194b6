/// A line before it is written: what is to be said, under an id that a retry keeps.
public struct NewLine: Hashable, Sendable {
  /// Chosen before the first attempt, so that a second one is recognised as the same line.
  public let id: LineID
  public let action: Action
  /// Exactly one, unless `action` is `tx`.
  public let operations: [Operation]
  public let group: LineGroup?
  public let reversal: Reversal?

  /// - Parameters:
  ///   - operations: one, or any number of at least one for `tx`; together at most `LineLimits.fields` fields,
  ///     with text in NFC.
  public init(
    _ action: Action, _ operations: [Operation], group: LineGroup? = nil, reversal: Reversal? = nil,
    id: LineID = .random()
  ) {
    self.id = id
    self.action = action
    self.operations = operations
    self.group = group
    self.reversal = reversal
  }

  /// A line that sets fields of one entity.
  public static func set(
    _ operation: Operation, group: LineGroup? = nil, id: LineID = .random()
  ) -> NewLine {
    NewLine(.set, [operation], group: group, id: id)
  }

  /// A line that sets fields of several entities at once.
  public static func tx(
    _ operations: [Operation], group: LineGroup? = nil, id: LineID = .random()
  ) -> NewLine {
    NewLine(.tx, operations, group: group, id: id)
  }
}

/// What a line may hold; the limits are checked before anything is written.
public enum LineLimits {
  /// Bytes with the line break.
  public static let bytes = 65_536
  /// Fields of all operations together.
  public static let fields = 200
  /// The newest version of a line that this program folds.
  public static let version = 1
}
