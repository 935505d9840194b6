import Testing

@testable import Model

/// What a record's commune is called by the places of another day.
@Suite("Places as of a day")
struct PlaceAsOfTests {
  private let places = Places.standard

  private func unit(_ key: String) throws -> UnitID { try #require(places.unit(key: key)).id }

  @Test func aCommuneThatCameFromSeveralTellsTheFormerOne() throws {
    // Xã Tà Chải became a part of thị trấn Bắc Hà on 01/11/2024.
    let former = try #require(places.communes(of: .y2023).first { places[$0].name == "Tà Chải" })
    let place = PlaceAsOf(former, .y202411)
    let now = try #require(place.unit)
    #expect(places[now].fullName == "Thị trấn Bắc Hà" && place.former == former)
    #expect(place.words?.vi == "Xã cũ: Xã Tà Chải, Huyện Bắc Hà (địa danh 2023)")
    #expect(place.words?.en == "Former commune: Tà Chải Commune, Bắc Hà District (places of 2023)")
  }

  @Test func aCommuneThatStayedAsItWasTellsNothing() throws {
    let commune = try unit("02728@2023")
    let place = PlaceAsOf(commune, .y202411)
    #expect(place.unit.map { places[$0].name } == places[commune].name && place.former == nil)
    #expect(place.words == nil)
    #expect(PlaceAsOf(commune, .y2023).words == nil)
  }

  @Test func everyCommuneOfAMergerIsAFormerOne() {
    for commune in places.communes(of: .y2023) {
      let place = PlaceAsOf(commune, .y2025)
      guard let now = place.unit else { continue }
      let isOther =
        places.origins(of: now, in: .y2023).count > 1 || places[now].fullName != places[commune].fullName
      #expect((place.former != nil) == isOther, "\(places[commune].key)")
    }
  }

  @Test func whatIsNotCertainIsToldAsItWasTyped() throws {
    let merged = try #require(
      places.communes(of: .y2025).first { places.origins(of: $0, in: .y2023).count > 1 })
    let place = PlaceAsOf(merged, .y2023)
    #expect(place.unit == nil && place.name == Projection.unknownWords)
    #expect(place.words?.vi.hasPrefix("Xã khi nhập: ") == true)
  }
}
