import Testing

@testable import Model

@Suite("No return lies ahead")
struct ReturnIsNotAheadTests {
  private func back(on day: String) -> [Said] {
    said {
      $0[DepartureEntry.status] = .code("RETURNED_EARLY")
      $0[DepartureEntry.returnedOn] = .day(aDay(day))
    }
  }

  @Test func aReturnTomorrowIsRefused() {
    #expect(back(on: "2024-10-01") == [Said("B17", .block, "returnedOn")])
  }

  @Test func aReturnTodayPasses() { #expect(back(on: "2024-09-30") == []) }
}
