import Testing

@testable import Model

@Suite("T1: departures of the year")
struct DeparturesTargetTests {
  @Test func everyLawfulFormCounts() {
    var book = Book()
    for form in CodeList.contractForms.codes {
      book.leave("2024-03-01") { $0[Departure.contractForm] = .code(form.code) }
    }
    #expect(CodeList.contractForms.count == 7)
    #expect(book.progress().t1.achieved == 7)
  }

  @Test func withoutALawfulFormNothingCounts() {
    var book = Book()
    book.leave("2024-03-01") { $0[Departure.contractForm] = .none }
    book.save([
      Edit(
        "departure/x",
        [
          ("commune", .unit(aUnit("02728@2023"))), ("departedOn", .day(aDay("2024-03-01"))),
          ("contractForm", .code("SMUGGLED")),
        ])
    ])
    #expect(book.progress().t1.achieved == 0)
  }

  @Test func onlyDaysOfTheYearUntilTodayCount() {
    var book = Book()
    for date in ["2023-12-31", "2024-01-01", "2024-09-30", "2024-10-01", "2025-01-01"] { book.leave(date) }
    #expect(book.progress().t1.achieved == 2)
    #expect(book.progress(today: "2024-09-29").t1.achieved == 1)
    #expect(book.progress(year: 2023).t1.achieved == 1)
    #expect(book.progress(year: 2025).t1.achieved == 0)
  }

  @Test(arguments: ["WITHDRAWN", "REJECTED", "ILLEGAL_DEPARTURE"])
  func whoWithdrewWasRejectedOrLeftIllegallyDoesNotCount(status: String) {
    var book = Book()
    book.leave("2024-03-01") { $0[DepartureEntry.status] = .code(status) }
    book.leave("2024-03-01")
    #expect(book.progress().t1.achieved == 1)
  }

  @Test(arguments: ["RETURNED_EARLY", "OVERSTAY", "DECEASED", "LIQUIDATED", "EXTENDED"])
  func whatHappenedAbroadChangesNothing(status: String) {
    var book = Book()
    book.leave("2024-03-01") { $0[DepartureEntry.status] = .code(status) }
    #expect(book.progress().t1.achieved == 1)
  }

  @Test func aDeletedDepartureDoesNotCount() throws {
    var book = Book()
    book.leave("2024-03-01")
    book.save(try #require(book.register.undoing(book.register.lines.id(0))))
    #expect(book.progress().t1.achieved == 0)
  }

  @Test func twoDeparturesOfOnePersonAreOneWorker() {
    var book = Book()
    for date in ["2024-01-05", "2024-08-05"] {
      book.leave(date) { $0[Worker.citizenId] = .text("010204000104") }
    }
    book.leave("2024-02-02")
    let t1 = book.progress().t1
    #expect(t1.achieved == 3 && t1.workers == 2)
  }

  @Test func twoRecordsOfOneIdAreOneWorkerBeforeTheyAreMergedToo() {
    var book = Book()
    for name in ["a", "b"] {
      book.save([
        Edit("worker/\(name)", [("citizenId", .text("010204000104"))]),
        Edit(
          "departure/\(name)",
          [
            ("worker", .link("worker/\(name)")), ("commune", .unit(aUnit("02728@2023"))),
            ("contractForm", .code("DIRECT")), ("departedOn", .day(aDay("2024-03-0\(name == "a" ? 1 : 2)"))),
          ]),
      ])
    }
    #expect(book.progress().t1.achieved == 2 && book.progress().t1.workers == 1)
  }

  @Test func mergedRecordsAreOneWorkerWhateverTheirIds() {
    var book = Book()
    book.leave("2024-01-05")
    book.leave("2024-08-05")
    #expect(book.progress().t1.workers == 2)
    book.save([Edit(book.register.key(.worker, 1), [("into", .link(book.register.key(.worker, 0)))])])
    #expect(book.progress().t1.workers == 1)
  }

  @Test func thosePreparingAreThePipeline() {
    var book = Book()
    for status in ["INTERESTED", "TRAINING", "VISA_GRANTED", "WITHDRAWN", "REJECTED"] {
      book.leave("2024-03-01") {
        $0[DepartureEntry.status] = .code(status)
        $0[Departure.departedOn] = .none
        $0[Departure.plannedOn] = .day(aDay("2024-11-01"))
      }
    }
    book.leave("2024-03-01")
    #expect(book.progress().t1.pipeline == 3)
    #expect(book.progress().t1.achieved == 1)
  }

  @Test func nobodyWaitsAndHasLeftAtOnce() {
    var book = Book()
    for status in ["VISA_GRANTED", "REGISTERED", "ABROAD"] {
      book.leave("2024-03-01") { $0[DepartureEntry.status] = .code(status) }
    }
    book.leave("2024-03-01") {
      $0[DepartureEntry.status] = .code("VISA_GRANTED")
      $0[Departure.contractForm] = .none
    }
    #expect(book.progress().t1.achieved == 3)
    #expect(book.progress().t1.pipeline == 0)
  }

  @Test(arguments: [
    ("2024-09-30", 150), ("2024-01-01", 1), ("2024-12-31", 200), ("2023-12-31", 0), ("2025-06-30", 200),
    ("2024-07-01", 100), ("2024-06-30", 99),
  ])
  func theStraightLineIsRoundedHalfUp(date: String, expected: Int) {
    #expect(Pace(Period(year: 2024)).expected(200, aDay(date)) == expected)
  }

  @Test func halfAPersonIsRoundedUp() {
    #expect(Pace(Period(year: 2024)).expected(1, aDay("2024-07-01")) == 1)
    #expect(Pace(Period(year: 2024)).expected(1, aDay("2024-06-30")) == 0)
    #expect(Pace(Period(year: 2024)).expected(366, aDay("2024-03-01")) == 61)
  }

  @Test func thePlansOwnValueIsTheProvincesTarget() {
    var book = Book()
    book.leave("2024-03-01")
    let t1 = book.progress().t1
    #expect(t1.target == 200 && t1.expected == 150 && t1.ahead == -149)
  }
}
