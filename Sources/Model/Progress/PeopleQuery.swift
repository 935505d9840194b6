/// The records behind the figures of one unit and period; counting them gives the figure.
public struct PeopleQuery: Sendable {
  /// A figure that can be opened.
  public enum Figure: String, CaseIterable, Hashable, Sendable {
    /// T1: those who left within the period.
    case departed
    /// Those registered who have not left yet.
    case pipeline
    /// Of those who left, the trained (T3's numerator) and the others.
    case trained, untrained
    /// T2, by the end of the period's year: poor households in its area; those that escaped, of these those that are
    /// near-poor now; those not reviewed; those whose area is unknown.
    case poor, escaped, nearPoor, notReviewed, areaUnknown
    /// All departures typed under the unit, whatever their year and status.
    case all
  }

  let census: Census
  let spread: Spread
  public let period: Period
  /// The year of T2, whose classes are reviewed once a year.
  var year: Int { period.year }
  /// Those who left, and of them the trained, by commune, for a period of which no counts are kept.
  private var counted: [Int: (left: Int, trained: Int)] = [:]

  public init(_ census: Census, _ scope: Scope, year: Int) {
    self.init(census, scope, Period(year: year))
  }

  public init(_ census: Census, _ scope: Scope, _ period: Period) {
    self.census = census
    self.period = period
    spread = Spread(scope, typed: census.typedUnits(period), places: census.places)
    guard !isCounted else { return }
    for row in departures(.departed) {
      let facts = census[row]
      counted[Int(facts.unit), default: (0, 0)].left += 1
      if facts.isTrained { counted[Int(facts.unit), default: (0, 0)].trained += 1 }
    }
  }

  /// Whether counts of it are kept.
  private var isCounted: Bool { period.isCalendarYear && Totals.years.contains(period.year) }

  func place(_ departure: Int) -> Spread.Place { spread.place(census[departure].unit) }

  /// The rows of the departures behind a figure.
  public func departures(_ figure: Figure) -> [Int] {
    switch figure {
    case .departed: left { _ in true }
    case .trained: left { $0.isTrained }
    case .untrained: left { !$0.isTrained }
    case .pipeline: rows { $0.isWaiting }
    case .all: rows { _ in true }
    case .poor: poor { facts, _ in facts.area == .inside }
    case .escaped:
      poor { facts, outcome in facts.area == .inside && (outcome == .escaped || outcome == .toNearPoor) }
    case .nearPoor: poor { facts, outcome in facts.area == .inside && outcome == .toNearPoor }
    case .notReviewed: poor { facts, outcome in facts.area == .inside && outcome == .notReviewed }
    case .areaUnknown: poor { facts, _ in facts.area == .unknown }
    }
  }

  /// What became of the household of a departure by the end of the year asked; `nil` where it was not poor then.
  public func outcome(of departure: Int) -> HouseholdFacts.Outcome? {
    guard let household = census.register.link(Departure.household, departure),
      census.households.indices.contains(household)
    else { return nil }
    let facts = HouseholdFacts(bits: census.households[household])
    return facts.isCase ? facts.outcome(in: year - census.plan.firstYear) : nil
  }

  /// Those who left in the period up to the day that it was a year before today: what the same period of the running
  /// year is compared with.
  ///
  /// Of a period in which that day does not lie everybody.
  public var departuresByTheSameDay: [Int] {
    let same = census.today.adding(months: -12)
    guard period.contains(same) else { return departures(.departed) }
    let days = census.register.column(Departure.departedOn)
    return departures(.departed).filter { days[$0] <= same.rawValue }
  }

  /// Whether a unit lies within the asked one.
  public func contains(_ unit: UnitID?) -> Bool {
    unit.map { spread.place(Int32($0.index)) != .outside } ?? false
  }

  /// The units within the asked one under which anything was typed.
  public var typedUnits: [UnitID] {
    let (named, isInside) = (census.register.isNamed, spread.isInside)
    return named.indices.compactMap { named[$0] && isInside[$0] ? UnitID(index: $0) : nil }
  }

  /// For each unit below, how many left within the period and how many departures there are at all.
  public var countsBelow: [(unit: UnitID, left: Int, all: Int)] {
    var counts = spread.children.map { (unit: $0, left: 0, all: 0) }
    for unit in 0..<census.places.count {
      guard case .row(let below) = spread.place(Int32(unit)) else { continue }
      counts[below].all += census.totals.all(unit)
      counts[below].left += departures(ofUnit: unit).left
    }
    return counts
  }

  /// Those who left within the period from one commune, and of them the trained.
  func departures(ofUnit unit: Int) -> (left: Int, trained: Int) {
    isCounted ? census.totals.departures(period.year, unit) : counted[unit] ?? (0, 0)
  }

  /// The poor households of one commune by the end of the year.
  func poverty(ofUnit unit: Int) -> PovertyCounts {
    let index = year - census.plan.firstYear
    return index < 0 ? PovertyCounts() : census.totals.poverty(min(index, HouseholdFacts.years - 1), unit)
  }

  /// How many people are behind the departures of the period, of which there are so many.
  ///
  /// Only those who have another departure on file may stand behind several.
  func workers(_ departures: Int) -> Int {
    let (leavers, isInside) = (leavers, spread.isInside)
    var (count, people) = (0, Set<Int>())
    for row in census.repeated.lazy.map(Int.init) where census.facts.indices.contains(row) {
      guard leavers.contains(census[row], from: isInside), isWithin(row), let person = census.person(of: row)
      else { continue }
      count += 1
      people.insert(person)
    }
    return departures - count + people.count
  }

  /// Those who left in the months in which the period lies.
  private var leavers: DepartureFacts.Leavers {
    DepartureFacts.Leavers(
      DepartureFacts.month(1, of: period.first.year)...DepartureFacts.month(12, of: period.last.year))
  }

  /// Whether the day of a departure lies in the period, whose years its months lie in.
  private func isWithin(_ departure: Int) -> Bool {
    if period.isCalendarYear { return true }
    let day = census.register.column(Departure.departedOn)[departure]
    return day >= period.first.rawValue && day <= period.last.rawValue
  }

  private func rows(_ isWanted: (DepartureFacts) -> Bool) -> [Int] {
    var found: [Int] = []
    let isInside = spread.isInside
    census.facts.stretches { bits, start in
      for index in bits.indices {
        let facts = DepartureFacts(bits: bits[index])
        if isWanted(facts), facts.isRecord, facts.unit >= 0, isInside[Int(facts.unit)] {
          found.append(start + index)
        }
      }
    }
    return found
  }

  /// The same of those who left in some months, found among all.
  private func rows(
    leavingIn leavers: DepartureFacts.Leavers, _ isWanted: (DepartureFacts) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    let isInside = spread.isInside
    census.facts.stretches { bits, start in
      for index in bits.indices {
        let facts = DepartureFacts(bits: bits[index])
        if leavers.contains(facts, from: isInside), isWanted(facts) { found.append(start + index) }
      }
    }
    return found
  }

  private func left(_ isWanted: (DepartureFacts) -> Bool) -> [Int] {
    let found = rows(leavingIn: leavers, isWanted)
    return period.isCalendarYear ? found : found.filter { isWithin($0) }
  }

  /// The first departures of households that were poor then, by the end of the year asked.
  private func poor(_ isWanted: (HouseholdFacts, HouseholdFacts.Outcome) -> Bool) -> [Int] {
    let firstYear = census.plan.firstYear
    guard year >= firstYear else { return [] }
    let asked = min(year - firstYear, HouseholdFacts.years - 1)
    var found: [Int] = []
    for row in census.households.indices {
      let facts = HouseholdFacts(bits: census.households[row])
      guard facts.isCase, facts.year <= asked, isWanted(facts, facts.outcome(in: asked)),
        spread.place(facts.unit) != .outside,
        let first = PovertyFigure.firstDeparture(
          of: row, census.register, since: firstYear, census.facts)
      else { continue }
      found.append(first.departure)
    }
    return found
  }

  /// The incidents of one type: those of the period by today, and those from before that are still open.
  public func incidents(_ type: String) -> [Int] {
    let register = census.register
    return register.records(.incident).filter { row in
      guard register.code(Incident.type, row) == type, let on = register.day(Incident.on, row),
        on <= census.today,
        spread.place(register.cell(Incident.commune, row)) != .outside
      else { return false }
      return period.contains(on) || on < period.first && isOpen(row)
    }
  }

  /// Whether an incident was not closed by today.
  public func isOpen(_ incident: Int) -> Bool {
    let register = census.register
    guard register.text(Incident.state, incident) == "closed" else { return true }
    return register.day(Incident.closedOn, incident).map { $0 > census.today } ?? false
  }
}
