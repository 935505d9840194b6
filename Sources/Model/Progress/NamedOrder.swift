extension Census {
  /// Departures in the order of the names of their people, those of one name by their keys.
  public func inOrderOfNames(_ departures: [Int]) -> [Int] {
    let workers = departures.map { register.link(Departure.worker, $0) ?? -1 }
    let names = names ?? NameIndex(register, of: workers)
    let order = names.order(workers, register) { one, other in
      register.key(.departure, departures[one]) < register.key(.departure, departures[other])
    }
    return order.map { departures[$0] }
  }

  /// Whether the name of a departure's person contains a folded text.
  public func isNamed(_ departure: Int, containing text: [UInt8]) -> Bool {
    guard let worker = register.link(Departure.worker, departure) else { return false }
    if let names { return names.contains(text, worker: worker) }
    let name = register.text(Worker.fullName, ofPerson: worker)?.foldedUTF8 ?? []
    return name.withUnsafeBufferPointer { $0.contains(text) }
  }
}

extension PeopleQuery {
  /// The departures behind a figure as a list shows them: some months, some parts; of households those that escaped
  /// come first, and within each outcome the order of names stays.
  public func list(_ figure: Figure, of parts: [PartName] = []) -> [Int] {
    let rows = parts.isEmpty ? departures(figure) : departures(figure, in: parts)
    let ordered = census.inOrderOfNames(rows)
    guard figure.isOfHouseholds else { return ordered }
    let outcomes = ordered.map { outcome(of: $0) }
    let kinds = HouseholdFacts.Outcome.allCases.reversed().map { $0 } + [nil]
    return kinds.flatMap { kind in ordered.indices.filter { outcomes[$0] == kind }.map { ordered[$0] } }
  }
}

extension PeopleQuery.Figure {
  /// Whether it counts households that were poor.
  public var isOfHouseholds: Bool { [.poor, .escaped, .notReviewed, .areaUnknown].contains(self) }
}
