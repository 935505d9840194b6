import Foundation
import Testing

@testable import Model

@Suite struct PlacesDataTests {
  private let places = Places.standard

  @Test func theUnitsOf2023AreThoseOfTheData() throws {
    let file = try DataFile.read(UnitFile.self, "units-2023.json")
    #expect(places.districts(of: .y2023).count == 9)
    #expect(places.communes(of: .y2023).count == 152)
    try check(file.province, .y2023, parent: nil, poor: nil)
    for district in try #require(file.districts) {
      try check(district, .y2023, parent: file.province.code, poor: district.poorDistrict)
    }
    for commune in file.communes {
      try check(commune, .y2023, parent: commune.districtCode, poor: commune.inPoorDistrict)
    }
    #expect(places.units(of: .y2023).count == 1 + 9 + file.communes.count)
  }

  @Test func theUnitsFromNovember2024LackTheMergedOneOnly() throws {
    let file = try DataFile.read(UnitFile.self, "units-2023.json")
    let ended = file.communes.filter { $0.endedOn != nil }
    #expect(ended.map(\.code) == ["02872"])
    #expect(places.communes(of: .y202411).count == 151)
    for commune in file.communes where commune.endedOn == nil {
      try check(commune, .y202411, parent: commune.districtCode, poor: commune.inPoorDistrict)
    }
    for commune in ended {
      #expect(places.unit(code: commune.code, catalogue: .y202411) == nil)
      let old = try #require(places.unit(code: commune.code, catalogue: .y2023))
      let next = try #require(places.successor(of: old.id))
      #expect(places[next].key == "02839@2024-11")
    }
  }

  @Test func theUnitsOf2025AreThoseOfTheData() throws {
    let file = try DataFile.read(UnitFile.self, "units-2025.json")
    #expect(places.districts(of: .y2025).isEmpty)
    #expect(places.communes(of: .y2025).count == 99)
    #expect(places.communes(of: .y2025).filter { places[$0].isOfPlan }.count == 48)
    try check(file.province, .y2025, parent: nil, poor: nil)
    for commune in file.communes {
      try check(commune, .y2025, parent: file.province.code, poor: nil)
      let unit = try #require(places.unit(code: commune.code, catalogue: .y2025))
      #expect(unit.isOfPlan == (commune.fromOldProvinceCode == "10"), "\(unit.fullName)")
    }
  }

  @Test func everyCommuneOf2023HasTheOneSuccessorOfTheData() throws {
    let file = try DataFile.read(MoveFile.self, "units-2023-to-2025.json")
    #expect(file.mapping.count == 152)
    #expect(Set(file.mapping.map(\.newCode)).count == 48)
    for move in file.mapping {
      let old = try #require(places.unit(code: move.oldCode, catalogue: .y2023))
      let new = try #require(places.unit(code: move.newCode, catalogue: .y2025))
      #expect(places.project(old.id, to: .y2025) == .unit(new.id), "\(old.fullName)")
    }
  }

  @Test func theCataloguesBeginOnTheDaysOfTheData() throws {
    let moves = try DataFile.read(MoveFile.self, "units-2023-to-2025.json")
    #expect(Catalogue.y2025.validFrom?.iso == moves.effective)
    #expect(Catalogue.y2025.validUntil == nil)
    let units = try DataFile.read(UnitFile.self, "units-2023.json")
    let ended = try #require(units.communes.compactMap(\.endedOn).first.flatMap { Day(iso: $0) })
    let start = try #require(Catalogue.y202411.validFrom)
    #expect(start.iso == "2024-11-01")
    #expect(ended == start || ended == start - 1)
    #expect(Catalogue.y2023.validUntil == start - 1)
    #expect(Catalogue(on: start) == .y202411)
    #expect(Catalogue(on: start - 1) == .y2023)
    #expect(Catalogue(on: .first) == .y2023)
    #expect(Catalogue(on: .last) == .y2025)
  }

  private func check(
    _ entry: UnitFile.Entry, _ catalogue: Catalogue, parent: String?, poor: Bool?
  ) throws {
    let unit = try #require(places.unit(code: entry.code, catalogue: catalogue), "\(entry.code)")
    #expect(unit.name == entry.name)
    #expect(unit.fullName == entry.fullName)
    #expect(unit.parent.map { places[$0].code } == parent)
    #expect(unit.poorDistrict == poor)
    #expect(unit.especiallyDisadvantaged == entry.especiallyDisadvantaged)
    #expect(places.aliases(of: unit.id) == entry.aliases ?? [])
    #expect(unit.key == entry.code + "@" + catalogue.rawValue)
    #expect(places.unit(key: unit.key) == unit)
  }
}
