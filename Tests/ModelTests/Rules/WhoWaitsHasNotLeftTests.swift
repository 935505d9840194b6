import Testing

@testable import Model

@Suite("Who waits to leave has not left")
struct WhoWaitsHasNotLeftTests {
  @Test func aDateOfDepartureBesideSuchAStatusIsWarnedOf() {
    let findings = said { $0[DepartureEntry.status] = .code("VISA_GRANTED") }
    #expect(findings == [Said("W16", .warn, "departedOn")])
  }

  @Test func withoutTheDateItPasses() {
    let findings = said {
      $0[DepartureEntry.status] = .code("VISA_GRANTED")
      $0[Departure.departedOn] = .none
    }
    #expect(findings == [])
  }

  @Test func whoIsBackMayRegisterAgain() {
    let findings = said {
      $0[DepartureEntry.status] = .code("REGISTERED")
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-09-01"))
    }
    #expect(findings == [])
  }
}
