/// Goes through the departures of a unit and year, one piece after the other, and finds the warnings on them.
///
/// Who has not left counts in the running year.
public struct WarningWalk: Sendable {
  /// A warning with the departure it is on.
  public struct Found: Sendable {
    public let departure: Int
    public let warning: StandingWarning
  }

  /// The warnings found so far; those that nobody has given a reason for come first.
  public struct List: RandomAccessCollection, Sendable {
    public fileprivate(set) var open: [Found] = []
    public fileprivate(set) var passed: [Found] = []

    public var startIndex: Int { 0 }
    public var endIndex: Int { open.count + passed.count }

    public subscript(index: Int) -> Found {
      index < open.count ? open[index] : passed[index - open.count]
    }

    fileprivate mutating func add(_ found: Found) {
      if found.warning.reason == nil { open.append(found) } else { passed.append(found) }
    }
  }

  public private(set) var found = List()
  /// How many departures on file have been looked at, of how many.
  public private(set) var seen = 0
  public let total: Int
  private let year: Int
  /// How long a piece may be, by `Cost`.
  private let piece: Int
  private let census: Census
  private let isInside: [Bool]
  private var rules: RuleContext

  /// - Parameter piece: about how long one piece takes at most, in nanoseconds; without one the first goes to the end.
  public init(_ census: Census, _ scope: Scope, year: Int, piece: Int = .max) {
    self.census = census
    self.year = year
    self.piece = piece
    total = census.register.count(.departure)
    isInside = Spread(scope, typed: census.typedUnits(Period(year: year)), places: census.places).isInside
    rules = RuleContext(
      census.register, today: census.today, places: census.places, names: census.names)
  }

  public var isDone: Bool { seen == total }

  /// How much of the work is done, of 1: workers are got ready first, and then departures are looked at.
  public var share: Double {
    let all = rules.workers + total
    return all == 0 ? 1 : Double(rules.indexedCount + seen) / Double(all)
  }

  /// About how long things take, in nanoseconds.
  private enum Cost {
    static let row = 4
    static let record = 60_000
    static let worker = 2_500
  }

  /// Goes one piece further.
  public mutating func go() {
    var cost = rules.index(next: max(1, piece / Cost.worker)) * Cost.worker
    guard rules.isIndexed else { return }
    while seen < total, cost < piece {
      cost += Cost.row + look(at: seen)
      seen += 1
    }
  }

  /// Looks at one departure; gives back about how long that took.
  private mutating func look(at row: Int) -> Int {
    let facts = census[row]
    guard facts.isRecord, facts.unit >= 0, isInside[Int(facts.unit)],
      (facts.year == 0 ? census.today.year : facts.year) == year
    else { return 0 }
    for warning in Rule.standing(row, census.register.entry(row, today: census.today), rules) {
      found.add(Found(departure: row, warning: warning))
    }
    return Cost.record
  }
}
