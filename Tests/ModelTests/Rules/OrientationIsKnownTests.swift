import Testing

@testable import Model

@Suite("Orientation is known")
struct OrientationIsKnownTests {
  @Test func whoLeftWithoutAKnownDateIsWarnedOf() {
    #expect(said { $0[Departure.orientationDate] = .none } == [Said("W13", .warn, "orientationDate")])
  }

  @Test func whoHasNotLeftYetMayStillBeTrained() {
    let findings = said {
      $0[Departure.orientationDate] = .none
      $0[Departure.departedOn] = .none
      $0[DepartureEntry.status] = .code("CONTRACT_SIGNED")
    }
    #expect(findings == [])
  }
}
