import Testing

@testable import Model

@Suite struct PlaceSearchTests {
  private let places = Places.standard
  private let then = Day(year: 2024, month: 9, day: 30) ?? .first
  private let now = Day(year: 2026, month: 3, day: 1) ?? .first

  private func names(
    _ query: String, on day: Day? = nil, in key: String? = nil, levels: [Unit.Level] = [.commune]
  ) -> [String] {
    places.find(query, on: day, in: key.flatMap { places.unit(key: $0)?.id }, levels: levels)
      .map { places[$0.unit].fullName }
  }

  @Test(arguments: [
    ("muong hum", "Xã Mường Hum"), ("Mường Hum", "Xã Mường Hum"), ("muong hu", "Xã Mường Hum"),
    ("muonghum", "Xã Mường Hum"),
    ("mu hu", "Xã Mường Hum"), ("xa muong hum", "Xã Mường Hum"), ("a lu", "Xã A Lù"),
    ("02728", "Xã Mường Hum"),
    ("y ty", "Xã Y Tý"), ("van hòa", "Xã Vạn Hoà"), ("nam dang", "Xã Nậm Rạng"),
    ("phong hai", "Thị trấn N.T Phong Hải"),
  ])
  func theFirstCommuneFoundIsTheOneMeant(query: String, name: String) {
    #expect(names(query, on: then).first == name)
  }

  @Test func initialsFindADistrict() {
    #expect(names("bx", on: then, levels: [.district]) == ["Huyện Bát Xát"])
    #expect(names("smc", on: then, levels: [.district]) == ["Huyện Si Ma Cai"])
  }

  @Test func betterFitsComeFirst() {
    let found = places.find("lao cai", on: then)
    #expect(found.prefix(3).map { places[$0.unit].level } == [.province, .district, .commune])
    let fits = places.find("ban", on: then).map(\.fit)
    #expect(fits == fits.sorted())
    #expect(fits.count > 2)
  }

  @Test func levelsDistrictsAndDaysNarrowTheSearch() {
    #expect(names("thanh binh", on: then).count == 2)
    #expect(names("thanh binh", on: then, in: "083@2023") == ["Xã Thanh Bình"])
    #expect(names("kim tan", on: then) == ["Phường Kim Tân"])
    #expect(names("ta chai", on: then) == ["Xã Tà Chải"])
    #expect(
      places.find("ban", on: then, levels: [.district]).allSatisfy { places[$0.unit].level == .district })
  }

  @Test func aFormerNameFindsTheUnitOfTodayAndIsShown() throws {
    let found = places.find("kim tan", on: now)
    let first = try #require(found.first)
    #expect(places[first.unit].key == "02647@2025")
    #expect(first.foundBy == "Phường Kim Tân")
    #expect(found.count == 1)
    let between = places.find("ta chai", on: Day(year: 2024, month: 12, day: 1))
    #expect(between.map { places.key(of: $0.unit) } == ["02839@2024-11"])
  }

  @Test func digitsAreTheBeginningOfACode() {
    let found = places.find("026", on: then)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { places[$0.unit].code.hasPrefix("026") })
    #expect(places.find("082", on: then).map { places[$0.unit].name } == ["Bát Xát"])
    #expect(places.find("99", on: then).isEmpty)
  }

  @Test func withoutADayEachUnitIsFoundOnce() {
    let found = places.find("ta chai").map { places.key(of: $0.unit) }
    #expect(found == ["02872@2023", "02839@2024-11", "02839@2025"])
    #expect(places.find("nam xe").map { places.key(of: $0.unit) } == ["03085@2023", "03085@2025"])
  }

  @Test func nothingTypedFindsNothing() {
    #expect(places.find("", on: then).isEmpty)
    #expect(places.find("  ' ", on: then).isEmpty)
    #expect(places.find("zzz", on: then).isEmpty)
  }

  @Test func everyUnitIsFoundByItsNameItsBeginningAndItsCode() {
    for unit in places.units(of: .y2023) {
      for query in [
        unit.name, unit.name.folded, unit.fullName.folded, String(unit.name.folded.prefix(2)), unit.code,
      ] {
        let found = places.find(query, on: then).map(\.unit)
        #expect(found.contains(unit.id), "\(query)")
        #expect(found.count == Set(found).count, "\(query)")
      }
    }
  }

  @Test func fewLettersSufficeWithinADistrict() {
    var letters = 0
    var communes = 0
    for district in places.districts(of: .y2023) {
      for commune in places.communes(of: district) {
        let name = places[commune].name.folded
        let needed = (1...name.count).first { length in
          places.find(String(name.prefix(length)), in: district, levels: [.commune]).prefix(9)
            .contains { $0.unit == commune }
        }
        letters += needed ?? name.count
        communes += 1
      }
    }
    #expect(Double(letters) / Double(communes) <= 1.5)
  }
}
