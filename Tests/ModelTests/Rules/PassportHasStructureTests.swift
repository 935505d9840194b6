import Testing

@testable import Model

@Suite("The structure of a passport number")
struct PassportHasStructureTests {
  @Test(arguments: ["12345678", "C123456", "CC1234567", "C123456789", "C12345A7"])
  func aNumberOfAnotherStructureIsWarnedOf(number: String) {
    #expect(said { $0[Worker.passport] = .text(number) } == [Said("W05", .warn, "passport")])
  }

  @Test(arguments: ["C1234567", "P01234567", "c1234567"])
  func aLetterAndSevenOrEightDigitsPass(number: String) {
    #expect(said { $0[Worker.passport] = .text(number) } == [])
  }
}
