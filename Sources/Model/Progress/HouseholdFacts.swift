/// What T2 asks of one household, in 64 bits.
public struct HouseholdFacts: Hashable, Sendable {
  /// How many years of the plan are told apart, from its first on.
  static let years = 16

  /// What the latest review of a later year says of a household that was poor when a member first left.
  public enum Outcome: UInt64, CaseIterable, Sendable {
    case notReviewed, stillPoor, toNearPoor, escaped

    public var words: Words {
      switch self {
      case .notReviewed: Words("chưa rà soát", "not reviewed")
      case .stillPoor: Words("còn nghèo", "still poor")
      case .toNearPoor: Words("cận nghèo", "near-poor")
      case .escaped: Words("đã thoát", "escaped")
      }
    }
  }

  enum Area: UInt64, Sendable { case unknown, outside, inside }

  private(set) var bits: UInt64

  static let nothing = HouseholdFacts(bits: 0)

  init(bits: UInt64) { self.bits = bits }

  /// A household that was poor when a member first left.
  ///
  /// - Parameters:
  ///   - unit: the index of the commune of that departure.
  ///   - year: the year of that departure, counted from the plan's first, 0…15.
  ///   - outcomes: what later reviews say by the end of each year of the plan.
  init(unit: Int, year: Int, area: Area, outcomes: [Outcome]) {
    bits = 1 | area.rawValue << 1 | UInt64(unit) << 3 | UInt64(year) << 13
    for (index, outcome) in outcomes.prefix(HouseholdFacts.years).enumerated() {
      bits |= outcome.rawValue << (32 + 2 * UInt64(index))
    }
  }

  /// Whether it counts at all.
  var isCase: Bool { bits & 1 != 0 }
  var area: Area { Area(rawValue: bits >> 1 & 3) ?? .unknown }
  var unit: Int32 { Int32(bits >> 3 & 0x3FF) }
  /// The year of the first departure, counted from the plan's first.
  var year: Int { Int(bits >> 13 & 15) }

  /// What became of it by the end of a year of the plan, counted from its first.
  func outcome(in year: Int) -> Outcome {
    Outcome(rawValue: bits >> (32 + 2 * UInt64(min(max(0, year), HouseholdFacts.years - 1))) & 3)
      ?? .notReviewed
  }
}
