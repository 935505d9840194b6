import Testing

@testable import Model

@Suite("The contract before has ended")
struct EarlierContractHasEndedTests {
  /// Somebody who left in January 2023 and came back, or did not.
  private func register(backOn day: String?) -> Register {
    var book = Book()
    book.add(
      .sample {
        $0[Departure.departedOn] = .day(aDay("2023-01-05"))
        guard let day else { return }
        $0[DepartureEntry.status] = .code("RETURNED_EARLY")
        $0[DepartureEntry.returnedOn] = .day(aDay(day))
      })
    return book.register
  }

  @Test func whoIsStillAbroadCannotLeaveAgain() {
    #expect(said(of: register(backOn: nil)) { _ in } == [Said("W11", .warn, "departedOn")])
  }

  @Test func whoComesBackADayTooLateIsWarnedOf() {
    #expect(said(of: register(backOn: "2024-07-06")) { _ in } == [Said("W11", .warn, "departedOn")])
  }

  @Test func whoIsBackOnTheDayOfLeavingPasses() {
    #expect(said(of: register(backOn: "2024-07-05")) { _ in } == [])
  }
}
