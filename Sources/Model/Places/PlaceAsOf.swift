/// Where a record typed under one unit stands by the places of a catalogue, and what its commune was called before.
public struct PlaceAsOf: Sendable {
  /// The unit under which it was typed.
  public let typed: UnitID
  /// The unit of the catalogue; `nil` where it is not certain.
  public let unit: UnitID?
  /// The earlier unit of the record, where the present one came from several or has another name.
  public let former: UnitID?
  private let places: Places

  public init(_ typed: UnitID, _ catalogue: Catalogue, places: Places = .standard) {
    self.typed = typed
    self.places = places
    guard case .unit(let unit) = places.project(typed, to: catalogue) else {
      (self.unit, former) = (nil, nil)
      return
    }
    self.unit = unit
    let own = places[typed]
    let isOther =
      own.catalogue < catalogue
      && (places[unit].fullName != own.fullName || places.origins(of: unit, in: own.catalogue).count > 1)
    former = isOther ? typed : nil
  }

  /// The name of the unit, or that its former one is not known.
  public var name: Words {
    unit.map { Words(places[$0].name, places[$0].name) } ?? Projection.unknownWords
  }

  /// The name of the earlier unit, as papers write it.
  public var formerName: String? { former.map { places[$0].fullName } }

  /// “Xã cũ: Xã Nậm Lúc, Huyện Bắc Hà (địa danh 2023)”; of a record typed under later places those.
  public var words: Words? {
    guard former != nil || unit == nil else { return nil }
    let own = places[typed]
    func name(_ language: Language) -> String {
      let district = places.district(of: typed).map { ", " + places[$0].fullName(language) } ?? ""
      return own.fullName(language) + district
    }
    let (vi, en) = former == nil ? ("Xã khi nhập", "Entered under") : ("Xã cũ", "Former commune")
    return Words(
      "\(vi): \(name(.vi)) (địa danh \(own.catalogue.rawValue))",
      "\(en): \(name(.en)) (places of \(own.catalogue.rawValue))")
  }
}
