import Testing

@testable import Model

@Suite("No departure lies ahead")
struct DepartureIsNotAheadTests {
  @Test func aDepartureTomorrowIsRefused() {
    #expect(
      said { $0[Departure.departedOn] = .day(aDay("2024-10-01")) } == [Said("B08", .block, "departedOn")])
  }

  @Test func aDepartureTodayPasses() {
    #expect(said { $0[Departure.departedOn] = .day(aDay("2024-09-30")) } == [])
  }

  @Test func aPlannedDepartureMayLieAhead() {
    #expect(said { $0[Departure.plannedOn] = .day(aDay("2024-12-24")) } == [])
  }
}
