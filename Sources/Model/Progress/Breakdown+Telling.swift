// Departures are told apart by numbers; only what a group is called is made into text.
extension Breakdown {
  /// Some of the departures by the code of their part, in their order; empty where it is not known.
  func told(_ departures: [Int], _ query: PeopleQuery) -> [String: [Int]] {
    var groups: [[Int]] = []
    var places: [Int32: Int] = [:]
    var last: (number: Int32, place: Int)?
    for (row, number) in zip(departures, numbers(departures, query)) {
      let place: Int
      if let last, last.number == number {
        place = last.place
      } else if let known = places[number] {
        place = known
      } else {
        place = groups.count
        groups.append([])
        places[number] = place
      }
      last = (number, place)
      groups[place].append(row)
    }
    // A code that no list knows may stand for several numbers.
    return Dictionary(
      places.map { (code(of: $0, query), groups[$1]) }, uniquingKeysWith: { ($0 + $1).sorted() })
  }

  /// How many of some departures belong to each part, by its code.
  public func counts(of departures: [Int], _ query: PeopleQuery) -> [String: Int] {
    told(departures, query).mapValues(\.count)
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
