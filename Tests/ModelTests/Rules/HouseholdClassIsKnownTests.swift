import Testing

@testable import Model

@Suite("The household's class is known")
struct HouseholdClassIsKnownTests {
  @Test func whoLeftWithoutAClassIsSaid() {
    let findings = said { $0[DepartureEntry.householdClass] = .none }
    #expect(findings == [Said("N08", .hint, "householdClass")])
  }

  @Test(arguments: ["POOR", "NEAR_POOR", "OTHER"])
  func anyClassPasses(outcome: String) {
    #expect(said { $0[DepartureEntry.householdClass] = .code(outcome) } == [])
  }

  @Test func beforeLeavingItMayBeOpen() {
    let findings = said {
      $0[DepartureEntry.householdClass] = .none
      $0[Departure.departedOn] = .none
      $0[DepartureEntry.status] = .code("REGISTERED")
    }
    #expect(findings == [])
  }
}
