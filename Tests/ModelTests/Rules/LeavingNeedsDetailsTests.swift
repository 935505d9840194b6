import Testing

@testable import Model

@Suite("Who has left, when, where to and how")
struct LeavingNeedsDetailsTests {
  @Test(arguments: [Departure.departedOn, Departure.market, Departure.contractForm].map(\.key))
  func whoHasLeftNeedsEachOfThem(key: String) {
    let findings = said { $0.values[key] = nil }
    #expect(findings == [Said("B07", .block, key)])
  }

  @Test(arguments: ["REGISTERED", "VISA_GRANTED", "WITHDRAWN", "REJECTED"])
  func whoHasNotLeftNeedsNone(status: String) {
    let findings = said {
      $0[DepartureEntry.status] = .code(status)
      $0[Departure.departedOn] = .none
      $0[Departure.market] = .none
      $0[Departure.contractForm] = .none
    }
    #expect(findings == [])
  }
}
