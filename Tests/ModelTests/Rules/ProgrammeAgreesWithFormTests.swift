import Testing

@testable import Model

@Suite("Programme and contract form")
struct ProgrammeAgreesWithFormTests {
  private func going(_ programme: String, _ form: String) -> [String] {
    said {
      $0[Departure.programme] = .code(programme)
      $0[Departure.market] = CodeList.market(ofProgramme: programme).map { .code($0) } ?? .none
      $0[Departure.contractForm] = .code(form)
      $0[Departure.contractMonths] = .integer(12)
    }.map(\.code)
  }

  @Test func anotherFormThanTheUsualIsWarnedOf() {
    #expect(going("EPS", "SERVICE_ENT") == ["W07"])
    #expect(going("JP_SSW", "DIRECT") == ["W07"])
  }

  @Test func theUsualFormPasses() { #expect(going("EPS", "PUBLIC_UNIT") == []) }

  @Test func aProgrammeWithoutAUsualFormPasses() { #expect(going("JP_CARE", "DIRECT") == []) }
}
