// Departures are told apart by numbers; only what a group is called is made into text.
extension Breakdown {
  /// Departures told apart: the place of each one's part among the codes.
  private struct Telling {
    var places: [Int] = []
    private(set) var codes: [String] = []
    private var known: [Int32: Int] = [:]
    /// The same of small numbers, which most are; −1 for one that was not met yet.
    private var near: [Int32] = []
    private var ofCode: [String: Int] = [:]

    /// The place of the part that a number stands for; `nil` where it was not met yet.
    func place(of number: Int32) -> Int? {
      let index = Int(number)
      if near.indices.contains(index) { return near[index] >= 0 ? Int(near[index]) : nil }
      return known[number]
    }

    /// Gives a number its place; a code that no list knows may have several numbers.
    mutating func add(_ number: Int32, _ code: String) -> Int {
      let place = ofCode[code] ?? codes.count
      if place == codes.count { codes.append(code) }
      ofCode[code] = place
      let index = Int(number)
      if (0..<Telling.nearest).contains(index) {
        near += [Int32](repeating: -1, count: max(0, index + 1 - near.count))
        near[index] = Int32(place)
      } else {
        known[number] = place
      }
      return place
    }

    private static let nearest = 1 << 16
  }

  private func tell(_ departures: [Int], _ query: PeopleQuery) -> Telling {
    var telling = Telling()
    telling.places.reserveCapacity(departures.count)
    // Neighbours are often of one part.
    var last: (number: Int32, place: Int)?
    for number in numbers(departures, query) {
      if last?.number != number {
        last = (number, telling.place(of: number) ?? telling.add(number, code(of: number, query)))
      }
      if let last { telling.places.append(last.place) }
    }
    return telling
  }

  /// Some of the departures by the code of their part, in their order; empty where it is not known.
  func told(_ departures: [Int], _ query: PeopleQuery) -> [String: [Int]] {
    let telling = tell(departures, query)
    var groups = [[Int]](repeating: [], count: telling.codes.count)
    for (row, place) in zip(departures, telling.places) { groups[place].append(row) }
    return Dictionary(uniqueKeysWithValues: zip(telling.codes, groups))
  }

  /// How many of some departures belong to each of these parts and each part of another breakdown, by the codes of both.
  public func counts(
    of departures: [Int], _ parts: [Part], _ across: Breakdown, _ columns: [Part], _ query: PeopleQuery
  ) -> [[Int]] {
    let (rows, others) = (tell(departures, query), across.tell(departures, query))
    var counts = [Int](repeating: 0, count: rows.codes.count * others.codes.count)
    for (row, column) in zip(rows.places, others.places) { counts[row * others.codes.count + column] += 1 }
    let across = columns.map { others.codes.firstIndex(of: $0.code) }
    return parts.map { part in
      guard let row = rows.codes.firstIndex(of: part.code) else { return columns.map { _ in 0 } }
      return across.map { column in column.map { counts[row * others.codes.count + $0] } ?? 0 }
    }
  }

  /// The number of the part of each departure.
  private func numbers(_ departures: [Int], _ query: PeopleQuery) -> [Int32] {
    let register = query.census.register
    let days = register.column(Departure.departedOn)
    switch self {
    case .unit:
      return departures.map { row in
        if case .row(let index) = query.place(row) { Int32(index) } else { Table.none }
      }
    case .month where query.period.reckoning == .calendar:
      let bits = query.census.facts
      return departures.map { row in
        let facts = DepartureFacts(bits: bits[row])
        return facts.year == 0 ? Table.none : Int32(facts.year * 12 + facts.monthOfYear - 1)
      }
    case .month:
      return departures.map { row in
        guard let day = Day(rawValue: days[row]) else { return Table.none }
        let month = query.period.month(of: day)
        return Int32(month.year * 12 + month.month - 1)
      }
    case .age:
      let workers = register.column(Departure.worker)
      return departures.map { row in
        guard let left = Day(rawValue: days[row]), workers[row] >= 0,
          let birth = Day(rawValue: register.cell(Worker.birthDate, ofPerson: Int(workers[row])))
        else { return Table.none }
        let years = birth.years(until: left)
        return Breakdown.ages.firstIndex { $0.years.contains(years) }.map(Int32.init) ?? Table.none
      }
    case .householdClass:
      let households = register.column(Departure.household)
      return departures.map { row in
        guard households[row] >= 0, let year = Day(rawValue: days[row])?.year else { return Table.none }
        return register.outcomeCell(Int(households[row]), year: year)
      }
    default:
      guard let field else { return departures.map { _ in Table.none } }
      if field.entity == .departure {
        let cells = register.column(field)
        return departures.map { cells[$0] }
      }
      let workers = register.column(Departure.worker)
      return departures.map {
        workers[$0] >= 0 ? register.cell(field, ofPerson: Int(workers[$0])) : Table.none
      }
    }
  }

  /// The code of the part that a number stands for; empty for what is not known.
  private func code(of number: Int32, _ query: PeopleQuery) -> String {
    guard number != Table.none else { return "" }
    switch self {
    case .unit: return query.census.places[query.spread.children[Int(number)]].code
    case .month:
      let month = Int(number) % 12 + 1
      return Period(year: Int(number) / 12, months: month...month, query.period.reckoning).code
    case .age: return Breakdown.ages[Int(number)].code
    case .householdClass: return code(of: number, HouseholdReview.outcome, query)
    default: return field.map { code(of: number, $0, query) } ?? ""
    }
  }

  private func code(of cell: Int32, _ field: Field, _ query: PeopleQuery) -> String {
    switch query.census.register.value(cell, field.kind) {
    case .code(let code): code
    case .text(let text): text
    default: ""
    }
  }
}
