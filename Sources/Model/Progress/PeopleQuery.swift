/// The records behind the figures of one unit and year; counting them gives the figure.
public struct PeopleQuery: Sendable {
  /// A figure that can be opened.
  public enum Figure: String, CaseIterable, Hashable, Sendable {
    /// T1: those who left within the year.
    case departed
    /// Those registered who have not left yet.
    case pipeline
    /// Of those who left, the trained (T3's numerator) and the others.
    case trained, untrained
    /// T2: poor households in its area; those that escaped; those not reviewed; those whose area is unknown.
    case poor, escaped, notReviewed, areaUnknown
    /// All departures typed under the unit, whatever their year and status.
    case all
  }

  let census: Census
  let spread: Spread
  let year: Int
  let povertyCases: [PovertyFigure.Case]

  public init(_ census: Census, _ scope: Scope, year: Int) {
    self.census = census
    self.year = year
    let spread = Spread(scope, typed: census.typedUnits, places: census.places)
    self.spread = spread
    let commune = census.register.column(Departure.commune)
    povertyCases = PovertyFigure(census, plan: census.plan, year: year).cases
      .filter { spread.place(commune[$0.departure]) != .outside }
  }

  func place(_ departure: Int) -> Spread.Place {
    spread.place(census.register.cell(Departure.commune, departure))
  }

  /// The rows of the departures behind a figure.
  public func departures(_ figure: Figure) -> [Int] {
    switch figure {
    case .departed: return rows { $0.yearLeft($1) == year }
    case .trained: return rows { $0.yearLeft($1) == year && $0.isTrained($1) }
    case .untrained: return rows { $0.yearLeft($1) == year && !$0.isTrained($1) }
    case .pipeline:
      return rows { census, row in
        census.status[row] >= 0 && CodeList.statuses.phase(at: Int(census.status[row])) == "1_before"
      }
    case .all: return rows { _, _ in true }
    case .poor: return povertyCases.filter { $0.isInArea == true }.map(\.departure)
    case .escaped:
      return povertyCases.filter {
        $0.isInArea == true && ($0.outcome == .escaped || $0.outcome == .toNearPoor)
      }
      .map(\.departure)
    case .notReviewed:
      return povertyCases.filter { $0.isInArea == true && $0.outcome == .notReviewed }.map(\.departure)
    case .areaUnknown: return povertyCases.filter { $0.isInArea == nil }.map(\.departure)
    }
  }

  /// Whether a unit lies within the asked one.
  public func contains(_ unit: UnitID?) -> Bool {
    unit.map { spread.place(Int32($0.index)) != .outside } ?? false
  }

  /// For each unit below, how many departures are behind each of several figures.
  public func counts(_ figures: [Figure]) -> [(unit: UnitID, counts: [Int])] {
    var counts = spread.children.map { (unit: $0, counts: [Int](repeating: 0, count: figures.count)) }
    for (index, figure) in figures.enumerated() {
      for row in departures(figure) {
        if case .row(let below) = place(row) { counts[below].counts[index] += 1 }
      }
    }
    return counts
  }

  private func rows(_ isWanted: (Census, Int) -> Bool) -> [Int] {
    let commune = census.register.column(Departure.commune)
    return commune.indices.filter {
      census.isRecord[$0] && spread.place(commune[$0]) != .outside && isWanted(census, $0)
    }
  }

  /// The incidents of one type: those of the year by today, and those from before that are still open.
  public func incidents(_ type: String) -> [Int] {
    let register = census.register
    return register.records(.incident).filter { row in
      guard register.code(Incident.type, row) == type, let on = register.day(Incident.on, row),
        on <= census.today,
        spread.place(register.cell(Incident.commune, row)) != .outside
      else { return false }
      return on.year == year || on.year < year && isOpen(row)
    }
  }

  /// Whether an incident was not closed by today.
  public func isOpen(_ incident: Int) -> Bool {
    let register = census.register
    guard register.text(Incident.state, incident) == "closed" else { return true }
    return register.day(Incident.closedOn, incident).map { $0 > census.today } ?? false
  }
}
