/// A unit that a query found, the best first in a list of them.
public struct UnitMatch: Hashable, Sendable {
  public let unit: UnitID
  public let fit: SearchName.Fit
  /// The former name or other writing by which the unit was found, to be shown beside its name.
  public let foundBy: String?
}

extension Places {
  /// The units that a few unmarked letters, initials, a code or a former name find.
  ///
  /// A query of digits only is the beginning of a code. Better fits come first; then a unit's own name before other
  /// writings and former names, higher levels before lower ones, and the alphabet.
  ///
  /// - Parameters:
  ///   - day: The units of the catalogue in force on it; without one, of all catalogues, each unit once.
  ///   - unit: Only units in this one, itself included; it decides the catalogue if there is no day.
  ///   - levels: Only units of these levels.
  public func find(
    _ query: String, on day: Day? = nil, in unit: UnitID? = nil, levels: [Unit.Level] = Unit.Level.allCases
  ) -> [UnitMatch] {
    let query = SearchQuery(query)
    if query.isEmpty { return [] }
    let catalogue = day.map { Catalogue(on: $0) } ?? unit.map { self[$0].catalogue }
    let candidates = catalogue.map { units(of: $0) } ?? units[...]
    var found: [Found] = []
    for candidate in candidates where levels.contains(candidate.level) {
      if let unit, !contains(unit, candidate.id) { continue }
      if catalogue == nil, PlaceNames.standard.isRepeated[candidate.id.index] { continue }
      if let match = query.code.map({ match(code: $0, candidate) }) ?? match(query, candidate.id) {
        found.append(match)
      }
    }
    found.sort { $0.precedes($1) }
    return found.map(\.match)
  }

  private struct Found {
    let match: UnitMatch
    /// 0 own name, 1 other writing, 2 former name.
    let source: UInt8
    let level: Unit.Level
    let order: [UInt8]

    func precedes(_ other: Found) -> Bool {
      if match.fit != other.match.fit { return match.fit < other.match.fit }
      if source != other.source { return source < other.source }
      if level != other.level { return level < other.level }
      if order != other.order { return order.lexicographicallyPrecedes(other.order) }
      return match.unit < other.match.unit
    }
  }

  private func match(code: [UInt8], _ unit: Unit) -> Found? {
    guard unit.code.utf8.starts(with: code) else { return nil }
    let fit: SearchName.Fit = unit.code.utf8.count == code.count ? .exact : .prefix
    return Found(
      match: UnitMatch(unit: unit.id, fit: fit, foundBy: nil), source: 0, level: unit.level,
      order: Array(unit.code.utf8))
  }

  private func match(_ query: SearchQuery, _ unit: UnitID) -> Found? {
    var best: (fit: SearchName.Fit, name: PlaceNames.Name)?
    for name in PlaceNames.standard.names[unit.index] {
      guard let fit = name.search.fit(query) else { continue }
      if let best, (best.fit, best.name.source) <= (fit, name.source) { continue }
      best = (fit, name)
    }
    guard let best else { return nil }
    return Found(
      match: UnitMatch(unit: unit, fit: best.fit, foundBy: best.name.source == 0 ? nil : best.name.text),
      source: best.name.source, level: self[unit].level, order: VietnameseOrder.key(self[unit].name))
  }
}

/// All names by which each unit can be found, folded once, on the first search.
private struct PlaceNames: Sendable {
  struct Name: Sendable {
    let text: String
    let search: SearchName
    let source: UInt8
  }

  static let standard = PlaceNames(.standard)

  let names: [[Name]]
  /// Whether the unit is the same as that of the catalogue before.
  let isRepeated: [Bool]

  private init(_ places: Places) {
    let kinds = Unit.Kind.allCases.map { $0.words.vi + " " }
    names = places.units.map { unit in
      var names: [Name] = []
      func add(_ fullName: String, _ source: UInt8) {
        let kind = kinds.first { fullName.hasPrefix($0) } ?? ""
        names.append(
          Name(text: fullName, search: SearchName(String(fullName.dropFirst(kind.count))), source: source))
        names.append(Name(text: fullName, search: SearchName(fullName), source: source))
      }
      add(unit.fullName, 0)
      for alias in places.aliases(of: unit.id) { add(alias, 1) }
      for former in places.formerNames(of: unit.id) { add(former, 2) }
      return names
    }
    isRepeated = places.units.map { unit in
      guard unit.catalogue == .y202411 else { return false }
      return places.origins(of: unit.id, in: .y2023).count == 1
    }
  }
}
