import Testing

@testable import Model

@Suite("The period that figures are asked for")
struct PeriodTests {
  @Test(arguments: [
    ("2024-09", 9...9, "tháng 9 năm 2024"), ("2024-Q3", 7...9, "quý III năm 2024"),
    ("2024-H1", 1...6, "6 tháng đầu năm 2024"), ("2024-H2", 7...12, "6 tháng cuối năm 2024"),
    ("2024", 1...12, "năm 2024"),
  ])
  func aCodeIsReadAndWrittenAlike(code: String, months: ClosedRange<Int>, words: String) throws {
    let period = try #require(Period(code: code))
    #expect(period.months == months)
    #expect(period.code == code)
    #expect(period.words.vi == words)
    #expect(period.first.month == months.lowerBound)
    #expect(period.last == period.last.endOfMonth && period.last.month == months.upperBound)
    #expect(period.yearBefore.code.hasPrefix("2023") && period.yearBefore.months == months)
    #expect(period.toDate.months == 1...months.upperBound)
  }

  @Test(arguments: [
    "", "24", "2024-13", "2024-Q5", "2024-H3", "2024-9", "2024-09SS", "S", "1999", "2024-09-01", "x",
  ])
  func whatIsNoCalendarPeriodIsRefused(code: String) { #expect(Period(code: code) == nil) }

  @Test(arguments: [
    ("9", "2024-09"), ("12", "2024-12"), ("h1", "2024-H1"), ("Q3", "2024-Q3"), ("2023", "2023"),
    ("2023-02", "2023-02"), ("09", "2024-09"),
  ])
  func aLineIsReadInTheYearShown(typed: String, code: String) {
    #expect(Period(typed: typed, year: 2024)?.code == code)
  }

  @Test(arguments: ["0", "13", "H3", "abc", ""])
  func whatIsNoPeriodIsNotRead(typed: String) { #expect(Period(typed: typed, year: 2024) == nil) }

  @Test(arguments: [
    (2024, "2024-09-30", "2024-09"), (2024, "2024-09-29", "2024-08"), (2024, "2024-07-04", "2024-H1"),
    (2024, "2024-12-31", "2024"), (2023, "2024-01-05", "2023"), (2024, "2024-01-05", "2024"),
  ])
  func whatHasJustEndedIsProposed(year: Int, today: String, code: String) {
    #expect(Period(proposedFor: year, on: aDay(today)).code == code)
  }

  /// Decree 09/2019/NĐ-CP, article 12.
  @Test(arguments: [
    ("2024-09S", "2024-08-15", "2024-09-14"), ("2024-01S", "2023-12-15", "2024-01-14"),
    ("2024-Q1S", "2023-12-15", "2024-03-14"), ("2024-H1S", "2023-12-15", "2024-06-14"),
    ("2024-H2S", "2024-06-15", "2024-12-14"), ("2024S", "2023-12-15", "2024-12-14"),
    ("2024-03S", "2024-02-15", "2024-03-14"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024", "2024-01-01", "2024-12-31"),
  ])
  func statePeriodsGoFromTheFifteenth(code: String, first: String, last: String) throws {
    let period = try #require(Period(code: code))
    #expect(period.code == code && period.first == aDay(first) && period.last == aDay(last))
    #expect(
      period.contains(aDay(first)) && !period.contains(aDay(last) + 1) && !period.contains(aDay(first) - 1))
  }

  /// One follows the other without a gap, and each day lies in the month that is said of it.
  @Test(arguments: Period.Reckoning.allCases, Period.Length.allCases)
  func periodsCoverEveryDayOnce(reckoning: Period.Reckoning, length: Period.Length) {
    var period = Period(year: 2023, reckoning).resized(length, on: aDay("2020-01-01"))
    for _ in 0..<30 {
      let next = period.moved(by: 1)
      #expect(next.first == period.last + 1 && next.moved(by: -1) == period && next.length == length)
      #expect(next.parts.first?.first == next.first && next.parts.last?.last == next.last)
      for day in [next.first, next.last] {
        let month = next.month(of: day)
        #expect(month.year == next.year && next.months.contains(month.month))
      }
      period = next
    }
  }

  @Test func whatBecomesShorterStaysAboutToday() {
    let today = aDay("2024-09-30")
    let year = Period(year: 2024)
    #expect(
      year.resized(.half, on: today).code == "2024-H2" && year.resized(.month, on: today).code == "2024-09")
    #expect(Period(year: 2023).resized(.quarter, on: today).code == "2023-Q1")
    #expect(year.counted(.state).resized(.month, on: today).code == "2024-10S")
    #expect(Period(code: "2024-Q3")?.resized(.year, on: today) == year)
  }
}
