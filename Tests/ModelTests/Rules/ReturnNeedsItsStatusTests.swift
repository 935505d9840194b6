import Testing

@testable import Model

@Suite("A date of return needs the status")
struct ReturnNeedsItsStatusTests {
  private func back(_ status: String) -> [String] {
    said {
      $0[DepartureEntry.status] = .code(status)
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-09-01"))
    }.map(\.code)
  }

  @Test(arguments: ["ABROAD", "EXTENDED", "CHANGED_EMPLOYER", "LEFT_CONTRACT", "OVERSTAY"])
  func whoIsStillAwayHasNoDateOfReturn(status: String) { #expect(back(status).contains("B13")) }

  @Test(arguments: ["RETURNED_EARLY", "DEPORTED", "LIQUIDATED", "REGISTERED"])
  func whoIsBackHasOne(status: String) { #expect(!back(status).contains("B13")) }

  @Test func whoNeverLeftIsNotBack() {
    let findings = said {
      $0[DepartureEntry.status] = .code("REGISTERED")
      $0[Departure.departedOn] = .none
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-09-01"))
    }
    #expect(findings.map(\.code).contains("B13"))
  }

  @Test func withoutTheDateEveryStatusPasses() {
    #expect(said { $0[DepartureEntry.status] = .code("EXTENDED") } == [])
  }
}
