/// All administrative units of all catalogues: who is whose parent, and what a code means.
public struct Places: Sendable {
  /// The places of Lào Cai from 2023 on.
  public static let standard = Places()

  /// Ordered by catalogue, level and code.
  public let units: [Unit]

  private init() { units = Unit.all() }

  public var count: Int { units.count }

  public subscript(id: UnitID) -> Unit { units[id.index] }

  public func unit(_ id: UnitID) -> Unit { units[id.index] }

  /// The catalogue in force on a day.
  public func catalogue(on day: Day) -> Catalogue { Catalogue(on: day) }

  /// The units of a catalogue: the province, its districts, its communes, each by code.
  public func units(of catalogue: Catalogue) -> ArraySlice<Unit> {
    units[UnitTable.starts[catalogue.order]..<UnitTable.starts[catalogue.order + 1]]
  }

  public func province(of catalogue: Catalogue) -> UnitID {
    UnitID(known: UInt16(UnitTable.starts[catalogue.order]))
  }

  /// The districts of a catalogue by code; none in 2025.
  public func districts(of catalogue: Catalogue) -> [UnitID] {
    units(of: catalogue).lazy.filter { $0.level == .district }.map(\.id)
  }

  /// The communes of a catalogue by code, those outside the plan among them.
  public func communes(of catalogue: Catalogue) -> [UnitID] {
    units(of: catalogue).lazy.filter { $0.level == .commune }.map(\.id)
  }

  /// The communes of a unit by code; a commune has itself.
  public func communes(of unit: UnitID) -> [UnitID] {
    switch self[unit].level {
    case .commune: [unit]
    case .district: children(of: unit)
    case .province: communes(of: self[unit].catalogue)
    }
  }

  /// The units right below, by code.
  public func children(of unit: UnitID) -> [UnitID] {
    units(of: self[unit].catalogue).lazy.filter { $0.parent == unit }.map(\.id)
  }

  /// The district that a unit is or lies in; nothing for a province and where there are no districts.
  public func district(of unit: UnitID) -> UnitID? { ancestor(of: unit, level: .district) }

  /// The unit itself or the one above it that has the level.
  public func ancestor(of unit: UnitID, level: Unit.Level) -> UnitID? {
    var here: UnitID? = unit
    while let id = here {
      let unit = units[id.index]
      if unit.level == level { return id }
      here = unit.parent
    }
    return nil
  }

  /// Whether a unit is another one or lies in it.
  public func contains(_ outer: UnitID, _ inner: UnitID) -> Bool {
    ancestor(of: inner, level: self[outer].level) == outer
  }
}
