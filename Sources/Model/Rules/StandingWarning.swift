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
  /// What is taken out of a rule, so that going through all holds and lets go of none: two threads would wait for each
  /// other.
  private struct Check: Sendable {
    let code: String
    let isBroken: @Sendable (DepartureEntry, RuleContext) -> Bool
  }

  private static let warnings = all.filter { $0.level == .warn }.map {
    Check(code: $0.code, isBroken: $0.isBroken)
  }

  /// The warnings on a departure on file: those that it breaks now, then those passed over when it was saved.
  ///
  /// - Parameter context: `indexed()` where many are asked about.
  public static func standing(_ departure: Int, _ entry: DepartureEntry, _ context: RuleContext)
    -> [StandingWarning]
  {
    let context = context.correcting(departure, entry)
    var standing: [StandingWarning] = []
    for check in warnings where check.isBroken(entry, context) {
      standing.append(StandingWarning(code: check.code, reason: entry.overrides[check.code]))
    }
    guard !entry.overrides.isEmpty else { return standing }
    let former = entry.overrides.keys.filter { code in !standing.contains { $0.code == code } }.sorted()
    return standing + former.map { StandingWarning(code: $0, reason: entry.overrides[$0]) }
  }
}
