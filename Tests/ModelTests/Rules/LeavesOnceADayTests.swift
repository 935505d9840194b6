import Testing

@testable import Model

@Suite("One departure a day")
struct LeavesOnceADayTests {
  private var register: Register {
    var book = Book()
    book.add(.sample())
    return book.register
  }

  @Test func theSameDayForAnotherMarketIsWarnedOf() {
    let findings = said(of: register) { $0[Departure.market] = .code("KR") }
    #expect(findings == [Said("W10", .warn, "departedOn")])
  }

  @Test func theSameMarketIsADuplicateAndNotThis() {
    #expect(!said(of: register) { _ in }.map(\.code).contains("W10"))
  }

  @Test func anotherPersonPasses() {
    let findings = said(of: register) {
      $0[Worker.citizenId] = .text("010204000999")
      $0[Worker.fullName] = .text("Lao động mẫu 99")
      $0[Departure.market] = .code("KR")
    }
    #expect(findings == [])
  }

  @Test func aRecordIsNotComparedWithItself() {
    #expect(said(of: register, correcting: 0) { $0[Departure.market] = .code("KR") } == [])
  }
}
