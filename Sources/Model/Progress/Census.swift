/// What is true of every departure on one day: its status, whether it counts, and for whom.
///
/// Every figure is made from this, so that a number and the people behind it can never differ.
public struct Census: Sendable {
  public let today: Day
  let register: Register
  let places: Places
  let plan: Plan
  /// The status of each departure on that day, as its place in the list; -1 when it has none.
  let status: [Int16]
  /// Departures that left by then under a lawful contract form and are not withdrawn, rejected or illegal.
  let hasLeft: [Bool]
  /// The departure's row is a record and not deleted.
  let isRecord: [Bool]

  public init(_ register: Register, today: Day, places: Places = .standard, plan: Plan = .standard) {
    self.plan = plan
    self.today = today
    self.register = register
    self.places = places
    let table = register[.departure]
    let deleted = register.column(Departure.deleted)
    let isRecord = (0..<table.count).map { table.exists($0) && deleted[$0] != 1 }
    let status = Census.statuses(register, today)
    let excluded = ["WITHDRAWN", "REJECTED", "ILLEGAL_DEPARTURE"].compactMap {
      CodeList.statuses.index(of: $0)
    }
    let departedOn = register.column(Departure.departedOn)
    let form = register.column(Departure.contractForm)
    hasLeft = (0..<table.count).map { row in
      isRecord[row] && departedOn[row] != Table.none && departedOn[row] <= today.rawValue
        && form[row] >= 0 && form[row] < Table.unlisted && !excluded.contains { Int16($0) == status[row] }
    }
    self.isRecord = isRecord
    self.status = status
  }

  /// The latest event of each departure by that day; of one day the later line, of one line the later status.
  private static func statuses(_ register: Register, _ today: Day) -> [Int16] {
    let events = register[.event]
    let departure = register.column(StatusEvent.departure)
    let status = register.column(StatusEvent.status)
    let on = register.column(StatusEvent.on)
    let deleted = register.column(StatusEvent.deleted)
    var latest = [Int32](repeating: -1, count: register[.departure].count)
    for row in 0..<events.count {
      guard events.exists(row), deleted[row] != 1, departure[row] >= 0, status[row] >= 0,
        status[row] < Table.unlisted,
        on[row] == Table.none || on[row] <= today.rawValue
      else { continue }
      let target = Int(departure[row])
      let best = Int(latest[target])
      if best < 0 || isLater(row, than: best) { latest[target] = Int32(row) }
    }
    func isLater(_ row: Int, than best: Int) -> Bool {
      if on[row] != on[best] { return on[row] > on[best] }
      let (line, other) = (events.firstLine[row], events.firstLine[best])
      if line != other { return register.lines.isHigher(line, than: other) }
      return status[row] > status[best]
    }
    return latest.map { $0 < 0 ? -1 : Int16(status[Int($0)]) }
  }

  /// The status of a departure, as a code.
  public func status(of row: Int) -> String? {
    status.indices.contains(row) && status[row] >= 0 ? CodeList.statuses.code(at: Int(status[row])) : nil
  }

  /// The year of departure of those who have left, else `nil`.
  func yearLeft(_ row: Int) -> Int? { hasLeft[row] ? register.day(Departure.departedOn, row)?.year : nil }

  /// How many people are behind departures: one who left twice, or stands in several records, is one.
  func people(_ departures: [Int]) -> Int {
    guard !departures.isEmpty else { return 0 }
    let persons = Persons(register)
    var seen: Set<Int> = []
    for row in departures { seen.insert(persons.root(register.link(Departure.worker, row) ?? -1 - row)) }
    return seen.count
  }

  /// Whether a departure was prepared for as the law asks: orientation on or before the day of departure (T3).
  func isTrained(_ row: Int) -> Bool {
    guard let orientation = register.day(Departure.orientationDate, row),
      let departed = register.day(Departure.departedOn, row)
    else { return false }
    return orientation <= departed
  }
}

extension Census {
  /// The units under which departures, incidents and reports were typed.
  var typedUnits: Set<Int32> {
    var seen = [Bool](repeating: false, count: places.count)
    for field in [Departure.commune, Household.commune, Incident.commune, PeriodReport.unit] {
      for unit in register.column(field) where unit >= 0 && Int(unit) < seen.count { seen[Int(unit)] = true }
    }
    // Reports are expected by the places of their month, whether anybody has typed under them or not.
    let period = ReportingPeriod.lastDue(on: today, dueDay: plan.reportDueDay)
    if let month = period.first {
      for unit in places.communes(of: places.catalogue(on: month.endOfMonth)) { seen[unit.index] = true }
    }
    return Set(seen.indices.filter { seen[$0] }.map(Int32.init))
  }
}
