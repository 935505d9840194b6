@testable import Model

extension Book {
  /// Another person's departure, each of an own household, under a unit on a day; in the class of the year, if any.
  @discardableResult
  mutating func leave(
    _ date: String, from place: String = "02728@2023", poverty: String? = nil,
    _ change: (inout DepartureEntry) -> Void = { _ in }
  ) -> Int {
    let number = 100_000 + lines.count
    return add(
      .sample {
        $0.unit = aUnit(place)
        $0[Worker.citizenId] = .text("010204\(number)")
        $0[Household.key] = .text("h\(number)")
        $0[Departure.departedOn] = .day(aDay(date))
        $0[Departure.orientationDate] = .day(aDay(date) - 10)
        $0[DepartureEntry.householdYear] = .none
        $0[DepartureEntry.householdClass] = poverty.map { .code($0) } ?? .none
        change(&$0)
      })
  }

  /// The class of a departure's household in a later review.
  mutating func review(_ departure: Int, _ year: Int, _ outcome: String) {
    let household = register.link(Departure.household, departure).map { register.key(.household, $0) } ?? ""
    save([
      Edit(
        HouseholdReview.entity(household: household, year: year),
        [("household", .link(household)), ("year", .integer(year)), ("class", .code(outcome))])
    ])
  }

  /// The figures of a unit, the province of 2023 unless said otherwise.
  func progress(_ place: String = "10@2023", year: Int = 2024, today: String? = nil) -> Progress {
    Progress(Census(register, today: today.map(aDay) ?? self.today), Scope(aUnit(place)), year: year)
  }
}

extension Progress {
  /// The row of a unit below.
  func row(_ key: String) -> Row? { rows.first { $0.unit == Model.Places.standard.unit(key: key)?.id } }
}
