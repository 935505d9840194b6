/// How far somebody is with a departure.
public enum DepartureStage: Sendable, Equatable {
  /// Before departure.
  case waiting
  /// It ended before the person left: withdrawn, rejected.
  case ended(Status)
  case left(Status?)
}

extension Register {
  /// The departure of a person that one goes on with: the one they wait to leave with, else the latest.
  public func latestDeparture(ofPerson worker: Int, today: Day) -> (row: Int, stage: DepartureStage)? {
    let all = departures(ofPerson: worker).map { (row: $0, stage: stage(of: $0, today: today)) }
    return all.last { $0.stage == .waiting } ?? all.max { latestDay(of: $0.row) < latestDay(of: $1.row) }
  }

  /// Who is back and has registered again on the same contract has left with it.
  private func stage(of departure: Int, today: Day) -> DepartureStage {
    let status = status(of: departure, on: today).flatMap { Status(code: $0) }
    guard day(Departure.departedOn, departure) == nil else { return .left(status) }
    guard let status, status.phase != .before else { return .waiting }
    return status.hasLeft ? .left(status) : .ended(status)
  }

  private func latestDay(of departure: Int) -> Day {
    let days = events(of: departure).compactMap { day(StatusEvent.on, $0) }
    return max(day(Departure.departedOn, departure) ?? .first, days.last ?? .first)
  }

  /// Where a person lives, by their latest departure from a commune: village, household, its class and year.
  ///
  /// - Parameter left: the day of a new departure, for whose year the class is looked for first.
  public func home(ofPerson worker: Int, in unit: UnitID, leaving left: Day) -> [(Field, FieldValue)] {
    let here = departures(ofPerson: worker).filter { self.unit(Departure.commune, $0) == unit }
    guard let departure = here.max(by: { latestDay(of: $0) < latestDay(of: $1) }) else { return [] }
    let village = (Departure.village, value(Departure.village, departure))
    guard let household = link(Departure.household, departure) else { return [village] }
    let known = [village, (Household.key, value(Household.key, household))]
    guard let (year, code) = householdClass(household, year: left.year) else { return known }
    return known + [
      (DepartureEntry.householdClass, .code(code)), (DepartureEntry.householdYear, .integer(year)),
    ]
  }
}
