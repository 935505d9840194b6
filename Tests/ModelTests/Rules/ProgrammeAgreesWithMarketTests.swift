import Testing

@testable import Model

@Suite("Programme and market")
struct ProgrammeAgreesWithMarketTests {
  private func going(_ programme: String, to market: String) -> [String] {
    said {
      $0[Departure.programme] = .code(programme)
      $0[Departure.market] = .code(market)
    }.map(\.code)
  }

  @Test func anotherMarketThanTheProgrammesIsWarnedOf() {
    #expect(going("EPS", to: "JP").contains("W06"))
    #expect(going("JP_INTERN", to: "KR") == ["W06"])
  }

  @Test func theProgrammesMarketPasses() { #expect(going("JP_INTERN", to: "JP") == []) }

  @Test func aProgrammeWithoutAMarketOfItsOwnPasses() { #expect(going("OTHER", to: "RO") == []) }
}
