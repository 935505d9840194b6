import Testing

@testable import Model

@Suite("What a phone number is made of")
struct PhoneHasDigitsTests {
  @Test(arguments: [
    "09123x5678", "0912", "1234567", "1234567890123456", "không có", "+", "0912/345678", "٠٩١٢٣٤٥٦٧٨",
  ])
  func anythingElseIsRefused(number: String) {
    let findings = said { $0[Worker.phone] = .text(number) }
    #expect(findings.contains(Said("B19", .block, "phone")), "\(findings)")
  }

  @Test(arguments: ["12345678", "+84 912.345-678", "123456789012345", "0912345678"])
  func digitsWithWhatPartsThemPass(number: String) {
    let findings = said { $0[Worker.phone] = .text(number) }
    #expect(!findings.contains { $0.level == .block }, "\(findings)")
  }
}
