import Testing

@testable import Model

@Suite("A known passport with another citizen id")
struct PassportHasOneHolderTests {
  private var book: Book {
    var book = Book()
    book.add(
      .sample {
        $0[Worker.passport] = .text("C1234567")
        $0[Departure.departedOn] = .day(aDay("2023-01-05"))
        $0[DepartureEntry.status] = .code("RETURNED_EARLY")
        $0[DepartureEntry.returnedOn] = .day(aDay("2023-06-05"))
      })
    return book
  }

  private func other(_ entry: inout DepartureEntry) {
    entry[Worker.passport] = .text("C1234567")
    entry[Worker.citizenId] = .text("010204000999")
  }

  @Test func isWarnedOf() {
    #expect(said(of: book.register, after: other).contains(Said("W04", .warn, "passport")))
  }

  @Test func isKeptAsARecordOfItsOwn() {
    var book = book
    book.add(.sample(other))
    #expect(book.register.records(.worker).count == 2)
    #expect(book.register.text(Worker.citizenId, 0) == "010204000104")
    #expect(book.register.text(Worker.citizenId, 1) == "010204000999")
    #expect(book.register.text(Worker.passport, 1) == "C1234567")
  }

  @Test func withoutACitizenIdThePassportTellsThePerson() {
    var book = book
    #expect(
      said(of: book.register) {
        $0[Worker.passport] = .text("C1234567"); $0[Worker.citizenId] = .none
      } == [])
    book.add(
      .sample {
        $0[Worker.passport] = .text("C1234567")
        $0[Worker.citizenId] = .none
      })
    #expect(book.register.records(.worker) == [0])
  }

  @Test func correctingTheIdOfItsHolderIsNoContradiction() {
    #expect(!said(of: book.register, correcting: 0, after: other).map(\.code).contains("W04"))
  }
}
