/// Who has reported which month of a year: the units below one by the other, twelve months each.
public struct ReportMatrix: Sendable {
  /// One unit and month: what its communes have said, and how many departures are on file.
  public struct Cell: Sendable, Equatable {
    /// The communes that lie in it; several above communes, or where communes were merged since.
    public internal(set) var standings: [ReportingPeriod.Standing] = []
    /// How many departures of the month count, typed counts included.
    public internal(set) var departures = 0

    public var tally: Progress.Reports {
      standings.reduce(into: Progress.Reports(period: "")) { $0.count($1) }
    }

    /// How many communes have to report and have not.
    public var missing: Int { tally.due - tally.received }

    /// What every commune in it has said, where all have said the same.
    public var state: PeriodReport.State? {
      let first = standings.first?.state
      return standings.allSatisfy { $0.state == first } ? first : nil
    }
  }

  public let year: Int
  /// The units below, or the commune itself; `nil` for what cannot be told apart any more.
  public let units: [UnitID?]
  /// By unit, the twelve months.
  public private(set) var cells: [[Cell]]
  /// The months, January first.
  public let periods: [ReportingPeriod]

  public init(_ census: Census, _ unit: UnitID, year: Int) {
    self.year = year
    let dueDay = census.plan.reportDueDay
    periods = (1...12).map { ReportingPeriod(year: year, month: $0, dueDay: dueDay) }
    let spread = Spread(
      Scope(unit), typed: ReportMatrix.reporting(periods, census), places: census.places)
    let grid = CountsGrid(census, unit, year: year)
    let rows = spread.children.isEmpty ? [unit] : spread.children
    let standings = periods.map { $0.standings(census, spread) }
    // What a commune of another catalogue has to say by now has a row too where its own is not certain.
    let hasUnknown =
      grid.units.contains(nil)
      || !spread.children.isEmpty
        && zip(periods, standings).contains { period, all in
          (period.last.map { $0 <= census.today } ?? false) && all.contains { $0.place == .unknown }
        }
    units = rows.map { $0 } + (hasUnknown ? [nil] : [])
    cells = units.map { _ in Array(repeating: Cell(), count: 12) }
    for (row, numbers) in grid.cells.enumerated() {
      for month in 0..<12 { cells[row][month].departures = numbers[month].value }
    }
    for (month, all) in standings.enumerated() {
      for (place, standing) in all {
        switch place {
        case .row(let row): cells[row][month].standings.append(standing)
        case .unknown where spread.children.isEmpty: cells[0][month].standings.append(standing)
        case .unknown where hasUnknown: cells[rows.count][month].standings.append(standing)
        case .unknown, .outside: break
        }
      }
    }
  }

  /// By unit, whether it reports in one of these months or has a record of its own.
  static func reporting(_ periods: [ReportingPeriod], _ census: Census) -> [Bool] {
    var typed = census.register.isNamed
    let places = census.places
    for catalogue in Set(periods.compactMap(\.last).map(places.catalogue)) {
      for unit in places.communes(of: catalogue) { typed[unit.index] = true }
    }
    return typed
  }

  /// Of all units, what was said of a month.
  public func tally(month: Int) -> Progress.Reports {
    cells.reduce(into: Progress.Reports(period: periods[month].code)) { sum, row in
      for standing in row[month].standings { sum.count(standing) }
    }
  }

  /// What counts in the year for one unit.
  public func total(row: Int) -> Int { cells[row].reduce(0) { $0 + $1.departures } }

  /// The rows with the most that miss a month first, the others as they were.
  public func missingFirst(month: Int) -> [Int] {
    let missing = cells.map { $0[month].missing }
    return units.indices.sorted { (missing[$1], $0) < (missing[$0], $1) }
  }
}

extension ReportingPeriod {
  /// The communes within a unit that have to report the month and have not, by the places of that month, by code.
  public func missing(within unit: UnitID, _ census: Census) -> [Standing] {
    let spread = Spread(Scope(unit), typed: ReportMatrix.reporting([self], census), places: census.places)
    return standings(census, spread).map(\.standing).filter { !$0.isExempt && !$0.isReceived }
      .sorted { $0.unit < $1.unit }
  }
}
