/// Which part of the province a figure is asked for, by which catalogue of places.
public struct Scope: Hashable, Sendable {
  public let unit: UnitID
  public let catalogue: Catalogue

  public init(_ unit: UnitID, places: Places = .standard) {
    self.unit = unit
    catalogue = places[unit].catalogue
  }
}

/// For every unit under which a record may have been typed: the row below the asked unit to which it belongs.
struct Spread: Sendable {
  enum Place: Hashable, Sendable {
    /// Not within the asked unit.
    case outside
    /// The asked unit itself, nothing being known of the rows below.
    case unknown
    case row(Int)
  }

  let scope: Scope
  /// The units below, in the order of the catalogue.
  let children: [UnitID]
  private let places: [Place]

  /// `typed` are the units under which records were typed; only those of other catalogues need a look through time.
  init(_ scope: Scope, typed: [Bool], places all: Places) {
    self.scope = scope
    let children = all.children(of: scope.unit).filter { all[$0].isOfPlan }
    self.children = children
    let asked = all[scope.unit]
    places = (0..<all.count).map { index -> Place in
      guard let id = UnitID(index: index), all[id].isOfPlan,
        all[id].catalogue == scope.catalogue || typed[index]
      else { return .outside }
      switch all.project(id, to: scope.catalogue) {
      case .unit(let unit):
        var at: UnitID? = unit
        var below: UnitID?
        while let here = at, here != scope.unit {
          below = here
          at = all[here].parent
        }
        guard at != nil else { return .outside }
        return below.flatMap { children.firstIndex(of: $0) }.map { .row($0) } ?? .unknown
      case .unknown(let district):
        if asked.level == .province {
          return district.flatMap { children.firstIndex(of: $0) }.map { .row($0) } ?? .unknown
        }
        return district == scope.unit ? .unknown : .outside
      }
    }
  }

  /// By unit, whether it lies within the asked one.
  var isInside: [Bool] { places.map { $0 != .outside } }

  func place(_ unit: Int32) -> Place {
    unit >= 0 && Int(unit) < places.count ? places[Int(unit)] : .outside
  }
}
