import Testing

@testable import Model

@Suite("A usual age")
struct AgeIsUsualTests {
  private func born(_ day: String, _ id: String) -> [Said] {
    said {
      $0[Worker.citizenId] = .text(id)
      $0[Worker.birthDate] = .day(aDay(day))
    }
  }

  @Test func sixtyOneOnTheDayOfDepartureIsWarnedOf() {
    #expect(born("1963-07-05", "010063000104") == [Said("W20", .warn, "birthDate")])
  }

  @Test func aDayBeforeTheSixtyFirstBirthdayPasses() {
    #expect(born("1963-07-06", "010063000104") == [])
  }

  @Test func beforeTheDepartureTodayCounts() {
    let findings = said {
      $0[Worker.citizenId] = .text("010063000104")
      $0[Worker.birthDate] = .day(aDay("1963-09-30"))
      $0[DepartureEntry.status] = .code("REGISTERED")
      $0[Departure.departedOn] = .none
    }
    #expect(findings == [Said("W20", .warn, "birthDate")])
  }
}
