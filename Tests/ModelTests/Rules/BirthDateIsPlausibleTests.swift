import Testing

@testable import Model

@Suite("A plausible birth date")
struct BirthDateIsPlausibleTests {
  @Test func aBirthTomorrowIsRefused() {
    let findings = said { $0[Worker.birthDate] = .day(aDay("2024-10-01")) }
    #expect(findings.contains(Said("B04", .block, "birthDate")))
  }

  @Test func aBirthTodayIsNotInTheFuture() {
    let findings = said { $0[Worker.birthDate] = .day(aDay("2024-09-30")) }
    #expect(!findings.map(\.code).contains("B04"))
  }
}
