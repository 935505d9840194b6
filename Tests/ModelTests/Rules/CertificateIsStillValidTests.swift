import Testing

@testable import Model

@Suite("A certificate is valid for two years")
struct CertificateIsStillValidTests {
  @Test func oneDayMoreThanTwoYearsIsWarnedOf() {
    let findings = said { $0[Departure.orientationDate] = .day(aDay("2022-07-04")) }
    #expect(findings == [Said("W14", .warn, "orientationDate")])
  }

  @Test func twoYearsToTheDayPass() {
    #expect(said { $0[Departure.orientationDate] = .day(aDay("2022-07-05")) } == [])
  }
}
