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

  @Test func aReturnWithoutADateIsRefused() { #expect(back(on: nil) == [Said("B22", .block, "returnedOn")]) }

  @Test func soIsOneThatLosesItsDate() {
    var book = Book()
    book.add(
      .sample {
        $0[DepartureEntry.status] = .code("RETURNED_EARLY");
        $0[DepartureEntry.returnedOn] = .day(aDay("2024-09-01"))
      })
    let findings = said(of: book.register, correcting: 0) {
      $0[DepartureEntry.status] = .code("RETURNED_EARLY")
    }
    #expect(findings == [Said("B22", .block, "returnedOn")])
  }

  @Test func aDatedReturnPasses() { #expect(back(on: "2024-09-30") == []) }

  @Test func whoIsAbroadNeedsNone() { #expect(said { _ in } == []) }
}
