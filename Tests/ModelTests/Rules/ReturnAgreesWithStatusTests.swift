import Testing

@testable import Model

@Suite("The date of return agrees with the status")
struct ReturnAgreesWithStatusTests {
  private var register: Register {
    var book = Book()
    book.add(.sample(returned))
    return book.register
  }

  @Sendable private func returned(_ entry: inout DepartureEntry) {
    entry[DepartureEntry.status] = .code("RETURNED_EARLY")
    entry[DepartureEntry.returnedOn] = .day(aDay("2024-09-01"))
  }

  @Test func whoIsBackKeepsTheDate() {
    #expect(said(of: register, correcting: 0, after: returned) == [])
  }

  @Test func whoIsSaidToBeAbroadAgainHasNone() {
    let findings = said(of: register, correcting: 0) {
      $0[DepartureEntry.returnedOn] = .day(aDay("2024-09-01"))
    }
    #expect(findings == [Said("B14", .block, "returnedOn")])
    #expect(said(of: register, correcting: 0) { _ in } == [])
  }

  @Test func aNewEntryIsNotAskedAboutWhatWas() {
    #expect(said { returned(&$0) }.isEmpty)
  }
}
