import Testing

@testable import Model

@Suite("A phone number that can be dialled")
struct PhoneIsDialledTests {
  @Test(arguments: ["912345678", "091234567", "091234567890", "+8412345678"])
  func anotherNumberIsSaid(number: String) {
    #expect(said { $0[Worker.phone] = .text(number) } == [Said("N04", .hint, "phone")])
  }

  @Test(arguments: ["0912345678", "0912 345 678", "02143.820.100", "+84912345678"])
  func aUsualNumberPasses(number: String) {
    #expect(said { $0[Worker.phone] = .text(number) } == [])
  }
}
