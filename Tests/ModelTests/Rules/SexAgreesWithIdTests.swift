import Testing

@testable import Model

@Suite("Sex and citizen id")
struct SexAgreesWithIdTests {
  @Test func aWomanWithAMansIdIsWarnedOf() {
    #expect(said { $0[Worker.sex] = .code("F") } == [Said("W01", .warn, "sex")])
  }

  @Test func aWomanWithAWomansIdPasses() {
    let findings = said {
      $0[Worker.sex] = .code("F")
      $0[Worker.citizenId] = .text("010304000104")
    }
    #expect(findings == [])
  }

  @Test func withoutAnIdNothingIsCompared() {
    let findings = said {
      $0[Worker.sex] = .code("F")
      $0[Worker.citizenId] = .none
      $0[Worker.passport] = .text("C1234567")
    }
    #expect(findings == [])
  }
}
