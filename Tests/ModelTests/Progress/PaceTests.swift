import Testing

@testable import Model

@Suite("How far one should be by a day")
struct PaceTests {
  @Test(arguments: [
    ("10,20,30,40", [10, 20, 30, 40]), ("25 % 25 % 25 % 25 %", [25, 25, 25, 25]),
    ("0;0;0;100", [0, 0, 0, 100]),
    ("5 5 5 5 10 10 10 10 10 10 10 10", [5, 5, 5, 5] + [Int](repeating: 10, count: 8)),
  ])
  func phasingIsReadAsPeopleTypeIt(text: String, parts: [Int]) { #expect(Pace.phasing(text) == parts) }

  @Test(arguments: ["", "100", "10,20,30", "10,20,30,41", "10,20,30,-40", "10,20,x,40", "50,50"])
  func whatIsNoPhasingIsRefused(text: String) { #expect(Pace.phasing(text) == nil) }

  @Test(arguments: [
    ("2024-03-31", 20), ("2024-06-30", 60), ("2024-09-30", 120), ("2024-12-31", 200), ("2024-02-15", 10),
    ("2023-12-31", 0), ("2025-01-01", 200),
  ])
  func aPhasedYearBringsWhatItsQuartersDo(day: String, expected: Int) {
    #expect(Pace(Period(year: 2024), [10, 20, 30, 40]).expected(200, aDay(day)) == expected)
  }

  /// The parts of a year ask for what the year does, apart from rounding each.
  @Test(
    arguments: Period.Reckoning.allCases, [[], [10, 20, 30, 40], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 34]])
  func thePartsOfAYearAskForTheYear(reckoning: Period.Reckoning, phasing: [Int]) {
    let year = Period(year: 2024, reckoning)
    for length in Period.Length.allCases {
      var period = year.resized(length, on: aDay("2000-01-01"))
      var sum = 0
      while period.year == 2024 {
        sum += Pace(period, phasing).whole(12_000)
        period = period.moved(by: 1)
      }
      #expect(abs(sum - 12_000) <= 12 / length.rawValue, "\(length)")
    }
    #expect(Pace(year, phasing).whole(200) == 200)
  }

  @Test func aPeriodAsksForNothingBeforeItBegins() {
    let quarter = Pace(Period(year: 2024, months: 4...6))
    #expect(quarter.expected(366, aDay("2024-03-31")) == 0 && quarter.expected(366, aDay("2024-04-01")) == 1)
    #expect(quarter.expected(366, aDay("2024-08-01")) == 91 && quarter.whole(366) == 91)
  }
}
