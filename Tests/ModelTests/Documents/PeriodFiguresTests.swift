import Testing

@testable import Model

@Suite("The figures of a printed period")
struct PeriodFiguresTests {
  private static let scopes = ["10@2023", "082@2023", "02728@2023", "10@2025", "02728@2025"]

  /// A random history with counts of months beside it.
  private func census(_ seed: Int, today: String = "2024-09-30") -> Census {
    var province = RandomProvince(seed: UInt64(seed))
    var census = Census(Register(), today: aDay(today))
    for _ in 0..<60 { census.fold([province.line()]) }
    var book = Book()
    for line in 0..<12 {
      let unit = aUnit(["02728@2023", "02740@2023", "082@2023", "10@2023"][line % 4])
      book.save(
        book.register.edits(counting: unit, line % 12 + 1, of: 2023 + line % 2, as: line + 1, source: "Mẫu"))
    }
    census.fold(book.lines)
    return census
  }

  @Test(arguments: 1...20)
  func aWholeYearIsWhatTheScreenShows(seed: Int) {
    let census = census(seed)
    for place in Self.scopes {
      for year in [2023, 2024] {
        let progress = Progress(census, Scope(aUnit(place)), year: year)
        let figures = PeriodFigures(census, aUnit(place), Period(year: year))
        let where_ = "seed \(seed), \(place), \(year)"
        #expect(figures.progress == progress)
        #expect(
          figures.departures == progress.t1.achieved && figures.toDate == progress.t1.achieved, "\(where_)")
        #expect(figures.fromCounts == progress.t1.fromCounts, "\(where_)")
        #expect(figures.workers == progress.t1.workers, "\(where_)")
        #expect(figures.expected == progress.t1.expected, "\(where_)")
        #expect(figures.training.numerator == progress.t3.numerator, "\(where_)")
        #expect(figures.training.denominator == progress.t3.denominator, "\(where_)")
        for (cases, shown) in zip(figures.cases, progress.t4) {
          #expect(
            cases.new + cases.carried == shown.open + shown.closed && cases.open == shown.open, "\(where_)")
        }
        for row in progress.rows where row.unit != nil || row.departures > 0 {
          let own = figures.units.first { $0.unit == row.unit }
          #expect(own?.departures == row.departures && own?.target == row.target, "\(where_)")
          #expect(own?.training.numerator == row.training.numerator, "\(where_)")
        }
      }
    }
  }

  @Test(arguments: 1...20)
  func partsAddUp(seed: Int) {
    let census = census(seed)
    for place in Self.scopes {
      let unit = aUnit(place)
      let year = PeriodFigures(census, unit, Period(year: 2024))
      for parts in [
        (1...12).map { $0...$0 }, [1...3, 4...6, 7...9, 10...12], [1...6, 7...12],
      ] {
        let figures = parts.map { PeriodFigures(census, unit, Period(year: 2024, months: $0)) }
        #expect(figures.reduce(0) { $0 + $1.departures } == year.departures, "seed \(seed), \(place)")
        #expect(figures.flatMap(\.months) == year.months, "seed \(seed), \(place)")
        #expect(figures.reduce(0) { $0 + $1.before } >= year.before)
        #expect(figures.reduce(0) { $0 + $1.training.numerator } == year.training.numerator)
        #expect(figures.last?.toDate == year.departures)
      }
      for figures in [year, PeriodFigures(census, unit, Period(year: 2024, months: 4...9))] {
        #expect(figures.markets.reduce(0) { $0 + $1.departures } == figures.departures)
        #expect(figures.months.reduce(0, +) == figures.departures)
        if !figures.units.isEmpty {
          #expect(figures.units.reduce(0) { $0 + $1.departures } == figures.departures)
          #expect(figures.units.reduce(0) { $0 + $1.before } == figures.before)
        }
      }
    }
  }

  @Test func aPeriodThatIsNotOverIsHeldAgainstTheSameDaysOfTheYearBefore() {
    var book = Book(today: "2024-08-10")
    for date in ["2023-08-05", "2023-08-10", "2023-08-11", "2023-09-01", "2024-08-01"] { book.leave(date) }
    let census = Census(book.register, today: book.today)
    let month = PeriodFigures(census, aUnit("082@2023"), Period(year: 2024, months: 8...8))
    #expect(month.departures == 1 && month.before == 2 && month.beforeUntil == aDay("2023-08-10"))
    let july = PeriodFigures(census, aUnit("082@2023"), Period(year: 2024, months: 7...7))
    #expect(july.departures == 0 && july.before == 0 && july.beforeUntil == aDay("2023-07-31"))
    let past = PeriodFigures(census, aUnit("082@2023"), Period(year: 2023))
    #expect(past.departures == 4 && past.before == 0)
  }

  @Test func whoMissesAMonthIsListedOnceItsDayHasPassed() throws {
    var book = Book(today: "2024-09-30")
    for period in ["2024-07", "2024-08"] {
      for commune in Places.standard.communes(of: aUnit("082@2023")).dropFirst(2) {
        let code = Places.standard[commune].code
        try book.add(
          .report,
          #"{"unit":"\#(code)","catalogue":"2023","period":"\#(period)","state":"sent","on":"2024-09-05","by":"Cán bộ mẫu"}"#
        )
      }
    }
    let census = Census(book.register, today: book.today)
    let reports = ReportFigures(census, aUnit("082@2023"), Period(year: 2024, months: 7...12))
    #expect(reports.over == [7, 8, 9] && reports.due == [7, 8])
    #expect(reports.missing.map(\.months) == [[7, 8], [7, 8]])
    let progress = Progress(census, Scope(aUnit("082@2023")), year: 2024)
    #expect(reports.tally(8).received == progress.reports.received)
    #expect(reports.sealed.count == 0 && reports.sealed.due == 63)
  }
}
