import Testing

@testable import Model

@Suite("A person is known by a number")
struct IdentityIsNeededTests {
  @Test func aPersonWithoutIdAndPassportIsRefused() {
    #expect(said { $0[Worker.citizenId] = .none } == [Said("B03", .block, "citizenId")])
  }

  @Test func aPassportAloneWillDo() {
    let findings = said {
      $0[Worker.citizenId] = .none
      $0[Worker.passport] = .text("C1234567")
    }
    #expect(findings == [])
  }
}
