import Testing

@testable import Model

@Suite("A commune that existed")
struct CommuneIsValidTests {
  @Test(arguments: ["10@2023", "082@2023"])
  func onlyACommuneWillDo(key: String) {
    #expect(said { $0.unit = aUnit(key) } == [Said("B06", .block, "commune")])
  }

  @Test func noCommuneAtAllIsRefused() {
    #expect(said { $0.unit = nil } == [Said("B06", .block, "commune")])
  }

  @Test func aCommuneOf2025IsNotThereIn2024() {
    #expect(said { $0.unit = aUnit("02728@2025") } == [Said("B06", .block, "commune")])
  }

  @Test func aCommuneOutsideThePlanIsRefused() {
    let outside = Places.standard.communes(of: .y2025).first { !Places.standard[$0].isOfPlan }
    #expect(outside != nil)
    #expect(said { $0.unit = outside } == [Said("B06", .block, "commune")])
  }

  @Test func beforeTheDepartureAnyCommuneOfThePlanWillDo() {
    let findings = said {
      $0.unit = aUnit("02728@2025")
      $0[Departure.departedOn] = .none
      $0[DepartureEntry.status] = .code("REGISTERED")
    }
    #expect(findings == [])
  }
}
