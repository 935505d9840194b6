import Testing

@testable import Model

@Suite("The period of a printed report")
struct DocumentPeriodTests {
  @Test(arguments: [
    ("2024-09", 9...9, "tháng 9 năm 2024"), ("2024-Q3", 7...9, "quý III năm 2024"),
    ("2024-H1", 1...6, "6 tháng đầu năm 2024"), ("2024-H2", 7...12, "6 tháng cuối năm 2024"),
    ("2024", 1...12, "năm 2024"),
  ])
  func aCodeIsReadAndWrittenAlike(code: String, months: ClosedRange<Int>, words: String) throws {
    let period = try #require(DocumentPeriod(code: code))
    #expect(period.months == months)
    #expect(period.code == code)
    #expect(period.words.vi == words)
    #expect(period.first.month == months.lowerBound)
    #expect(period.last == period.last.endOfMonth && period.last.month == months.upperBound)
    #expect(period.yearBefore.code.hasPrefix("2023") && period.yearBefore.months == months)
    #expect(period.toDate.months == 1...months.upperBound)
  }

  @Test(arguments: [
    "", "24", "2024-13", "2024-Q5", "2024-H3", "2024-9", "2024-09S", "1999", "2024-09-01", "x",
  ])
  func whatIsNoCalendarPeriodIsRefused(code: String) { #expect(DocumentPeriod(code: code) == nil) }

  @Test(arguments: [
    ("9", "2024-09"), ("12", "2024-12"), ("h1", "2024-H1"), ("Q3", "2024-Q3"), ("2023", "2023"),
    ("2023-02", "2023-02"), ("09", "2024-09"),
  ])
  func aLineIsReadInTheYearShown(typed: String, code: String) {
    #expect(DocumentPeriod(typed: typed, year: 2024)?.code == code)
  }

  @Test(arguments: ["0", "13", "H3", "abc", ""])
  func whatIsNoPeriodIsNotRead(typed: String) { #expect(DocumentPeriod(typed: typed, year: 2024) == nil) }

  @Test(arguments: [
    (2024, "2024-09-30", "2024-09"), (2024, "2024-09-29", "2024-08"), (2024, "2024-07-04", "2024-H1"),
    (2024, "2024-12-31", "2024"), (2023, "2024-01-05", "2023"), (2024, "2024-01-05", "2024"),
  ])
  func whatHasJustEndedIsProposed(year: Int, today: String, code: String) {
    #expect(DocumentPeriod(proposedFor: year, on: aDay(today)).code == code)
  }
}
