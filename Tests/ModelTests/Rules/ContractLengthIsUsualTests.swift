import Testing

@testable import Model

@Suite("A usual contract length")
struct ContractLengthIsUsualTests {
  private func lasting(_ months: Int, _ programme: String? = nil) -> [Said] {
    said {
      $0[Departure.contractMonths] = .integer(months)
      guard let programme else { return }
      $0[Departure.programme] = .code(programme)
      $0[Departure.market] = CodeList.market(ofProgramme: programme).map { .code($0) } ?? .none
      $0[Departure.contractForm] = .code(CodeList.form(ofProgramme: programme) ?? "SERVICE_ENT")
    }
  }

  @Test func aMonthBeyondTheUsualIsWarnedOf() {
    #expect(lasting(61) == [Said("W08", .warn, "contractMonths")])
    #expect(lasting(5) == [Said("W08", .warn, "contractMonths")])
  }

  @Test func halfAYearToFiveYearsPass() {
    for months in [6, 36, 60] { #expect(lasting(months) == [], "\(months)") }
  }

  @Test(arguments: ["KR_SEASONAL", "CN_BORDER"])
  func seasonalAndBorderWorkIsShort(programme: String) {
    #expect(lasting(12, programme) == [])
    #expect(!lasting(1, programme).map(\.code).contains("W08"))
    #expect(lasting(13, programme) == [Said("W08", .warn, "contractMonths")])
  }
}
