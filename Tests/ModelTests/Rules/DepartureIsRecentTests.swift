import Testing

@testable import Model

@Suite("A departure of these years")
struct DepartureIsRecentTests {
  private func leaving(_ day: String) -> [Said] {
    said {
      $0[Departure.departedOn] = .day(aDay(day))
      $0[Departure.orientationDate] = .day(aDay(day))
      $0[Departure.contractMonths] = .none
      $0[DepartureEntry.householdYear] = .none
      $0[Worker.citizenId] = .text("010084000104")
      $0[Worker.birthDate] = .day(aDay("1984-09-17"))
    }
  }

  @Test func aDayMoreThanFiveYearsAgoIsWarnedOf() {
    #expect(leaving("2019-09-29") == [Said("W19", .warn, "departedOn")])
    #expect(leaving("2010-01-01") == [Said("W19", .warn, "departedOn")])
  }

  @Test func fiveYearsToTheDayPass() { #expect(leaving("2019-09-30") == []) }
}
