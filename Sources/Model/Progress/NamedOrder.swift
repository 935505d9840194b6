extension Census {
  /// Whether so many departures can be put in order of names at once, or the names are still to be read.
  public func canOrder(_ count: Int) -> Bool { names != nil || count <= Census.namesAtOnce }

  /// So many names are read within the time that nobody notices, some 40 ms from a cold disk.
  private static let namesAtOnce = 4 * NameIndex.fewNames

  /// Departures in the order of the names of their people, those of one name by their keys.
  public func inOrderOfNames(_ departures: [Int]) -> [Int] {
    let workers = departures.map { register.link(Departure.worker, $0) ?? -1 }
    let names = names ?? NameIndex(register, of: workers)
    let order = names.order(workers, register) { one, other in
      register.key(.departure, departures[one]) < register.key(.departure, departures[other])
    }
    return order.map { departures[$0] }
  }

  /// Departures with those who left last first; of one day they stay as they were, and who has not left comes last.
  public func latestFirst(_ departures: [Int]) -> [Int] {
    let days = register.column(Departure.departedOn)
    let first = Day.first.rawValue
    var keyed = departures.enumerated().map { place, row in
      // Table.none lies before every day.
      UInt64(UInt32.max - UInt32(max(first, days[row]) - first)) << 32 | UInt64(place)
    }
    keyed.sortByHighHalf()
    return keyed.map { departures[Int($0 & 0xFFFF_FFFF)] }
  }

  /// Whether the name of a departure's person contains a folded text.
  public func isNamed(_ departure: Int, containing text: SoughtText) -> Bool {
    guard let worker = register.link(Departure.worker, departure) else { return false }
    if let names { return names.contains(text, worker: worker) }
    return text.isIn(register.text(Worker.fullName, ofPerson: worker)?.foldedUTF8 ?? [])
  }
}

extension PeopleQuery {
  /// The departures behind a figure as a list shows them: some months, some parts; of households those that escaped
  /// come first, and within each outcome the order of names stays.
  ///
  /// - Parameter isHurried: whether many stand as they were made as long as their names are still to be read.
  public func list(_ figure: Figure, of parts: [PartName] = [], isHurried: Bool = false) -> [Int] {
    let rows = departures(figure, of: parts)
    let ordered = isHurried && !census.canOrder(rows.count) ? rows : census.inOrderOfNames(rows)
    guard figure.isOfHouseholds else { return ordered }
    let outcomes = ordered.map { outcome(of: $0) }
    let kinds = HouseholdFacts.Outcome.allCases.reversed().map { $0 } + [nil]
    return kinds.flatMap { kind in ordered.indices.filter { outcomes[$0] == kind }.map { ordered[$0] } }
  }

  /// How many those are.
  func count(_ figure: Figure, of parts: [PartName]) -> Int { departures(figure, of: parts).count }

  private func departures(_ figure: Figure, of parts: [PartName]) -> [Int] {
    parts.isEmpty ? departures(figure) : departures(figure, in: parts)
  }
}

extension PeopleQuery.Figure {
  /// Whether it counts households that were poor.
  public var isOfHouseholds: Bool {
    switch self {
    case .poor, .escaped, .nearPoor, .notReviewed, .areaUnknown: true
    case .departed, .pipeline, .trained, .untrained, .all: false
    }
  }
}
