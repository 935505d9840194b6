import Testing

@testable import Model

@Suite("From selection to departure")
struct SelectionLeadsToDepartureTests {
  /// Somebody who was selected on a day and has not left, or has.
  private func selected(on day: String, leaving left: String? = nil, form: String = "SERVICE_ENT") -> [String]
  {
    var book = Book()
    book.add(
      .sample {
        $0[DepartureEntry.status] = .code("SELECTED")
        $0[Departure.departedOn] = .none
      }, on: day)
    return said(of: book.register, correcting: 0) {
      $0[Departure.contractForm] = .code(form)
      $0[Departure.departedOn] = left.map { .day(aDay($0)) } ?? .none
      $0[DepartureEntry.status] = .code(left == nil ? "SELECTED" : "ABROAD")
    }.map(\.code)
  }

  @Test func aHundredAndEightyOneDaysAreWarnedOf() { #expect(selected(on: "2024-04-02") == ["W23"]) }

  @Test func aHundredAndEightyDaysPass() { #expect(selected(on: "2024-04-03") == []) }

  @Test func theDayOfDepartureCountsOnceItIsKnown() {
    #expect(selected(on: "2024-01-07", leaving: "2024-07-05") == [])
    #expect(selected(on: "2024-01-06", leaving: "2024-07-05") == ["W23"])
  }

  @Test func otherFormsHaveNoSuchTerm() { #expect(selected(on: "2024-01-01", form: "PUBLIC_UNIT") == []) }
}
