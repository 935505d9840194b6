import Testing

@testable import Model

@Suite struct PlacesTests {
  private let places = Places.standard

  @Test func numbersAndKeysLeadToTheSameUnit() throws {
    for (index, unit) in places.units.enumerated() {
      #expect(unit.id.index == index)
      #expect(UnitID(index: index) == unit.id)
      #expect(places.unit(keyBytes: Array(places.key(of: unit.id).utf8)) == unit.id)
    }
    #expect(UnitID(index: places.count) == nil)
    #expect(UnitID(index: -1) == nil)
  }

  @Test(arguments: [
    "", "@", "02728", "02728@", "@2023", "02728@2024", "2728@2023", "002728@2023", "02728@2023 ",
    "99999@2025",
    "02872@2024-11", "082@2025", "10@2025", "15@2023",
  ])
  func whatIsNoKeyLeadsNowhere(key: String) {
    #expect(places.unit(key: key) == nil)
  }

  @Test func aCodeMeansAnotherUnitInAnotherCatalogue() {
    #expect(places.unit(key: "02647@2023")?.fullName == "Phường Kim Tân")
    #expect(places.unit(key: "02647@2025")?.fullName == "Phường Lào Cai")
    #expect(places.unit(key: "02647@2025")?.fullName(.en) == "Lào Cai Ward")
  }

  @Test func everyUnitLiesInItsParentAndProvince() {
    for catalogue in Catalogue.allCases {
      let province = places.province(of: catalogue)
      #expect(places[province].level == .province)
      #expect(places.units(of: catalogue).allSatisfy { $0.catalogue == catalogue })
      for unit in places.units(of: catalogue) {
        #expect(places.contains(province, unit.id))
        #expect(places.ancestor(of: unit.id, level: .province) == province)
        #expect(places.ancestor(of: unit.id, level: unit.level) == unit.id)
        if let parent = unit.parent { #expect(places.children(of: parent).contains(unit.id)) }
      }
    }
  }

  @Test func theDistrictsDivideTheCommunes() {
    for catalogue in [Catalogue.y2023, .y202411] {
      let communes = places.districts(of: catalogue).flatMap { places.communes(of: $0) }
      #expect(communes.count == Set(communes).count)
      #expect(Set(communes) == Set(places.communes(of: catalogue)))
      #expect(communes.allSatisfy { places.district(of: $0) != nil })
    }
    #expect(places.district(of: places.province(of: .y2023)) == nil)
    #expect(places.communes(of: .y2025).allSatisfy { places.district(of: $0) == nil })
  }

  @Test func aMergedUnitIsValidUntilTheDayBefore() throws {
    let merged = try #require(places.unit(key: "02872@2023"))
    let grown = try #require(places.unit(key: "02839@2024-11"))
    let first = try #require(Day(iso: "2024-11-01"))
    #expect(merged.isValid(on: first - 1))
    #expect(!merged.isValid(on: first))
    #expect(grown.isValid(on: first))
    #expect(!grown.isValid(on: first - 1))
    let other = try #require(places.unit(key: "02728@2023"))
    #expect(other.isValid(on: first))
    #expect(!other.isValid(on: try #require(Day(iso: "2025-07-01"))))
  }
}
