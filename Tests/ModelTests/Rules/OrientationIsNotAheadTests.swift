import Testing

@testable import Model

@Suite("No completed course lies ahead")
struct OrientationIsNotAheadTests {
  private func trained(on day: String) -> [Said] {
    said {
      $0[DepartureEntry.status] = .code("CONTRACT_SIGNED")
      $0[Departure.departedOn] = .none
      $0[Departure.orientationDate] = .day(aDay(day))
    }
  }

  @Test func aCourseCompletedTomorrowIsRefused() {
    #expect(trained(on: "2024-10-01") == [Said("B16", .block, "orientationDate")])
  }

  @Test func aCourseCompletedTodayPasses() { #expect(trained(on: "2024-09-30") == []) }
}
