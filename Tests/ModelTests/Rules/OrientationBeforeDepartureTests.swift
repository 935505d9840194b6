import Testing

@testable import Model

@Suite("Orientation before departure")
struct OrientationBeforeDepartureTests {
  @Test func orientationTheDayAfterIsWarnedOf() {
    let findings = said { $0[Departure.orientationDate] = .day(aDay("2024-07-06")) }
    #expect(findings == [Said("W12", .warn, "orientationDate")])
  }

  @Test func orientationOnTheDayOfDeparturePasses() {
    #expect(said { $0[Departure.orientationDate] = .day(aDay("2024-07-05")) } == [])
  }
}
