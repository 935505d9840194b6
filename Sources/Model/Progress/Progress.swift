/// Every figure of one unit and year: the plan's targets, and the units below.
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

  /// T1: departures of the year, and how they stand against the plan.
  public struct Departures: Sendable, Equatable {
    public var achieved = 0
    /// Distinct people among them.
    public var workers = 0
    /// Persons a year; `nil` where the unit was given no share.
    public var target: Int?
    /// What a straight line asks by today, rounded half up.
    public var expected: Int?
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
  }

  public struct Row: Sendable, Equatable {
    /// `nil` for what cannot be placed below: “chưa rõ xã cũ”.
    public let unit: UnitID?
    public var departures = 0
    public var target: Int?
    public var poverty = Part()
    public var training = Part()
    public var reports: Reports
  }

  public let scope: Scope
  public let year: Int
  public let today: Day
  public private(set) var t1 = Departures()
  public private(set) var t2: Poverty
  public private(set) var t3 = Part()
  public private(set) var t3Target: Int
  public private(set) var t4: [Cases]
  public private(set) var rows: [Row] = []
  public private(set) var reports: Reports

  /// What a straight line asks of a yearly value by a day.
  public static func expected(_ value: Int, year: Int, today: Day) -> Int {
    Pace.expected(value, year: year, today: today)
  }

  public init(_ census: Census, _ scope: Scope, year: Int) {
    let plan = census.plan
    self.scope = scope
    self.year = year
    today = census.today
    let targets = Targets(census.register, plan: plan, year: year)
    let query = PeopleQuery(census, scope, year: year)
    let spread = query.spread
    let period = ReportingPeriod.lastDue(on: census.today, dueDay: plan.reportDueDay)
    var rows = spread.children.map { unit in
      Row(unit: unit, target: targets.share(of: unit, census.places), reports: Reports(period: period.code))
    }
    var unplaced = Row(unit: nil, target: nil, reports: Reports(period: period.code))
    func add(_ place: Spread.Place, _ change: (inout Row) -> Void) {
      if case .row(let index) = place { change(&rows[index]) } else { change(&unplaced) }
    }

    let departures = query.departures(.departed)
    t1.achieved = departures.count
    t1.workers = census.people(departures)
    t1.pipeline = query.departures(.pipeline).count
    t1.target = targets.value(of: scope.unit, census.places)
    t1.expected = t1.target.map { Pace.expected($0, year: year, today: census.today) }
    let untrained = Set(query.departures(.untrained))
    t3 = Part(numerator: departures.count - untrained.count, denominator: departures.count)
    t3Target = targets.percent("T3")
    for row in departures {
      add(query.place(row)) { unit in
        unit.departures += 1
        unit.training.denominator += 1
        if !untrained.contains(row) { unit.training.numerator += 1 }
      }
    }

    t2 = Poverty(target: targets.percent("T2"))
    for one in query.povertyCases {
      guard one.isInArea == true else {
        if one.isInArea == nil { t2.areaUnknown += 1 }
        continue
      }
      let hasEscaped = one.outcome == .escaped || one.outcome == .toNearPoor
      t2.part.denominator += 1
      if hasEscaped { t2.part.numerator += 1 }
      if one.outcome == .toNearPoor { t2.toNearPoor += 1 }
      if one.outcome == .notReviewed { t2.notReviewed += 1 }
      add(query.place(one.departure)) { unit in
        unit.poverty.denominator += 1
        if hasEscaped { unit.poverty.numerator += 1 }
      }
    }

    t4 = CodeList.violationTypes.codes.map { Cases(type: $0.code) }
    for index in t4.indices {
      let all = query.incidents(t4[index].type)
      t4[index].open = all.filter(query.isOpen).count
      t4[index].closed = all.count - t4[index].open
    }

    reports = Reports(period: period.code)
    for one in period.expected(census, spread) {
      func count(_ reports: inout Reports) {
        reports.due += 1
        if one.isReceived { reports.received += 1 }
        if one.isInTime { reports.inTime += 1 }
      }
      count(&reports)
      add(one.place) { count(&$0.reports) }
    }
    if unplaced.departures > 0 || unplaced.poverty.denominator > 0 || unplaced.reports.due > 0 {
      if !spread.children.isEmpty { rows.append(unplaced) }
    }
    self.rows = rows
  }
}
