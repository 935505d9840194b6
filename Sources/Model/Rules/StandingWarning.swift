/// A warning on a record on file, and the reason for which it was passed over.
public struct StandingWarning: Sendable, Equatable {
  public let code: String
  /// `nil` where nobody has given one yet.
  public let reason: String?

  public var words: Words { rule?.words ?? Words(code, code) }
  /// The key of the field on which it is said.
  public var field: String? { rule?.field.key }

  private var rule: Rule? { Rule.all.first { $0.code == code } }
}

extension Rule {
  private static let warnings = all.filter { $0.level == .warn }

  /// The warnings on a departure on file: those that it breaks now, then those passed over when it was saved.
  ///
  /// - Parameter context: `indexed()` where many are asked about.
  public static func standing(_ departure: Int, _ entry: DepartureEntry, _ context: RuleContext)
    -> [StandingWarning]
  {
    let context = context.correcting(departure)
    let broken = warnings.filter { $0.isBroken(entry, context) }.map(\.code)
    let former = entry.overrides.keys.filter { !broken.contains($0) }.sorted()
    return (broken + former).map { StandingWarning(code: $0, reason: entry.overrides[$0]) }
  }
}
