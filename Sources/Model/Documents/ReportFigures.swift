/// Who has reported the months of a period; the same numbers as the matrix on the screen.
struct ReportFigures {
  struct Missing {
    let unit: UnitID
    /// The months that are not reported though their day has passed, 1 to 12.
    var months: [Int]
  }

  let matrix: ReportMatrix
  let period: Period
  private let today: Day

  init(_ census: Census, _ unit: UnitID, _ period: Period) {
    matrix = ReportMatrix(census, unit, year: period.year)
    self.period = period
    today = census.today
  }

  /// The months of the period that are over.
  var over: [Int] {
    period.months.filter { matrix.periods[$0 - 1].last.map { $0 <= today } ?? false }
  }

  func tally(_ month: Int) -> Progress.Reports { matrix.tally(month: month - 1) }

  /// The months of the period whose day has passed, so that who misses them is late.
  var due: [Int] { over.filter { matrix.periods[$0 - 1].due.map { $0 < today } ?? false } }

  /// The communes that are late with a month, as the units stand in the matrix.
  var missing: [Missing] {
    var found: [Missing] = []
    var places: [UnitID: Int] = [:]
    for row in matrix.cells {
      for month in due {
        for standing in row[month - 1].standings where !standing.isExempt && !standing.isReceived {
          if let place = places[standing.unit] {
            found[place].months.append(month)
          } else {
            places[standing.unit] = found.count
            found.append(Missing(unit: standing.unit, months: [month]))
          }
        }
      }
    }
    return found
  }

  /// Of the months that are over, how many reports are sealed, and how many there have to be.
  var sealed: (count: Int, due: Int) {
    let standings = matrix.cells.flatMap { row in over.flatMap { row[$0 - 1].standings } }
    return (standings.filter { $0.state == .sealed }.count, standings.filter { !$0.isExempt }.count)
  }
}
