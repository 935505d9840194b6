/// T2: of the households that were poor when a member first left, those that are poor no longer (Plan 280, II.2).
///
/// Cumulative from the plan's first year to the year asked. The area is judged on the day of departure.
enum PovertyFigure {
  /// The first departure of a household since the plan's first year, which decides place, year and class.
  ///
  /// - Parameter facts: what is known of each departure.
  static func firstDeparture(
    of household: Int, _ register: Register, since firstYear: Int, _ facts: Column<UInt32>
  ) -> (departure: Int, day: Day)? {
    var first: (departure: Int, day: Day)?
    register.backlinks[Backlinks.Relation.departuresOfHousehold.rawValue].each(of: household) { row in
      let known = DepartureFacts(bits: facts[row])
      guard known.hasLeft, known.year >= firstYear, let day = register.day(Departure.departedOn, row)
      else {
        return
      }
      if let first {
        guard
          day < first.day
            || day == first.day
              && register.key(.departure, row) < register.key(.departure, first.departure)
        else { return }
      }
      first = (row, day)
    }
    return first
  }

  /// What T2 asks of a household.
  static func facts(
    of household: Int, _ register: Register, _ marks: Marks, since firstYear: Int, _ facts: Column<UInt32>
  ) -> HouseholdFacts {
    guard wasPoor(household, register) else { return .nothing }
    let classes = classes(of: household, register)
    guard let (departure, day) = firstDeparture(of: household, register, since: firstYear, facts)
    else { return .nothing }
    let year = day.year
    guard classes.last(where: { $0.year == year })?.outcome == poor, year - firstYear < HouseholdFacts.years,
      let unit = register.unit(Departure.commune, departure)
    else { return .nothing }
    var outcomes = [HouseholdFacts.Outcome](repeating: .notReviewed, count: HouseholdFacts.years)
    let later = classes.filter { $0.year > year }
    for index in outcomes.indices {
      var latest: (year: Int, outcome: Int32)?
      for one in later where one.year <= firstYear + index && one.year >= latest?.year ?? 0 { latest = one }
      if let latest { outcomes[index] = outcome(latest.outcome) }
    }
    let area: HouseholdFacts.Area =
      switch marks.isInPovertyArea(unit, on: day) {
      case true?: .inside
      case false?: .outside
      case nil: .unknown
      }
    return HouseholdFacts(unit: unit.index, year: year - firstYear, area: area, outcomes: outcomes)
  }

  private static let poor = CodeList.householdClasses.index(of: "POOR").map(Int32.init) ?? -1
  private static let nearPoor = CodeList.householdClasses.index(of: "NEAR_POOR").map(Int32.init) ?? -1

  private static func outcome(_ code: Int32) -> HouseholdFacts.Outcome {
    code == poor ? .stillPoor : code == nearPoor ? .toNearPoor : .escaped
  }

  /// Whether any review ever found it poor: most were not, and need no further look.
  private static func wasPoor(_ household: Int, _ register: Register) -> Bool {
    let outcome = register.tables[EntityKind.review.index].columns[outcomeColumn]
    var isPoor = false
    register.backlinks[Backlinks.Relation.reviewsOfHousehold.rawValue].each(of: household) { row in
      if outcome[row] == poor { isPoor = true }
    }
    return isPoor
  }

  private static let outcomeColumn =
    EntityKind.column(of: HouseholdReview.outcome) ?? 0

  /// The class of a household by year; of one year the last counts.
  private static func classes(of household: Int, _ register: Register) -> [(year: Int, outcome: Int32)] {
    var found: [(row: Int, year: Int, outcome: Int32)] = []
    register.backlinks[Backlinks.Relation.reviewsOfHousehold.rawValue].each(of: household) { row in
      let outcome = register.cell(HouseholdReview.outcome, row)
      guard register.isRecord(.review, row), let year = register.integer(HouseholdReview.year, row),
        outcome != Table.none
      else { return }
      found.append((row, year, outcome))
    }
    if found.count > 1 { found.sort { $0.row < $1.row } }
    return found.map { ($0.year, $0.outcome) }
  }
}

/// The poor-district and especially-disadvantaged marks of units, as published and as entered since.
struct Marks: Sendable {
  private struct Entry: Sendable {
    let name: String
    let value: Bool
    let from: Day?
    let until: Day?
    let line: Int32
  }

  private let places: Places
  private var entered: [UnitID: [Entry]] = [:]
  private let lines: Lines

  init(_ register: Register, places: Places) {
    self.places = places
    lines = register.lines
    for row in register.records(.mark) {
      guard let unit = register.unit(UnitMark.unit, row), let name = register.text(UnitMark.mark, row) else {
        continue
      }
      entered[unit, default: []].append(
        Entry(
          name: name, value: register.flag(UnitMark.value, row), from: register.day(UnitMark.from, row),
          until: register.day(UnitMark.until, row), line: register[.mark].firstLine[row]))
    }
  }

  private func mark(_ name: String, of unit: UnitID, on day: Day, published: Bool?) -> Bool? {
    guard let entries = entered[unit] else { return published }
    let valid = entries.filter { entry in
      entry.name == name && (entry.from.map { $0 <= day } ?? true) && (entry.until.map { day <= $0 } ?? true)
    }
    return valid.max { lines.isHigher($1.line, than: $0.line) }?.value ?? published
  }

  /// Whether its district is poor; for a unit without one, what all districts it came from have in common.
  private func isInPoorDistrict(_ unit: UnitID, on day: Day) -> Bool? {
    if let district = places.district(of: unit) {
      return mark("poorDistrict", of: district, on: day, published: places[district].poorDistrict)
    }
    let districts = Set(places.origins(of: unit, in: .y2023).compactMap { places.district(of: $0) })
    let answers = districts.map { mark("poorDistrict", of: $0, on: day, published: places[$0].poorDistrict) }
    guard let first = answers.first, answers.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// In the area if the district is poor or the commune's mark is yes; outside if both are no; else unknown.
  func isInPovertyArea(_ unit: UnitID, on day: Day) -> Bool? {
    let poor = isInPoorDistrict(unit, on: day)
    let disadvantaged = mark(
      "especiallyDisadvantaged", of: unit, on: day, published: places[unit].especiallyDisadvantaged)
    if poor == true || disadvantaged == true { return true }
    return poor == false && disadvantaged == false ? false : nil
  }
}
