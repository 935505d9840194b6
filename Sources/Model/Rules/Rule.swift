/// One thing an entry must, should or might be: its code, its weight, its sentence, where it comes from.
public struct Rule: Sendable {
  /// How hard a rule is.
  public enum Level: String, Sendable, CaseIterable {
    /// Impossible: the record is not saved (Chặn).
    case block
    /// Improbable: saved with a reason, and listed for the supervisor (Cảnh báo).
    case warn
    /// Only said (Nhắc).
    case hint
  }

  public let code: String
  public let level: Level
  /// The field on which it is said.
  public let field: Field
  public let words: Words
  public let source: String
  /// Where it is said instead, where that depends on the entry.
  var place: (@Sendable (DepartureEntry) -> Field)?
  /// Whether the entry breaks the rule.
  let isBroken: @Sendable (DepartureEntry, RuleContext) -> Bool
}

/// What rules may look at beside the entry.
public struct RuleContext: Sendable {
  public let register: Register
  public let today: Day
  public let places: Places
  /// The departure that is being corrected, which is no duplicate of itself.
  public let correcting: Int?

  public init(_ register: Register, today: Day, places: Places = .standard, correcting: Int? = nil) {
    self.register = register
    self.today = today
    self.places = places
    self.correcting = correcting
  }
}

/// A rule that an entry breaks, or a value that cannot be read, in words for the clerk.
public struct Finding: Sendable, Equatable, Error {
  public let code: String
  public let level: Rule.Level
  /// The key of the field.
  public let field: String
  public let words: Words

  public init(_ code: String, _ level: Rule.Level, _ field: String, _ words: Words) {
    self.code = code
    self.level = level
    self.field = field
    self.words = words
  }

  init(_ rule: Rule, _ entry: DepartureEntry) {
    self.init(rule.code, rule.level, (rule.place?(entry) ?? rule.field).key, rule.words)
  }
}

extension Rule {
  /// Every rule, in the order of the fields.
  public static let all: [Rule] = [
    .nameIsNeeded, .identityIsNeeded, .citizenIdHasStructure, .sexAgreesWithId, .birthYearAgreesWithId,
    .birthDateIsPlausible, .isOfAge, .knownIdKeepsItsName, .passportHasOneHolder, .communeIsValid,
    .leavingNeedsDetails, .departureIsNotAhead, .whoWaitsHasNotLeft, .isNoDuplicate,
    .orientationBeforeDeparture, .orientationIsKnown, .certificateIsKnown, .certificateIsStillValid,
    .returnFollowsDeparture, .returnAgreesWithStatus,
  ]

  /// What an entry breaks.
  public static func findings(_ entry: DepartureEntry, _ context: RuleContext) -> [Finding] {
    all.filter { $0.isBroken(entry, context) }.map { Finding($0, entry) }
  }
}
