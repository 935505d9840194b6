import Testing

@testable import Model

@Suite("T2's area is known")
struct PovertyAreaIsKnownTests {
  /// Phố Ràng in Bảo Yên: no poor district, and nothing is published of the commune.
  static let unknown = "02947@2023"

  @Test func aPoorHouseholdOfAnUnknownAreaIsSaid() {
    #expect(said { $0.unit = aUnit(Self.unknown) } == [Said("N01", .hint, "householdClass")])
  }

  @Test func aPoorDistrictIsKnown() { #expect(said { $0.unit = aUnit("02728@2023") } == []) }

  @Test func onlyPoorHouseholdsAreAskedAbout() {
    let findings = said {
      $0.unit = aUnit(Self.unknown)
      $0[DepartureEntry.householdClass] = .code("NEAR_POOR")
    }
    #expect(findings == [])
  }

  @Test func aMarkOnTheDayOfDepartureMakesItKnown() {
    for (from, codes) in [("2024-07-05", []), ("2024-07-06", ["N01"])] {
      var book = Book()
      book.save([
        Edit(
          "mark/m",
          [
            ("unit", .unit(aUnit(Self.unknown))), ("mark", .text("especiallyDisadvantaged")),
            ("value", .flag(true)), ("from", .day(aDay(from))),
          ])
      ])
      #expect(said(of: book.register) { $0.unit = aUnit(Self.unknown) }.map(\.code) == codes, "\(from)")
    }
  }
}
