import Testing

@testable import Model

@Suite("T4: incidents")
struct IncidentTests {
  private func incident(
    _ book: inout Book, _ type: String, _ date: String, closed: String? = nil, state: String? = nil,
    from place: String = "02728@2023"
  ) {
    var fields: [(String, FieldValue)] = [
      ("type", .code(type)), ("on", .day(aDay(date))), ("commune", .unit(aUnit(place))),
      ("state", .text(state ?? (closed == nil ? "open" : "closed"))),
    ]
    if let closed { fields.append(("closedOn", .day(aDay(closed)))) }
    book.save([Edit("incident/\(book.lines.count)", fields)])
  }

  private func cases(_ book: Book, _ type: String, year: Int = 2024, today: String = "2024-09-30") -> [Int] {
    let found = book.progress(year: year, today: today).t4.first { $0.type == type }
    return found.map { [$0.open, $0.closed] } ?? []
  }

  @Test func eachTypeIsCountedForItself() {
    var book = Book()
    for type in CodeList.violationTypes.codes { incident(&book, type.code, "2024-03-01") }
    #expect(book.progress().t4.map(\.type) == ["ILLEGAL_DEPARTURE", "HOST_LAW", "ILLEGAL_STAY"])
    #expect(book.progress().t4.map(\.open) == [1, 1, 1])
  }

  @Test func thoseOfTheYearCountOpenAndClosed() {
    var book = Book()
    incident(&book, "HOST_LAW", "2024-03-01")
    incident(&book, "HOST_LAW", "2024-03-01", closed: "2024-05-01")
    #expect(cases(book, "HOST_LAW") == [1, 1])
  }

  @Test func thoseStillOpenFromBeforeCountAndTheClosedDoNot() {
    var book = Book()
    incident(&book, "HOST_LAW", "2023-03-01")
    incident(&book, "HOST_LAW", "2023-03-01", closed: "2023-12-01")
    #expect(cases(book, "HOST_LAW") == [1, 0])
    #expect(cases(book, "HOST_LAW", year: 2023) == [1, 1])
    #expect(cases(book, "HOST_LAW", year: 2022) == [0, 0])
  }

  @Test func beforeTheDayOfClosingACaseWasOpen() {
    var book = Book()
    incident(&book, "ILLEGAL_STAY", "2023-03-01", closed: "2024-05-01")
    #expect(cases(book, "ILLEGAL_STAY", today: "2024-04-30") == [1, 0])
    #expect(cases(book, "ILLEGAL_STAY", today: "2024-05-01") == [0, 0])
  }

  @Test func whatLiesAheadDoesNotCountYet() {
    var book = Book()
    incident(&book, "HOST_LAW", "2024-10-01")
    #expect(cases(book, "HOST_LAW") == [0, 0])
  }

  @Test func aStatusAloneIsNoIncident() {
    var book = Book()
    book.leave("2024-03-01") { $0[DepartureEntry.status] = .code("OVERSTAY") }
    #expect(book.progress().t4.allSatisfy { $0.open + $0.closed == 0 })
  }

  @Test func aUnitHasItsOwnCases() {
    var book = Book()
    incident(&book, "HOST_LAW", "2024-03-01", from: "02635@2023")
    #expect(book.progress("080@2023").t4[1].open == 1)
    #expect(book.progress("082@2023").t4[1].open == 0)
  }
}
