import Testing

@testable import Model

@Suite("The household's class of the right year")
struct ClassIsOfTheRightYearTests {
  @Test(arguments: [2023, 2025])
  func anotherYearThanThatOfTheDepartureIsWarnedOf(year: Int) {
    let findings = said { $0[DepartureEntry.householdYear] = .integer(year) }
    #expect(findings == [Said("W09", .warn, "householdYear")])
  }

  @Test func theYearOfDeparturePassesAndSoDoesNone() {
    #expect(said { $0[DepartureEntry.householdYear] = .integer(2024) } == [])
    #expect(said { $0[DepartureEntry.householdYear] = .none } == [])
  }

  @Test func beforeTheDepartureOnlyAYearAheadIsWarnedOf() {
    for (year, codes) in [(2023, []), (2024, []), (2025, ["W09"])] {
      let findings = said {
        $0[DepartureEntry.householdYear] = .integer(year)
        $0[Departure.departedOn] = .none
        $0[DepartureEntry.status] = .code("REGISTERED")
      }
      #expect(findings.map(\.code) == codes, "\(year)")
    }
  }
}
