extension Register {
  /// A departure on file, as one line again.
  public func entry(_ departure: Int, today: Day) -> DepartureEntry {
    var entry = DepartureEntry(unit: unit(Departure.commune, departure))
    let worker = link(Departure.worker, departure)
    let isMerged = if let worker { isMerged(worker) } else { false }
    let household = link(Departure.household, departure)
    // Neither holding and letting go of each field, which two threads would wait for, nor a closure, which would copy
    // the register.
    for index in DepartureEntry.unretained.indices {
      DepartureEntry.unretained[index]._withUnsafeGuaranteedRef { field in
        let row: Int?
        switch field.entity {
        case .worker: row = worker
        case .departure: row = departure
        case .household: row = household
        default: row = nil
        }
        guard let row else { return }
        entry[index] = isMerged && field.entity == .worker ? value(field, ofPerson: row) : value(field, row)
      }
    }
    if let (reviewed, outcome) = householdClass(ofDeparture: departure, today: today) {
      entry[DepartureEntry.householdClass] = .code(outcome)
      entry[DepartureEntry.householdYear] = .integer(reviewed)
    }
    if let status = status(of: departure, on: today) {
      entry[DepartureEntry.status] = .code(status)
    }
    if let back = returnedOn(departure) { entry[DepartureEntry.returnedOn] = .day(back) }
    for (rule, reason) in openValues(.departure, departure, prefix: "override.") {
      if case .text(let reason) = reason { entry.overrides[rule] = reason }
    }
    return entry
  }

  /// The class of a departure's household: the review of the year of departure, or the latest before; of this year
  /// while nobody has left.
  public func householdClass(ofDeparture departure: Int, today: Day) -> (year: Int, code: String)? {
    guard let household = link(Departure.household, departure) else { return nil }
    return householdClass(household, year: day(Departure.departedOn, departure)?.year ?? today.year)
  }

  /// The events of one departure, in order of date.
  public func events(of departure: Int) -> [Int] {
    let events = linked(.eventsOfDeparture, to: departure)
    guard events.count > 1 else { return events }
    return events.map { (day(StatusEvent.on, $0) ?? .first, $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The status that an event tells of, where the list knows it.
  func status(ofEvent event: Int) -> Status? {
    UInt8(exactly: cell(StatusEvent.status, event)).flatMap(Status.init(rawValue:))
  }

  /// The events by which somebody came back, in order of date.
  func returns(of departure: Int) -> [Int] {
    events(of: departure).filter { status(ofEvent: $0)?.phase == .returned }
  }

  /// The day on which somebody came back, as the last event says.
  func returnedOn(_ departure: Int) -> Day? {
    returns(of: departure).last.flatMap { day(StatusEvent.on, $0) }
  }
}
