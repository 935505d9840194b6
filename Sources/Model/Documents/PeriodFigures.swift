/// The figures of one unit and period; those of a whole year are the same as `Progress` has.
public struct PeriodFigures: Sendable {
  public struct UnitRow: Sendable, Equatable {
    /// `nil` for what cannot be placed below.
    public let unit: UnitID?
    /// Persons a year; `nil` where the unit was given no share.
    public let target: Int?
    public var departures = 0
    public var training = Progress.Part()
    /// The same months of the year before.
    public var before = 0
  }

  public struct Cases: Sendable, Equatable {
    public let type: String
    /// Those of the period, and those from before it that are still open.
    public let new: Int
    public let carried: Int
    /// Those of both that are open today.
    public let open: Int
  }

  public struct MarketRow: Sendable, Equatable {
    /// `nil` for those of whom it is not known.
    public let market: String?
    public let departures: Int
  }

  public let period: Period
  /// The figures of the year as of today: targets, T2.
  public let progress: Progress
  /// Who left in the period: the records.
  public let records: [Int]
  /// T1: departures of the period, counts of months without records included.
  public let departures: Int
  public let fromCounts: Int
  /// Distinct people among the records.
  public let workers: Int
  /// T1 from the beginning of the year to the end of the period.
  public let toDate: Int
  /// T1 in the same months of the year before, up to the same day where the period is not over.
  public let before: Int
  public let beforeUntil: Day
  /// What is asked by the end of the period, or by today.
  public let expected: Int?
  /// T3, of the period and from the beginning of the year to its end.
  public let training: Progress.Part
  public let trainingToDate: Progress.Part
  public let cases: [Cases]
  public let units: [UnitRow]
  public let markets: [MarketRow]
  /// By month of the period, in its order.
  public let months: [Int]

  public init(_ census: Census, _ unit: UnitID, _ period: Period) {
    let scope = Scope(unit, places: census.places)
    let own = Stretch(census, scope, period, until: period.last)
    let year = Stretch(census, scope, period.toDate, until: period.last)
    let until = min(period.last, census.today)
    beforeUntil = until == period.last ? period.yearBefore.last : until.adding(months: -12)
    let past = Stretch(census, scope, period.yearBefore, until: beforeUntil)
    let progress = Progress(census, scope, period.wholeYear)
    self.period = period
    self.progress = progress
    records = own.records
    departures = own.total
    fromCounts = own.fromCounts
    workers = census.people(own.records)
    toDate = year.total
    before = past.total
    expected = progress.expected(by: until)
    training = own.training
    trainingToDate = year.training
    months = own.months
    markets = PeriodFigures.markets(own, census)
    cases = CodeList.violationTypes.codes.map { PeriodFigures.cases($0.code, own.query, period) }
    let targets = progress.rows.reduce(into: [UnitID: Int]()) { known, row in
      if let unit = row.unit { known[unit] = row.target }
    }
    let children = own.query.spread.children
    units = (children.isEmpty ? [] : children.map { $0 } + [nil]).map { child in
      UnitRow(
        unit: child, target: child.flatMap { targets[$0] }, departures: own.byUnit[child] ?? 0,
        training: own.trainingByUnit[child] ?? Progress.Part(), before: past.byUnit[child] ?? 0)
    }.filter { $0.unit != nil || $0.departures > 0 || $0.before > 0 }
  }

  private static func cases(_ type: String, _ query: PeopleQuery, _ period: Period) -> Cases {
    let register = query.census.register
    let all = query.incidents(type)
    func day(_ row: Int) -> Day { register.day(Incident.on, row) ?? .last }
    let new = all.filter { period.contains(day($0)) }
    let carried = all.filter { day($0) < period.first && query.isOpen($0) }
    return Cases(
      type: type, new: new.count, carried: carried.count,
      open: carried.count + new.filter(query.isOpen).count)
  }

  /// In the order of the list, those that are not known last; the sum is T1.
  private static func markets(_ stretch: Stretch, _ census: Census) -> [MarketRow] {
    var counts: [String: Int] = [:]
    for row in stretch.records { counts[census.register.code(Departure.market, row) ?? "", default: 0] += 1 }
    let listed = CodeList.markets.codes.map(\.code)
    let others = counts.keys.filter { !listed.contains($0) && !$0.isEmpty }.sorted()
    let known = (listed + others).compactMap { code in
      counts[code].map { MarketRow(market: code, departures: $0) }
    }
    let unknown = (counts[""] ?? 0) + stretch.fromCounts
    return known + (unknown > 0 ? [MarketRow(market: nil, departures: unknown)] : [])
  }
}

/// Departures of some months of one year up to a day, by unit and by month.
///
/// A count of a month without records has no days: it counts only where the whole month does.
private struct Stretch {
  let query: PeopleQuery
  private(set) var records: [Int] = []
  private(set) var fromCounts = 0
  private(set) var months: [Int]
  private(set) var byUnit: [UnitID?: Int] = [:]
  private(set) var training = Progress.Part()
  private(set) var trainingByUnit: [UnitID?: Progress.Part] = [:]

  var total: Int { records.count + fromCounts }

  init(_ census: Census, _ scope: Scope, _ period: Period, until: Day) {
    query = PeopleQuery(census, scope, period)
    months = period.months.map { _ in 0 }
    let children = query.spread.children
    let first = period.months.lowerBound
    for row in query.departures(.departed) {
      guard let left = census.register.day(Departure.departedOn, row), left <= until else { continue }
      let child: UnitID? = if case .row(let index) = query.place(row) { children[index] } else { nil }
      let isTrained = census[row].isTrained
      records.append(row)
      months[period.month(of: left).month - first] += 1
      byUnit[child, default: 0] += 1
      training.add(isTrained)
      trainingByUnit[child, default: Progress.Part()].add(isTrained)
    }
    guard !census.register.records(.count).isEmpty else { return }
    let grid = CountsGrid(census, scope.unit, year: period.year)
    for month in period.wholeMonths {
      guard let end = Day(year: period.year, month: month, day: 1)?.endOfMonth, end <= until else { continue }
      for (unit, cells) in zip(grid.units, grid.cells) {
        add(cells[month - 1].unrecorded, children.isEmpty ? nil : unit, month - first)
      }
      add(grid.undivided(month: month - 1), nil, month - first)
    }
  }

  private mutating func add(_ count: Int, _ unit: UnitID?, _ month: Int) {
    guard count > 0 else { return }
    fromCounts += count
    months[month] += count
    byUnit[unit, default: 0] += count
  }
}

extension Progress.Part {
  fileprivate mutating func add(_ isCounted: Bool) {
    denominator += 1
    if isCounted { numerator += 1 }
  }
}
