/// The departures of a unit and year, told apart by one thing.
public enum Breakdown: String, CaseIterable, Sendable {
  case unit, month, market, sex
  case householdClass = "class"

  /// One part, with the departures behind it.
  public struct Part: Sendable, Equatable {
    /// The code; empty for those of whom it is not known.
    public let code: String
    public let name: Words
    public let departures: [Int]
  }

  static let unknown = Words("không rõ", "not known")

  /// The parts in the order of the catalogue, the calendar or the list; their sum is T1.
  public func parts(_ query: PeopleQuery) -> [Part] {
    var rows: [String: [Int]] = [:]
    for row in query.departures(.departed) { rows[code(row, query), default: []].append(row) }
    let known = codes(query)
    let listed = known.map { Part(code: $0.code, name: $0.name, departures: rows[$0.code] ?? []) }
    let others = rows.keys.filter { code in !known.contains { $0.code == code } }.sorted()
    return listed.filter { self == .month || self == .unit || !$0.departures.isEmpty }
      + others.map {
        Part(code: $0, name: $0.isEmpty ? Breakdown.unknown : Words($0, $0), departures: rows[$0] ?? [])
      }
  }

  private func codes(_ query: PeopleQuery) -> [(code: String, name: Words)] {
    switch self {
    case .unit:
      let places = query.census.places
      return query.spread.children.map { (places[$0].code, Words(places[$0].name, places[$0].name)) }
    case .month:
      return (1...12).map { month in
        let period = ReportingPeriod(year: query.year, month: month)
        return (period.code, Words("tháng \(month)", period.code))
      }
    case .market: return CodeList.markets.codes.map { ($0.code, $0.words) }
    case .sex: return CodeList.sexes.codes.map { ($0.code, $0.words) }
    case .householdClass: return CodeList.householdClasses.codes.map { ($0.code, $0.words) }
    }
  }

  private func code(_ row: Int, _ query: PeopleQuery) -> String {
    let register = query.census.register
    switch self {
    case .unit:
      if case .row(let index) = query.place(row) {
        return query.census.places[query.spread.children[index]].code
      }
      return ""
    case .month:
      return register.day(Departure.departedOn, row).map {
        ReportingPeriod(year: $0.year, month: $0.month).code
      } ?? ""
    case .market: return register.code(Departure.market, row) ?? ""
    case .sex:
      return register.link(Departure.worker, row).flatMap { register.code(Worker.sex, ofPerson: $0) } ?? ""
    case .householdClass:
      guard let household = register.link(Departure.household, row),
        let year = register.day(Departure.departedOn, row)?.year,
        let known = register.householdClass(household, year: year), known.year == year
      else { return "" }
      return known.code
    }
  }
}
