import Testing

@testable import Model

@Suite("Nobody comes back before leaving")
struct ReturnFollowsDepartureTests {
  @Test func aReturnTheDayBeforeIsRefused() {
    let findings = said {
      $0[DepartureEntry.status] = .code("RETURNED_EARLY")
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-07-04"))
    }
    #expect(findings == [Said("B10", .block, "returnedOn")])
  }

  @Test func aReturnOnTheSameDayPasses() {
    let findings = said {
      $0[DepartureEntry.status] = .code("RETURNED_EARLY")
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-07-05"))
    }
    #expect(findings == [])
  }
}
