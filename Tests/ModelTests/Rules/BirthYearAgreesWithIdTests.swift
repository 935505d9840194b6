import Testing

@testable import Model

@Suite("Birth year and citizen id")
struct BirthYearAgreesWithIdTests {
  @Test func anotherYearThanTheIdsIsWarnedOf() {
    #expect(said { $0[Worker.birthDate] = .day(aDay("2003-09-17")) } == [Said("W02", .warn, "birthDate")])
  }

  @Test func theCenturyCountsToo() {
    let findings = said { $0[Worker.birthDate] = .day(aDay("1904-09-17")) }
    #expect(findings.contains(Said("W02", .warn, "birthDate")))
  }

  @Test func anyDayOfTheIdsYearPasses() {
    #expect(said { $0[Worker.birthDate] = .day(aDay("2004-01-01")) } == [])
  }
}
