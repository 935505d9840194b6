import Testing

@testable import Model

@Suite("Statuses by date")
struct StatusByDateTests {
  private func status(_ register: Register, _ date: String) -> String? {
    Census(register, today: aDay(date)).status(of: 0)
  }

  private func event(_ id: String, _ status: String, _ date: String?) -> Edit {
    var fields: [(String, FieldValue)] = [("departure", .link("departure/a")), ("status", .code(status))]
    if let date { fields.append(("on", .day(aDay(date)))) }
    return Edit("event/\(id)", fields)
  }

  @Test func onAPastDayWhatHadHappenedByThenCounts() {
    var book = Book()
    book.save([Edit("departure/a", [])])
    book.save([event("3", "RETURNED_ON_TIME", "2024-06-30")])
    book.save([event("1", "REGISTERED", "2023-01-10")])
    book.save([event("2", "ABROAD", "2023-05-01")])
    let register = book.register
    #expect(status(register, "2023-01-09") == nil)
    #expect(status(register, "2023-01-10") == "REGISTERED")
    #expect(status(register, "2023-05-01") == "ABROAD")
    #expect(status(register, "2024-06-29") == "ABROAD")
    #expect(status(register, "2024-06-30") == "RETURNED_ON_TIME")
  }

  @Test func ofOneDayTheLaterLineCountsInWhateverOrderTheyArrive() {
    var book = Book()
    book.save([Edit("departure/a", [])])
    book.save([event("1", "ABROAD", "2024-01-01")])
    book.save([event("2", "LEFT_CONTRACT", "2024-01-01")])
    for lines in [book.lines, book.lines.reversed()] {
      #expect(status(Register(folding: lines), "2024-09-30") == "LEFT_CONTRACT")
    }
  }

  @Test func anEditOfAnOldEventDoesNotMakeItTheLatest() {
    var book = Book()
    book.save([Edit("departure/a", [])])
    book.save([event("1", "ABROAD", "2024-01-01")])
    book.save([event("2", "LEFT_CONTRACT", "2024-01-01")])
    book.save([Edit("event/1", [("reason", .text("ghi chú"))], basis: book.register.basis(of: "event/1"))])
    for lines in [book.lines, book.lines.reversed()] {
      #expect(status(Register(folding: lines), "2024-09-30") == "LEFT_CONTRACT")
    }
  }

  @Test func ofOneSaveTheLaterStatusOfTheListCounts() {
    var book = Book()
    let row = book.add(
      .sample {
        $0[DepartureEntry.status] = .code("RETURNED_EARLY")
        $0[DepartureEntry.returnedOn] = .day(aDay("2024-07-05"))
      })
    #expect(Census(book.register, today: book.today).status(of: row) == "RETURNED_EARLY")
  }

  @Test func aDeletedEventDoesNotCount() {
    var book = Book()
    book.save([Edit("departure/a", [])])
    book.save([event("1", "ABROAD", "2024-01-01")])
    book.save([event("2", "DECEASED", "2024-02-01")])
    book.save([Edit("event/2", [("deleted", .flag(true))])])
    #expect(status(book.register, "2024-09-30") == "ABROAD")
  }

  @Test func anEventWithoutADateComesBeforeAllOthers() {
    var book = Book()
    book.save([Edit("departure/a", [])])
    book.save([event("1", "ABROAD", "1999-01-01")])
    book.save([event("2", "REGISTERED", nil)])
    #expect(status(book.register, "2024-09-30") == "ABROAD")
    #expect(status(book.register, "1998-01-01") == "REGISTERED")
  }

  @Test func whoRegistersTodayWasNotRegisteredYesterday() {
    var book = Book()
    book.add(
      .sample {
        $0[DepartureEntry.status] = .code("REGISTERED")
        $0[Departure.departedOn] = .none
      })
    #expect(status(book.register, "2024-09-29") == nil)
    #expect(status(book.register, "2024-09-30") == "REGISTERED")
  }
}
