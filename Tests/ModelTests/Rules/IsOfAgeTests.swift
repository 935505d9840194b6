import Testing

@testable import Model

@Suite("Eighteen years of age")
struct IsOfAgeTests {
  @Test func whoLeavesADayTooEarlyIsRefused() {
    let findings = said {
      $0[Worker.citizenId] = .text("010206000104")
      $0[Worker.birthDate] = .day(aDay("2006-07-06"))
    }
    #expect(findings == [Said("B05", .block, "birthDate")])
  }

  @Test func whoLeavesOnTheBirthdayPasses() {
    let findings = said {
      $0[Worker.citizenId] = .text("010206000104")
      $0[Worker.birthDate] = .day(aDay("2006-07-05"))
    }
    #expect(findings == [])
  }
}
