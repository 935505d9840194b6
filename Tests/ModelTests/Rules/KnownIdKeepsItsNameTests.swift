import Testing

@testable import Model

@Suite("A known id under another name")
struct KnownIdKeepsItsNameTests {
  private var register: Register {
    var book = Book()
    book.add(
      .sample {
        $0[Departure.departedOn] = .day(aDay("2023-01-05"))
        $0[DepartureEntry.status] = .code("RETURNED_EARLY")
        $0[DepartureEntry.returnedOn] = .day(aDay("2023-06-05"))
      })
    return book.register
  }

  @Test func anotherNameIsWarnedOf() {
    let findings = said(of: register) { $0[Worker.fullName] = .text("Lao động mẫu 05") }
    #expect(findings == [Said("W03", .warn, "fullName")])
  }

  @Test func theSameNameWithoutMarksPasses() {
    #expect(said(of: register) { $0[Worker.fullName] = .text("LAO DONG MAU 04") } == [])
  }

  @Test func correctingTheNameIsNoContradiction() {
    let findings = said(of: register, correcting: 0) { $0[Worker.fullName] = .text("Lao động mẫu 05") }
    #expect(!findings.map(\.code).contains("W03"))
  }
}
