import Testing

@testable import Model

@Suite("The contract is still running")
struct ContractIsStillRunningTests {
  private func leaving(_ day: String, _ status: String = "ABROAD") -> [Said] {
    said {
      $0[Departure.departedOn] = .day(aDay(day))
      $0[Departure.orientationDate] = .day(aDay(day))
      $0[DepartureEntry.householdYear] = .none
      $0[Departure.contractMonths] = .integer(12)
      $0[DepartureEntry.status] = .code(status)
    }
  }

  @Test func whoIsAbroadADayAfterTheEndIsSaid() {
    #expect(leaving("2023-09-29") == [Said("N03", .hint, "status")])
  }

  @Test func theLastDayPasses() { #expect(leaving("2023-09-30") == []) }

  @Test func anExtendedContractPasses() { #expect(leaving("2023-01-01", "EXTENDED") == []) }
}
