import Testing

@testable import Model

@Suite("The structure of a citizen id")
struct CitizenIdHasStructureTests {
  @Test(arguments: ["01020400010", "000204000104", "010904000104", "01020400010X"])
  func anIdOfAnotherStructureIsRefused(number: String) {
    #expect(said { $0[Worker.citizenId] = .text(number) } == [Said("B01", .block, "citizenId")])
  }

  @Test func twelveDigitsOfTheLegalStructurePass() {
    #expect(said { $0[Worker.citizenId] = .text("008204123456") } == [])
  }
}
