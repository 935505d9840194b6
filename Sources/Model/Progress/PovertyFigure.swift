/// T2: of the households that were poor when a member first left, those that are poor no longer (Plan 280, II.2).
///
/// Cumulative from the plan's first year to the year asked. The area is judged on the day of departure.
struct PovertyFigure: Sendable {
  enum Outcome: Sendable { case notReviewed, stillPoor, toNearPoor, escaped }

  struct Case: Sendable {
    let household: Int
    /// The first departure of the household, which decides place, year and class.
    let departure: Int
    /// Whether it lies in T2's area; `nil` where nobody has said so.
    let isInArea: Bool?
    let outcome: Outcome
  }

  let cases: [Case]

  init(_ census: Census, plan: Plan, year: Int) {
    let register = census.register
    let households = register.column(Departure.household)
    let departedOn = register.column(Departure.departedOn)
    var first: [Int32: Int] = [:]
    for row in households.indices where census.hasLeft[row] && households[row] >= 0 {
      guard let left = census.yearLeft(row), left >= plan.firstYear, left <= year
      else { continue }
      if let known = first[households[row]] {
        let isEarlier =
          departedOn[row] < departedOn[known]
          || departedOn[row] == departedOn[known]
            && register.key(.departure, row) < register.key(.departure, known)
        if !isEarlier { continue }
      }
      first[households[row]] = row
    }
    let reviews = PovertyFigure.reviews(register)
    let marks = Marks(register, places: census.places)
    cases = first.sorted { $0.key < $1.key }.compactMap { household, departure in
      guard let day = register.day(Departure.departedOn, departure), let known = reviews[household],
        known[day.year] == "POOR"
      else { return nil }
      let later = known.filter { $0.key > day.year && $0.key <= year }.max { $0.key < $1.key }
      let outcome: Outcome =
        switch later?.value {
        case nil: .notReviewed
        case "POOR": .stillPoor
        case "NEAR_POOR": .toNearPoor
        default: .escaped
        }
      let unit = register.unit(Departure.commune, departure)
      return Case(
        household: Int(household), departure: departure,
        isInArea: unit.flatMap { marks.isInPovertyArea($0, on: day) }, outcome: outcome)
    }
  }

  /// The class of each household by year.
  private static func reviews(_ register: Register) -> [Int32: [Int: String]] {
    let household = register.column(HouseholdReview.household)
    var found: [Int32: [Int: String]] = [:]
    for row in register.records(.review) where household[row] >= 0 {
      guard let year = register.integer(HouseholdReview.year, row),
        let outcome = register.code(HouseholdReview.outcome, row)
      else { continue }
      found[household[row], default: [:]][year] = outcome
    }
    return found
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
    let valid = entered[unit, default: []].filter { entry in
      entry.name == name && (entry.from.map { $0 <= day } ?? true) && (entry.until.map { day <= $0 } ?? true)
    }
    return valid.max { lines.isHigher($1.line, than: $0.line) }?.value ?? published
  }

  /// Whether its district is poor; for a unit without one, what all districts it came from have in common.
  private func isInPoorDistrict(_ unit: UnitID, on day: Day) -> Bool? {
    let origins = places.district(of: unit) == nil ? places.origins(of: unit, in: .y2023) : [unit]
    let districts = Set(origins.compactMap { places.district(of: $0) })
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
