import Testing

@testable import Model

@Suite("A name is needed")
struct NameIsNeededTests {
  @Test func anEntryWithoutANameIsRefused() {
    #expect(said { $0[Worker.fullName] = .none } == [Said("B02", .block, "fullName")])
  }

  @Test func anyNameWillDo() {
    #expect(said { $0[Worker.fullName] = .text("Lao động mẫu 99") } == [])
  }
}
