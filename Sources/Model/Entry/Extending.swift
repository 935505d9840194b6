extension Register {
  /// The end of the contract as it was last extended; nothing where it never was.
  public func extendedUntil(_ departure: Int) -> Day? {
    events(of: departure).last { day(StatusEvent.until, $0) != nil }.flatMap { day(StatusEvent.until, $0) }
  }

  /// The end of the contract: as extended, else so many months after the departure.
  public func contractEnd(_ departure: Int) -> Day? {
    if let until = extendedUntil(departure) { return until }
    guard let left = day(Departure.departedOn, departure),
      let months = integer(Departure.contractMonths, departure)
    else { return nil }
    return left.adding(months: months)
  }

  /// The incidents of a person, by all records that were merged, that are not closed.
  public func openIncidents(ofPerson worker: Int) -> [Int] {
    let people = Set(merged(worker))
    return records(.incident).filter { row in
      link(Incident.worker, row).map(people.contains) ?? false && text(Incident.state, row) != "closed"
    }
  }
}
