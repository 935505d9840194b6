import Testing

@testable import Model

@Suite("The end of the contract")
struct ExtendingTests {
  /// A departure for twelve months from 05/01/2023, extended to a day.
  private func book(until: String?) -> Book {
    var book = Book()
    book.add(
      .sample {
        $0[Departure.departedOn] = .day(aDay("2023-01-05"))
        $0[Departure.contractMonths] = .integer(12)
      })
    if let until {
      book.save([
        Edit(
          "event/x",
          [
            ("departure", .link(book.register.key(.departure, 0))), ("status", .code("EXTENDED")),
            ("on", .day(aDay("2023-12-01"))), ("until", .day(aDay(until))),
          ])
      ])
    }
    return book
  }

  private func said(_ book: Book, _ status: String, back: String? = nil) -> [String] {
    var entry = book.register.entry(0, today: book.today)
    entry[DepartureEntry.status] = .code(status)
    entry[DepartureEntry.returnedOn] = back.map { .day(aDay($0)) } ?? .none
    let context = RuleContext(book.register, today: aDay("2024-09-30"), correcting: 0)
    return Rule.findings(entry, context).map(\.code).filter { $0 == "N03" || $0 == "W21" }
  }

  @Test func itIsCountedInMonthsUntilSomebodyExtendsIt() {
    #expect(book(until: nil).register.contractEnd(0)?.iso == "2024-01-05")
    #expect(book(until: "2025-01-05").register.contractEnd(0)?.iso == "2025-01-05")
  }

  @Test func anExtendedContractThatHasEndedIsSaid() {
    #expect(said(book(until: "2025-01-05"), "EXTENDED") == [])
    #expect(said(book(until: "2024-08-05"), "EXTENDED") == ["N03"])
    #expect(said(book(until: "2024-08-05"), "CHANGED_EMPLOYER") == ["N03"])
  }

  @Test func aReturnIsJudgedByTheExtendedEnd() {
    #expect(said(book(until: "2025-01-05"), "RETURNED_ON_TIME", back: "2024-09-01") == ["W21"])
    #expect(said(book(until: "2024-09-05"), "RETURNED_ON_TIME", back: "2024-09-01") == [])
    #expect(said(book(until: "2025-01-05"), "RETURNED_EARLY", back: "2024-09-01") == [])
  }
}
