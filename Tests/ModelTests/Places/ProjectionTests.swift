import Testing

@testable import Model

@Suite struct ProjectionTests {
  private let places = Places.standard

  private func unit(_ key: String) throws -> UnitID { try #require(places.unit(key: key)).id }

  @Test func everyCommuneGoesForwardToExactlyOne() {
    for catalogue in Catalogue.allCases {
      for later in Catalogue.allCases where later >= catalogue {
        for commune in places.communes(of: catalogue) {
          guard case .unit(let next) = places.project(commune, to: later) else {
            Issue.record("\(places.key(of: commune)) has no successor in \(later)")
            continue
          }
          #expect(places[next].catalogue == later)
          #expect(places[next].level == .commune)
        }
      }
    }
  }

  @Test func projectingIntoTheOwnCatalogueChangesNothing() {
    for unit in places.units { #expect(places.project(unit.id, to: unit.catalogue) == .unit(unit.id)) }
  }

  @Test func theMergedCommuneBecomesTheTown() throws {
    #expect(places.project(try unit("02872@2023"), to: .y202411) == .unit(try unit("02839@2024-11")))
    #expect(places.project(try unit("02872@2023"), to: .y2025) == .unit(try unit("02839@2025")))
    let district = try unit("085@2023")
    #expect(places.project(try unit("02839@2024-11"), to: .y2023) == .unknown(district: district))
  }

  @Test func provincesAndDistrictsKeepTheirPlace() throws {
    #expect(places.project(try unit("10@2023"), to: .y2025) == .unit(try unit("15@2025")))
    #expect(places.project(try unit("15@2025"), to: .y2023) == .unit(try unit("10@2023")))
    #expect(places.project(try unit("082@2023"), to: .y202411) == .unit(try unit("082@2024-11")))
    #expect(places.project(try unit("082@2024-11"), to: .y2023) == .unit(try unit("082@2023")))
    #expect(places.project(try unit("082@2023"), to: .y2025) == .unknown(district: nil))
  }

  @Test func backwardAnUnchangedCommuneIsItself() throws {
    #expect(places.project(try unit("03085@2025"), to: .y2023) == .unit(try unit("03085@2023")))
    #expect(places.project(try unit("03004@2025"), to: .y2023) == .unit(try unit("03004@2023")))
  }

  @Test func backwardACommuneIsKnownOnlyAsFarAsItsOriginsAgree() throws {
    var kinds = (single: 0, district: 0, unknown: 0)
    for commune in places.communes(of: .y2025) where places[commune].isOfPlan {
      let origins = places.communes(of: .y2023).filter { places.project($0, to: .y2025) == .unit(commune) }
      #expect(places.origins(of: commune, in: .y2023) == origins)
      let districts = Set(origins.compactMap { places.district(of: $0) })
      switch places.project(commune, to: .y2023) {
      case .unit(let old):
        #expect(origins == [old])
        kinds.single += 1
      case .unknown(let district?):
        #expect(origins.count > 1 && districts == [district])
        kinds.district += 1
      case .unknown(nil):
        #expect(districts.count > 1)
        kinds.unknown += 1
      }
    }
    #expect(kinds == (single: 2, district: 41, unknown: 5))
  }

  @Test func communesOfOldYenBaiHaveNoPlaceIn2023() {
    for commune in places.communes(of: .y2025) where !places[commune].isOfPlan {
      #expect(places.project(commune, to: .y2023) == .unknown(district: nil))
      #expect(places.origins(of: commune, in: .y2023).isEmpty)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func totalsAgreeAcrossCatalogues(seed: UInt64) {
    var chance = Seeded(seed)
    let records = (0..<2_000).map { _ in
      let catalogue = Catalogue.allCases[Int.random(in: 0..<3, using: &chance)]
      let communes = places.communes(of: catalogue).filter { places[$0].isOfPlan }
      return communes[Int.random(in: 0..<communes.count, using: &chance)]
    }
    for catalogue in Catalogue.allCases {
      var rows: [UnitID: Int] = [:]
      var unknown: [UnitID?: Int] = [:]
      for record in records {
        switch places.project(record, to: catalogue) {
        case .unit(let unit): rows[unit, default: 0] += 1
        case .unknown(let district): unknown[district, default: 0] += 1
        }
      }
      #expect(rows.values.reduce(0, +) + unknown.values.reduce(0, +) == records.count, "seed \(seed)")
      #expect(
        rows.keys.allSatisfy { places[$0].isOfPlan && places[$0].catalogue == catalogue }, "seed \(seed)")
      #expect(unknown.keys.compactMap { $0 }.allSatisfy { places[$0].catalogue == catalogue }, "seed \(seed)")
      if catalogue == .y2025 { #expect(unknown.isEmpty, "seed \(seed)") }
    }
  }

  @Test func goingForwardAndBackNeverLandsElsewhere() {
    for commune in places.communes(of: .y2023) {
      guard case .unit(let new) = places.project(commune, to: .y2025) else { continue }
      switch places.project(new, to: .y2023) {
      case .unit(let old): #expect(old == commune)
      case .unknown(let district?): #expect(district == places.district(of: commune))
      case .unknown(nil): #expect(Set(places.origins(of: new, in: .y2023)).contains(commune))
      }
    }
  }

  @Test func formerAndLaterNamesAreKept() throws {
    let ward = try unit("02647@2025")
    #expect(places.formerNames(of: ward).contains("Phường Kim Tân"))
    #expect(places.formerNames(of: ward).contains("Xã Vạn Hoà"))
    #expect(!places.formerNames(of: ward).contains("Phường Lào Cai"))
    #expect(places.laterNames(of: try unit("02872@2023")) == ["Thị trấn Bắc Hà", "Xã Bắc Hà"])
    #expect(places.formerNames(of: try unit("02839@2024-11")) == ["Xã Tà Chải"])
    #expect(places.laterNames(of: ward).isEmpty)
  }
}
