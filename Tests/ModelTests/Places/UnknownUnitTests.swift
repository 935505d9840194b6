import Testing

@testable import Model

@Test func aCodeOfAnotherCatalogueIsToldWithWhatItIsNow() {
  let places = Places.standard
  #expect(places.unknown("10", in: .y2025).vi.contains("mã 15"), "\(places.unknown("10", in: .y2025).vi)")
  #expect(places.unknown("99999", in: .y2025).vi == "Danh mục 2025 không có đơn vị mã “99999”.")
  // A district has no successor.
  #expect(places.unknown("082", in: .y2025).vi == "Danh mục 2025 không có đơn vị mã “082”.")
}
