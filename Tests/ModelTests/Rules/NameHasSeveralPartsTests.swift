import Testing

@testable import Model

@Suite("A full name")
struct NameHasSeveralPartsTests {
  @Test func oneWordAloneIsSaid() {
    #expect(said { $0[Worker.fullName] = .text("Mẫu") } == [Said("N05", .hint, "fullName")])
  }

  @Test func twoWordsPass() { #expect(said { $0[Worker.fullName] = .text("Lao Mẫu") } == []) }

  @Test func noNameAtAllIsAnotherMatter() {
    #expect(said { $0[Worker.fullName] = .none }.map(\.code) == ["B02"])
  }
}
