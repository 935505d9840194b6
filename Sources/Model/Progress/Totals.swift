/// Counts by commune, kept up to date by each record that changes; by year of departure where that matters.
struct Totals: Sendable, Equatable {
  /// The years of departure for which counts are kept; others are counted when asked for.
  static let years = 2000...2039
  private static let units = Places.standard.count

  /// Those who left, and of them the trained, by year and unit.
  private var left: Column<Int32>
  private var trained: Column<Int32>
  /// Those who left by month and unit, where that is kept; else empty.
  private var months = Column<Int32>()
  /// Of so many departures months are counted once, and not whenever they are asked for.
  static let many = 20_000
  /// Those registered who have not left, and all records, by unit.
  private var waiting: Column<Int32>
  private var all: Column<Int32>
  /// For each year of the plan and unit what its poor households amount to.
  private var poverty: Column<Int32>

  init() {
    left = Column(repeating: 0, count: Totals.years.count * Totals.units)
    trained = left
    waiting = Column(repeating: 0, count: Totals.units)
    all = waiting
    poverty = Column(repeating: 0, count: HouseholdFacts.years * Totals.units * PovertyCounts.size)
  }

  mutating func add(_ facts: DepartureFacts, _ step: Int32) {
    guard facts.isRecord, facts.unit >= 0 else { return }
    let unit = Int(facts.unit)
    all[unit] += step
    if facts.isWaiting { waiting[unit] += step }
    guard Totals.isCounted(facts) else { return }
    let place = (facts.year - Totals.years.lowerBound) * Totals.units + unit
    left[place] += step
    if facts.isTrained { trained[place] += step }
    if keepsMonths { months[Totals.place(facts)] += step }
  }

  var keepsMonths: Bool { !months.isEmpty }

  /// Counts those who left by month from now on.
  mutating func keepMonths(of departures: Column<UInt32>) {
    months = Column(repeating: 0, count: Totals.years.count * 12 * Totals.units)
    for facts in departures.lazy.map(DepartureFacts.init(bits:)) where Totals.isCounted(facts) {
      months[Totals.place(facts)] += 1
    }
  }

  /// Whether it is a record of somebody who left in one of the years from a known unit.
  private static func isCounted(_ facts: DepartureFacts) -> Bool {
    facts.isRecord && facts.unit >= 0 && facts.hasLeft && years.contains(facts.year)
  }

  /// Where the month and unit of such a departure stand among the months.
  private static func place(_ facts: DepartureFacts) -> Int {
    place(facts.monthOfYear, of: facts.year, Int(facts.unit))
  }

  private static func place(_ month: Int, of year: Int, _ unit: Int) -> Int {
    ((year - years.lowerBound) * 12 + month - 1) * units + unit
  }

  mutating func add(_ facts: HouseholdFacts, _ step: Int32) {
    guard facts.isCase, Int(facts.unit) < Totals.units else { return }
    for year in facts.year..<HouseholdFacts.years {
      let place = (year * Totals.units + Int(facts.unit)) * PovertyCounts.size
      switch facts.area {
      case .outside: continue
      case .unknown: poverty[place + 4] += step
      case .inside:
        poverty[place] += step
        switch facts.outcome(in: year) {
        case .escaped: poverty[place + 1] += step
        case .toNearPoor:
          poverty[place + 1] += step
          poverty[place + 2] += step
        case .notReviewed: poverty[place + 3] += step
        case .stillPoor: break
        }
      }
    }
  }

  /// Those who left in a year from a unit, and of them the trained.
  func departures(_ year: Int, _ unit: Int) -> (left: Int, trained: Int) {
    let place = (year - Totals.years.lowerBound) * Totals.units + unit
    return (Int(left[place]), Int(trained[place]))
  }

  /// Those who left in a month, 1…12, of a year from a unit, where months are kept.
  func departures(_ month: Int, of year: Int, _ unit: Int) -> Int {
    Int(months[Totals.place(month, of: year, unit)])
  }

  func waiting(_ unit: Int) -> Int { Int(waiting[unit]) }
  func all(_ unit: Int) -> Int { Int(all[unit]) }

  /// The poor households of a unit until a year of the plan, counted from its first.
  func poverty(_ year: Int, _ unit: Int) -> PovertyCounts {
    let place = (year * Totals.units + unit) * PovertyCounts.size
    func count(_ index: Int) -> Int { Int(poverty[place + index]) }
    return PovertyCounts(
      inArea: count(0), escaped: count(1), toNearPoor: count(2), notReviewed: count(3), areaUnknown: count(4))
  }
}

extension Totals {
  func pack(into packer: Packer) {
    for column in [left, trained, waiting, all, poverty, months] { packer.put(column) }
  }

  init?(_ unpacker: inout Unpacker) {
    guard let left = unpacker.column(Int32.self), let trained = unpacker.column(Int32.self),
      let waiting = unpacker.column(Int32.self), let all = unpacker.column(Int32.self),
      let poverty = unpacker.column(Int32.self), let months = unpacker.column(Int32.self),
      months.isEmpty || months.count == Totals.years.count * 12 * Totals.units,
      left.count == Totals.years.count * Totals.units, trained.count == left.count,
      waiting.count == Totals.units, all.count == Totals.units,
      poverty.count == HouseholdFacts.years * Totals.units * PovertyCounts.size
    else { return nil }
    (self.left, self.trained, self.waiting, self.all, self.poverty) = (left, trained, waiting, all, poverty)
    self.months = months
  }
}

/// T2 of a unit: how many poor households, and what became of them.
struct PovertyCounts: Sendable, Equatable {
  static let size = 5

  /// In T2's area; of these escaped or near-poor, near-poor, not reviewed.
  var inArea = 0
  var escaped = 0
  var toNearPoor = 0
  var notReviewed = 0
  /// Of communes of which nobody has said whether they belong to the area.
  var areaUnknown = 0

  static func += (left: inout PovertyCounts, right: PovertyCounts) {
    left.inArea += right.inArea
    left.escaped += right.escaped
    left.toNearPoor += right.toNearPoor
    left.notReviewed += right.notReviewed
    left.areaUnknown += right.areaUnknown
  }
}
