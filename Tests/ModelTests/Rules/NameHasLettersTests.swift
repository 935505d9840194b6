import Testing

@testable import Model

@Suite("A name has letters")
struct NameHasLettersTests {
  @Test(arguments: ["010204000902", "17 09", "12/BD".replacing("BD", with: ""), "-"])
  func aNameWithoutALetterIsRefused(name: String) {
    let findings = said { $0[Worker.fullName] = .text(name) }
    #expect(findings.contains(Said("B18", .block, "fullName")), "\(findings)")
  }

  @Test(arguments: ["Lao động mẫu 99", "Ân", "A1"])
  func anyLetterWillDo(name: String) {
    let findings = said { $0[Worker.fullName] = .text(name) }
    #expect(!findings.contains { $0.level == .block }, "\(findings)")
  }
}
