import Testing

@testable import Model

@Suite("A status follows the one before")
struct StatusFollowsTests {
  private func changed(from status: String, to next: String) -> [String] {
    var book = Book()
    func at(_ status: String) -> (inout DepartureEntry) -> Void {
      {
        $0[DepartureEntry.status] = .code(status)
        if Status(code: status)?.phase == .before { $0[Departure.departedOn] = .none }
      }
    }
    book.add(.sample(at(status)))
    return said(of: book.register, correcting: 0, after: at(next)).map(\.code)
  }

  @Test(arguments: [("ABROAD", "WITHDRAWN"), ("OVERSTAY", "EXTENDED"), ("WITHDRAWN", "VISA_PENDING")])
  func aStepAgainstTheOrderIsWarnedOf(from: String, to: String) {
    #expect(changed(from: from, to: to).contains("W18"))
  }

  @Test(arguments: [("ABROAD", "EXTENDED"), ("SELECTED", "TRAINING"), ("REGISTERED", "WITHDRAWN")])
  func theUsualStepPasses(from: String, to: String) {
    #expect(!changed(from: from, to: to).contains("W18"))
  }

  @Test(arguments: [("REGISTERED", "ABROAD"), ("INTERESTED", "VISA_GRANTED"), ("ABROAD", "LIQUIDATED")])
  func stepsMayBeLeftOut(from: String, to: String) {
    #expect(!changed(from: from, to: to).contains("W18"))
  }

  @Test func whoIsBackDoesNotBecomeWaitingByLeavingStepsOut() {
    #expect(!Status.abroad.leads(to: .visaGranted))
    #expect(Status.returnedEarly.leads(to: .registered))
  }

  @Test func anOddStepOnFileIsFoundAgain() {
    var book = Book()
    let row = book.add(.sample())
    book.save([
      Edit(
        "event/e",
        [
          ("departure", .link(book.register.key(.departure, row))), ("status", .code("REJECTED")),
          ("on", .day(aDay("2024-08-01"))),
        ])
    ])
    let entry = book.register.entry(row, today: book.today)
    let findings = Rule.findings(entry, RuleContext(book.register, today: book.today, correcting: row))
    #expect(findings.map(\.code) == ["W18"])
  }
}
