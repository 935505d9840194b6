import Testing

@testable import Model

@Suite("T2's area")
struct HouseholdIsInPovertyAreaTests {
  /// Cốc Lếu in the city of Lào Cai: neither a poor district nor a disadvantaged commune.
  static let outside = "02644@2023"

  @Test func aPoorHouseholdOutsideTheAreaIsSaid() {
    #expect(said { $0.unit = aUnit(Self.outside) } == [Said("N02", .hint, "householdClass")])
  }

  @Test func aPoorHouseholdOfAPoorDistrictPasses() {
    #expect(said { $0.unit = aUnit("02728@2023") } == [])
  }

  @Test func beforeTheDepartureNothingIsSaid() {
    let findings = said {
      $0.unit = aUnit(Self.outside)
      $0[Departure.departedOn] = .none
      $0[DepartureEntry.status] = .code("REGISTERED")
    }
    #expect(findings == [])
  }
}
