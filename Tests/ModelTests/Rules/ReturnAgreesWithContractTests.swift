import Testing

@testable import Model

@Suite("The return and the contract's length")
struct ReturnAgreesWithContractTests {
  /// Somebody who left on 05/01/2023 for twelve months.
  private func back(_ status: String, on day: String) -> [Said] {
    said {
      $0[Departure.departedOn] = .day(aDay("2023-01-05"))
      $0[Departure.orientationDate] = .day(aDay("2023-01-02"))
      $0[DepartureEntry.householdYear] = .integer(2023)
      $0[Departure.contractMonths] = .integer(12)
      $0[DepartureEntry.status] = .code(status)
      $0[DepartureEntry.returnedOn] = .day(aDay(day))
    }
  }

  @Test func inTimeAMonthAndADayTooEarlyIsWarnedOf() {
    #expect(back("RETURNED_ON_TIME", on: "2023-12-04") == [Said("W21", .warn, "returnedOn")])
    #expect(back("RETURNED_ON_TIME", on: "2023-12-05") == [])
  }

  @Test func earlyAfterTheEndIsWarnedOf() {
    #expect(back("RETURNED_EARLY", on: "2024-01-06") == [Said("W21", .warn, "returnedOn")])
    #expect(back("RETURNED_EARLY", on: "2024-01-05") == [])
  }

  @Test func anExtendedStayPassesInTime() {
    #expect(back("RETURNED_ON_TIME", on: "2024-08-01") == [])
  }
}
