import Testing

@testable import Model

@Suite("The same departure twice")
struct IsNoDuplicateTests {
  private var register: Register {
    var book = Book()
    book.add(.sample())
    return book.register
  }

  @Test func samePersonDayAndMarketIsRefused() {
    #expect(said(of: register) { _ in } == [Said("B09", .block, "departedOn")])
  }

  @Test func anotherDayOrMarketPasses() {
    for findings in [
      said(of: register) { $0[Departure.departedOn] = .day(aDay("2024-07-06")) },
      said(of: register) { $0[Departure.market] = .code("KR") },
    ] { #expect(!findings.map(\.code).contains("B09")) }
  }

  @Test func aDepartureIsNoDuplicateOfItself() {
    #expect(said(of: register, correcting: 0) { _ in } == [])
  }

  @Test func aDepartureThatWasTakenBackIsNoObstacle() throws {
    var book = Book()
    book.add(.sample())
    book.save(try #require(book.register.undoing(book.register.lines.id(0))))
    #expect(said(of: book.register) { _ in } == [])
  }

  @Test func aSecondRecordOfThePersonIsLookedAtToo() {
    var book = Book()
    book.save([Edit("worker/other", [("citizenId", .text("010204000104"))])])
    book.save([
      Edit("worker/same", [("citizenId", .text("010204000104"))]),
      Edit(
        "departure/theirs",
        [
          ("worker", .link("worker/same")), ("market", .code("JP")), ("departedOn", .day(aDay("2024-07-05"))),
        ]),
    ])
    #expect(said(of: book.register) { $0[Worker.fullName] = .text("Lao động mẫu 04") }.map(\.code) == ["B09"])
  }
}
