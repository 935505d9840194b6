import Testing

@testable import Model

@Suite("A return has its date")
struct ReturnIsDatedTests {
  private func back(on day: String?) -> [Said] {
    said {
      $0[DepartureEntry.status] = .code("RETURNED_EARLY")
      $0[DepartureEntry.returnedOn] = day.map { .day(aDay($0)) } ?? .none
    }
  }

  @Test func aReturnWithoutADateIsSaid() { #expect(back(on: nil) == [Said("N10", .hint, "returnedOn")]) }

  @Test func aDatedReturnPasses() { #expect(back(on: "2024-09-30") == []) }

  @Test func whoIsAbroadNeedsNone() { #expect(said { _ in } == []) }
}
