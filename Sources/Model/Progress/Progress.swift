/// Every figure of one unit and period: the plan's targets, and the units below.
public struct Progress: Sendable, Equatable {
  /// A part of a whole; the percentage is `nil` while the whole is empty.
  public struct Part: Sendable, Equatable {
    public var numerator: Int
    public var denominator: Int

    public init(numerator: Int = 0, denominator: Int = 0) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// T1: departures of the period, and how they stand against the plan.
  public struct Departures: Sendable, Equatable {
    public var achieved = 0
    /// How many of these are counts of months without records; they are in no other figure.
    public var fromCounts = 0
    /// Distinct people among them.
    public var workers = 0
    /// Persons in the period; `nil` where the unit was given no share.
    public var target: Int?
    /// What is asked by today, by the target's phasing.
    public var expected: Int?
    /// Counts of months that lie in two periods; they are in neither.
    public var astride = 0
    public var pipeline = 0

    public var ahead: Int? { expected.map { achieved - $0 } }
  }

  /// T2, with what is not known kept apart.
  public struct Poverty: Sendable, Equatable {
    public var part = Part()
    public var toNearPoor = 0
    public var notReviewed = 0
    /// Poor households of communes of which nobody has said whether they are especially disadvantaged.
    public var areaUnknown = 0
    public var target: Int
  }

  /// T4: cases of one type.
  public struct Cases: Sendable, Equatable {
    public let type: String
    public var open = 0
    public var closed = 0
  }

  /// Who has reported the last period that is due.
  public struct Reports: Sendable, Equatable {
    public let period: String
    public var due = 0
    public var received = 0
    public var inTime = 0

    /// Takes in what one commune has said; who is exempt does not count.
    mutating func count(_ standing: ReportingPeriod.Standing) {
      guard !standing.isExempt else { return }
      due += 1
      if standing.isReceived { received += 1 }
      if standing.isInTime { inTime += 1 }
    }
  }

  public struct Row: Sendable, Equatable {
    /// `nil` for what cannot be placed below: “chưa rõ xã cũ”.
    public let unit: UnitID?
    public var departures = 0
    /// How many of these are counts of months without records.
    public var fromCounts = 0
    /// Persons in the period, and what is asked by today; `nil` where the unit was given no share.
    public var target: Int?
    public var expected: Int?
    public var poverty = Part()
    public var training = Part()
    public var reports: Reports
  }

  public let scope: Scope
  public let period: Period
  public var year: Int { period.year }
  public let today: Day
  public private(set) var t1 = Departures()
  public private(set) var t2: Poverty
  public private(set) var t3 = Part()
  public private(set) var t3Target: Int
  public private(set) var t4: [Cases]
  public private(set) var rows: [Row] = []
  public private(set) var reports: Reports
  /// How T1's value is spread over the period, and the value of the whole year.
  private let pace: Pace
  private let yearly: Int?

  /// Whether more or less is asked of some parts of the year than of others.
  public var isPhased: Bool { pace.isPhased }

  /// What is asked by a day of the period.
  public func expected(by day: Day) -> Int? { yearly.map { pace.expected($0, day) } }

  public init(_ census: Census, _ scope: Scope, year: Int) {
    self.init(census, scope, Period(year: year))
  }

  public init(_ census: Census, _ scope: Scope, _ period: Period) {
    let plan = census.plan
    self.scope = scope
    self.period = period
    today = census.today
    let targets = Targets(census.register, plan: plan, year: period.year)
    let pace = Pace(period, targets.phasing)
    self.pace = pace
    let yearly = targets.value(of: scope.unit, census.places)
    self.yearly = yearly
    let query = PeopleQuery(census, scope, period)
    let spread = query.spread
    let month = ReportingPeriod.lastDue(of: period, on: census.today, dueDay: plan.reportDueDay)
    var rows = spread.children.map { unit in
      let share = targets.share(of: unit, census.places)
      return Row(
        unit: unit, target: share.map(pace.whole), expected: share.map { pace.expected($0, census.today) },
        reports: Reports(period: month.code))
    }
    var unplaced = Row(unit: nil, reports: Reports(period: month.code))
    func add(_ place: Spread.Place, _ change: (inout Row) -> Void) {
      if case .row(let index) = place { change(&rows[index]) } else { change(&unplaced) }
    }

    t2 = Poverty(target: targets.percent("T2"))
    t3Target = targets.percent("T3")
    var counts = PovertyCounts()
    for unit in 0..<census.places.count {
      let place = spread.place(Int32(unit))
      guard place != .outside else { continue }
      t1.pipeline += census.totals.waiting(unit)
      let (left, trained) = query.departures(ofUnit: unit)
      let poor = query.poverty(ofUnit: unit)
      t1.achieved += left
      t3.numerator += trained
      counts += poor
      guard left > 0 || poor.inArea > 0 else { continue }
      add(place) { row in
        row.departures += left
        row.training = Part(
          numerator: row.training.numerator + trained, denominator: row.training.denominator + left)
        row.poverty = Part(
          numerator: row.poverty.numerator + poor.escaped, denominator: row.poverty.denominator + poor.inArea)
      }
    }
    t1.workers = query.workers(t1.achieved)
    t3.denominator = t1.achieved
    if !census.register.records(.count).isEmpty {
      let grid = CountsGrid(census, scope.unit, year: period.year)
      t1.astride = grid.astride(period, CountsGrid(census, scope.unit, year: period.year - 1))
      for (unit, unrecorded) in grid.unrecorded(period) where unrecorded > 0 {
        t1.achieved += unrecorded
        t1.fromCounts += unrecorded
        let row = rows.firstIndex { $0.unit == unit && unit != nil }
        add(row.map { .row($0) } ?? .unknown) { row in
          row.departures += unrecorded
          row.fromCounts += unrecorded
        }
      }
    }
    t1.target = yearly.map(pace.whole)
    t1.expected = yearly.map { pace.expected($0, census.today) }
    t2.part = Part(numerator: counts.escaped, denominator: counts.inArea)
    (t2.toNearPoor, t2.notReviewed, t2.areaUnknown) =
      (counts.toNearPoor, counts.notReviewed, counts.areaUnknown)

    t4 = CodeList.violationTypes.codes.map { Cases(type: $0.code) }
    for index in t4.indices {
      let all = query.incidents(t4[index].type)
      t4[index].open = all.filter(query.isOpen).count
      t4[index].closed = all.count - t4[index].open
    }

    reports = Reports(period: month.code)
    for (place, standing) in month.standings(census, spread) {
      reports.count(standing)
      add(place) { $0.reports.count(standing) }
    }
    if unplaced.departures > 0 || unplaced.poverty.denominator > 0 || unplaced.reports.due > 0 {
      if !spread.children.isEmpty { rows.append(unplaced) }
    }
    self.rows = rows
  }
}
