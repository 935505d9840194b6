import Testing

@testable import Model

@Suite("Who has reported")
struct ReportsTests {
  @Test(arguments: [
    ("2024-09-30", "2024-08"), ("2024-09-10", "2024-08"), ("2024-09-09", "2024-07"),
    ("2024-01-09", "2023-11"),
    ("2024-01-10", "2023-12"), ("2024-02-10", "2024-01"),
  ])
  func theLastPeriodThatIsDueIsShown(date: String, period: String) {
    #expect(ReportingPeriod.lastDue(on: aDay(date)).code == period)
    #expect(Book().progress(today: date).reports.period == period)
  }

  @Test func aPeriodIsDueOnTheTenthOfTheFollowingMonth() {
    #expect(ReportingPeriod(year: 2024, month: 12).due == aDay("2025-01-10"))
  }

  /// The reports of Bát Xát, whose 21 communes have all to report.
  private func reports(
    _ state: String, _ date: String, period: String = "2024-08", today: String = "2024-09-30"
  ) throws
    -> Progress.Reports
  {
    var book = Book()
    try book.add(
      .report,
      #"{"unit":"02728","catalogue":"2023","period":"\#(period)","state":"\#(state)","on":"\#(date)","by":"Cán bộ mẫu"}"#
    )
    return book.progress("082@2023", today: today).reports
  }

  @Test(arguments: ["nil", "data", "sent", "approved", "sealed"])
  func aReportInTimeIsReceivedInTime(state: String) throws {
    let found = try reports(state, "2024-09-10")
    #expect([found.due, found.received, found.inTime] == [21, 1, 1])
  }

  @Test func aReportADayLateIsReceivedAndNotInTime() throws {
    let found = try reports("sent", "2024-09-11")
    #expect([found.due, found.received, found.inTime] == [21, 1, 0])
  }

  @Test func whoIsExemptIsNotDue() throws {
    let found = try reports("exempt", "2024-09-01")
    #expect([found.due, found.received, found.inTime] == [20, 0, 0])
  }

  @Test func aReturnedReportIsNotReceived() throws {
    let found = try reports("returned", "2024-09-05")
    #expect([found.due, found.received, found.inTime] == [21, 0, 0])
  }

  @Test func aReportSentAgainIsAsTimelyAsItsFirstSending() throws {
    var book = Book()
    for (state, date) in [("sent", "2024-09-05"), ("returned", "2024-09-12"), ("sent", "2024-09-20")] {
      try book.add(
        .report,
        #"{"unit":"02728","catalogue":"2023","period":"2024-08","state":"\#(state)","on":"\#(date)"}"#)
    }
    let found = book.progress("082@2023").reports
    #expect([found.received, found.inTime] == [1, 1])
    #expect(book.register.conflictCount(.report, 0) == 0)
  }

  @Test func aReportOfAnotherPeriodDoesNotCount() throws {
    #expect(try reports("sent", "2024-08-05", period: "2024-07").received == 0)
  }

  @Test func onAPastDayALaterReportHadNotArrived() throws {
    #expect(try reports("sent", "2024-09-20", today: "2024-09-15").received == 0)
    #expect(try reports("sent", "2024-09-20", today: "2024-09-20").received == 1)
  }

  @Test func allCommunesOfThePlaceAndTimeAreDue() {
    #expect(Book().progress().reports.due == 152)
    #expect(Book().progress(today: "2024-12-15").reports.due == 151)
    #expect(Book().progress("15@2025", year: 2025, today: "2025-08-15").reports.due == 48)
    #expect(Book().progress().rows.reduce(0) { $0 + $1.reports.due } == 152)
  }

  @Test func theMonthBeforeAMergerIsDueFromTheCommunesOfThatTime() throws {
    var book = Book(today: "2025-07-15")
    #expect(book.progress("15@2025", year: 2025).reports.due == 151)
    try book.add(
      .report, #"{"unit":"02728","catalogue":"2024-11","period":"2025-06","state":"sent","on":"2025-07-05"}"#)
    let found = book.progress("15@2025", year: 2025).reports
    #expect([found.due, found.received, found.inTime] == [151, 1, 1])
  }

  @Test func aReportTypedUnderAnOlderCatalogueOfTheSameCommuneCounts() throws {
    var book = Book(today: "2024-12-15")
    try book.add(
      .report, #"{"unit":"02728","catalogue":"2023","period":"2024-11","state":"sent","on":"2024-12-05"}"#)
    #expect(book.progress("082@2024-11").reports.received == 1)
  }
}
