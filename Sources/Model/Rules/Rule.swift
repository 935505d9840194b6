/// One thing an entry must, should or might be: its code, its weight, its sentence, where it comes from.
public final class Rule: Sendable {
  /// How hard a rule is.
  public enum Level: String, Sendable, CaseIterable {
    /// Impossible: the record is not saved (Chặn).
    case block
    /// Improbable: saved with a reason, and listed for the supervisor (Cảnh báo).
    case warn
    /// Only said (Nhắc).
    case hint

    public var words: Words {
      switch self {
      case .block: Words("Chặn", "Stop")
      case .warn: Words("Cảnh báo", "Warning")
      case .hint: Words("Nhắc", "Hint")
      }
    }
  }

  public let code: String
  public let level: Level
  /// The field on which it is said.
  public let field: Field
  public let words: Words
  public let source: String
  /// Where it is said instead, where that depends on the entry; on each of several fields.
  let places: (@Sendable (DepartureEntry) -> [Field])?
  /// Whether the entry breaks the rule.
  let isBroken: @Sendable (DepartureEntry, RuleContext) -> Bool

  init(
    code: String, level: Level, field: Field, words: Words, source: String,
    places: (@Sendable (DepartureEntry) -> [Field])? = nil,
    isBroken: @escaping @Sendable (DepartureEntry, RuleContext) -> Bool
  ) {
    (self.code, self.level, self.field, self.words, self.source) = (code, level, field, words, source)
    (self.places, self.isBroken) = (places, isBroken)
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
}

extension Rule {
  /// Every rule that an entry is held against, in the order of the fields.
  public static let all: [Rule] = [
    .nameIsNeeded, .nameHasLetters, .nameHasSeveralParts, .identityIsNeeded, .citizenIdHasStructure,
    .sexAgreesWithId,
    .birthYearAgreesWithId, .birthDateIsPlausible, .ageIsUsual, .isOfAge, .knownIdKeepsItsName,
    .knownIdKeepsItsPerson,
    .nameAndBirthAreNew, .phoneHasDigits, .phoneIsDialled, .householdClassIsKnown, .classIsOfTheRightYear,
    .povertyAreaIsKnown, .householdIsInPovertyArea, .passportHasStructure, .passportHasOneHolder,
    .communeIsValid, .leavingNeedsDetails, .programmeAgreesWithMarket, .programmeAgreesWithForm,
    .enterpriseIsKnown, .contractLengthIsUsual, .orientationIsNotAhead, .orientationBeforeDeparture,
    .orientationIsKnown, .certificateIsStillValid, .certificateIsKnown, .statusFollows,
    .contractIsStillRunning, .violationHasIncident, .departureIsNotAhead, .departureIsRecent, .periodIsOpen,
    .whoWaitsHasNotLeft, .isNoDuplicate, .leavesOnceADay, .earlierContractHasEnded,
    .selectionLeadsToDeparture, .returnIsNotAhead, .returnFollowsDeparture, .returnAgreesWithStatus,
    .returnNeedsItsStatus, .returnAgreesWithContract, .returnIsDated,
  ]

  /// What is printed: every code that anybody can meet, in order.
  public static let catalogue = Level.allCases.flatMap { level in
    (whileReading + all).filter { $0.level == level }.sorted { $0.code < $1.code }
  }

  /// What an entry breaks.
  public static func findings(_ entry: DepartureEntry, _ context: RuleContext) -> [Finding] {
    all.filter { $0.isBroken(entry, context) }.flatMap { rule in
      (rule.places?(entry) ?? [rule.field]).map { Finding(rule.code, rule.level, $0.key, rule.words) }
    }
  }
}
