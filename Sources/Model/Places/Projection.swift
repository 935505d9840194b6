/// Where a record typed under one catalogue belongs in another.
public enum Projection: Hashable, Sendable {
  case unit(UnitID)
  /// No single commune; the district of the catalogue asked for, where it is certain.
  case unknown(district: UnitID?)

  /// What a row of records is called whose commune in the catalogue asked for is not certain.
  public static let unknownWords = Words("chưa rõ xã cũ", "former commune not known")
}

extension Places {
  /// Where the records of a unit belong in a catalogue.
  ///
  /// Later catalogues: a commune has exactly one successor; a district of 2023 has none in 2025. Earlier ones: the one
  /// commune that it came from, else the one district, else unknown; a commune of old Yên Bái is unknown.
  public func project(_ unit: UnitID, to catalogue: Catalogue) -> Projection {
    if self[unit].catalogue == catalogue { return .unit(unit) }
    return Self.projections[catalogue.order * count + unit.index]
  }

  /// The unit of a level in which a projection certainly lies.
  public func ancestor(of projection: Projection, level: Unit.Level) -> UnitID? {
    switch projection {
    case .unit(let unit): return ancestor(of: unit, level: level)
    case .unknown(let district): return district.flatMap { ancestor(of: $0, level: level) }
    }
  }

  private static let projections: [Projection] = {
    let places = Places.standard
    return Catalogue.allCases.flatMap { catalogue in
      places.units.map { unit in
        unit.catalogue <= catalogue
          ? places.forward(unit.id, to: catalogue) : places.backward(unit.id, to: catalogue)
      }
    }
  }()

  private func forward(_ unit: UnitID, to catalogue: Catalogue) -> Projection {
    var here = unit
    while self[here].catalogue < catalogue {
      guard let next = successor(of: here) else { return .unknown(district: nil) }
      here = next
    }
    return .unit(here)
  }

  private func backward(_ unit: UnitID, to catalogue: Catalogue) -> Projection {
    let origins = origins(of: unit, in: catalogue)
    if origins.count == 1 { return .unit(origins[0]) }
    guard let first = origins.first, let district = district(of: first),
      origins.allSatisfy({ self.district(of: $0) == district })
    else { return .unknown(district: nil) }
    return .unknown(district: district)
  }
}

extension Places {
  /// The unit that took a unit's place in the next catalogue.
  public func successor(of unit: UnitID) -> UnitID? {
    let next = UnitTable.successors[unit.index]
    return next == UnitTable.none ? nil : UnitID(known: next)
  }

  /// The units of an earlier catalogue that became part of a unit, by code; a unit of that catalogue is its own.
  public func origins(of unit: UnitID, in catalogue: Catalogue) -> [UnitID] {
    var origins = [unit]
    while let first = origins.first, self[first].catalogue > catalogue {
      origins = origins.flatMap { Self.predecessors[$0.index] }
    }
    return origins.count > 1 ? origins.sorted() : origins
  }

  /// For each unit the units of the catalogue before that became part of it, by code.
  private static let predecessors: [[UnitID]] = {
    var predecessors = [[UnitID]](repeating: [], count: UnitTable.count)
    for (index, next) in UnitTable.successors.enumerated() where next != UnitTable.none {
      predecessors[Int(next)].append(UnitID(known: UInt16(index)))
    }
    return predecessors
  }()

  /// Other full names under which a unit or a part of it was known in earlier catalogues, by code.
  public func formerNames(of unit: UnitID) -> [String] {
    var names: [String] = []
    let own = self[unit].fullName
    for catalogue in Catalogue.allCases where catalogue < self[unit].catalogue {
      for origin in origins(of: unit, in: catalogue) {
        let name = self[origin].fullName
        if name != own, !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// The full names that a unit's successors have in later catalogues, where they differ from its own.
  public func laterNames(of unit: UnitID) -> [String] {
    var names: [String] = []
    var here = unit
    while let next = successor(of: here) {
      let name = self[next].fullName
      if name != self[unit].fullName, !names.contains(name) { names.append(name) }
      here = next
    }
    return names
  }

  /// Other writings of a unit's full name, such as "Xã Vạn Hòa" of Xã Vạn Hoà.
  public func aliases(of unit: UnitID) -> [String] {
    UnitTable.aliases.filter { $0.unit == unit.index }.map(\.name)
  }
}

extension Places {
  /// The unit of the catalogue in force on a day that a unit typed under another one has become.
  public func inForce(_ unit: UnitID, _ day: Day?) -> UnitID {
    guard let day, case .unit(let own) = project(unit, to: catalogue(on: day)) else { return unit }
    return own
  }

  /// What is said where a catalogue has no unit of a code: with what the unit of that code is called there, if it is one
  /// of another catalogue.
  public func unknown(_ code: String, in catalogue: Catalogue) -> Words {
    let others = Catalogue.allCases.filter { $0 != catalogue }.compactMap { unit(code: code, catalogue: $0) }
    guard let other = others.last, case .unit(let now) = project(other.id, to: catalogue) else {
      return Words(
        "Danh mục \(catalogue.rawValue) không có đơn vị mã “\(code)”.",
        "Catalogue \(catalogue.rawValue) has no unit “\(code)”.")
    }
    let (name, place) = (other.name, self[now])
    return Words(
      "Danh mục \(catalogue.rawValue) không có đơn vị mã “\(code)”; \(name) ở đó là \(place.name), mã \(place.code).",
      "Catalogue \(catalogue.rawValue) has no unit “\(code)”; \(name) is \(place.name) there, code \(place.code)."
    )
  }

  /// The same area by the next catalogue, after the last one by the first; the province where it is not certain.
  public func inNextCatalogue(_ unit: UnitID) -> UnitID {
    let next = self[unit].catalogue.next
    if case .unit(let own) = project(unit, to: next) { return own }
    return province(of: next)
  }
}
