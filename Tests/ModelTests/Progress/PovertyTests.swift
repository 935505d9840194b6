import Testing

@testable import Model

@Suite("T2: poor households that escape poverty")
struct PovertyTests {
  /// A poor district, communes marked as no case, and a district of which nothing is known.
  private let poor = "02728@2023"
  private let outside = "02635@2023"
  private let unknown = "02947@2023"

  @Test func theAreaIsAPoorDistrictOrAMarkedCommune() {
    var book = Book()
    for place in [poor, outside, unknown] { book.leave("2023-05-01", from: place, poverty: "POOR") }
    let t2 = book.progress().t2
    #expect(t2.part.denominator == 1 && t2.areaUnknown == 1)
  }

  @Test func aMarkDecidesWhatWasUnknown() {
    for (value, denominator, areaUnknown) in [(true, 2, 0), (false, 1, 0)] {
      var book = Book()
      for place in [poor, unknown] { book.leave("2023-05-01", from: place, poverty: "POOR") }
      book.save([
        Edit(
          "mark/a",
          [
            ("unit", .unit(aUnit(unknown))), ("mark", .text("especiallyDisadvantaged")),
            ("value", .flag(value)),
          ])
      ])
      #expect(book.progress().t2.part.denominator == denominator)
      #expect(book.progress().t2.areaUnknown == areaUnknown)
    }
  }

  @Test func aMarkCountsOnlyWhileItIsValid() {
    var book = Book()
    for date in ["2023-04-30", "2023-05-01", "2023-06-30", "2023-07-01"] {
      book.leave(date, from: outside, poverty: "POOR")
    }
    book.save([
      Edit(
        "mark/a",
        [
          ("unit", .unit(aUnit("080@2023"))), ("mark", .text("poorDistrict")), ("value", .flag(true)),
          ("from", .day(aDay("2023-05-01"))), ("until", .day(aDay("2023-06-30"))),
        ])
    ])
    #expect(book.progress().t2.part.denominator == 2)
  }

  @Test func theLaterOfTwoMarksDecidesInWhateverOrderTheyArrive() {
    var book = Book()
    book.leave("2023-05-01", from: unknown, poverty: "POOR")
    for value in [true, false] {
      book.save([
        Edit(
          "mark/\(value)",
          [
            ("unit", .unit(aUnit(unknown))), ("mark", .text("especiallyDisadvantaged")),
            ("value", .flag(value)),
          ])
      ])
    }
    for lines in [book.lines, book.lines.reversed()] {
      let progress = Progress(
        Census(Register(folding: lines), today: book.today), Scope(aUnit("10@2023")), year: 2024)
      #expect(progress.t2.part.denominator == 0 && progress.t2.areaUnknown == 0)
    }
  }

  @Test func onlyHouseholdsThatWerePoorThenCount() {
    var book = Book()
    for poverty in CodeList.householdClasses.codes { book.leave("2023-05-01", poverty: poverty.code) }
    book.leave("2023-05-01")
    #expect(book.progress().t2.part.denominator == 1)
  }

  @Test func theFirstDepartureDecidesClassAndYear() {
    var book = Book()
    let first = book.leave("2023-05-01", poverty: "NEAR_POOR") { $0[Household.key] = .text("h") }
    book.leave("2024-05-01", poverty: "POOR") { $0[Household.key] = .text("h") }
    #expect(book.progress().t2.part.denominator == 0)
    book.review(first, 2025, "OTHER")
    #expect(book.progress(year: 2025, today: "2025-09-30").t2.part.denominator == 0)
  }

  @Test func aHouseholdOfSeveralWorkersIsOneHousehold() {
    var book = Book()
    for _ in 0..<3 { book.leave("2023-05-01", poverty: "POOR") { $0[Household.key] = .text("h") } }
    #expect(book.progress().t2.part.denominator == 1)
  }

  @Test func theLatestReviewUntilTheYearAskedDecides() {
    var book = Book()
    let row = book.leave("2023-05-01", poverty: "POOR")
    #expect(book.progress().t2.notReviewed == 1)
    book.review(row, 2024, "NEAR_POOR")
    let t2 = book.progress().t2
    #expect(
      t2.part == Progress.Part(numerator: 1, denominator: 1) && t2.toNearPoor == 1 && t2.notReviewed == 0)
    book.review(row, 2025, "POOR")
    #expect(book.progress().t2.part.numerator == 1)
    #expect(book.progress(year: 2025, today: "2025-12-31").t2.part.numerator == 0)
    #expect(book.progress(year: 2025, today: "2025-12-31").t2.notReviewed == 0)
  }

  @Test(arguments: [("POOR", 0), ("NEAR_POOR", 1), ("NEWLY_ESCAPED", 1), ("AVERAGE", 1), ("OTHER", 1)])
  func whoIsNoLongerPoorHasEscaped(outcome: String, escaped: Int) {
    var book = Book()
    book.review(book.leave("2023-05-01", poverty: "POOR"), 2024, outcome)
    #expect(book.progress().t2.part == Progress.Part(numerator: escaped, denominator: 1))
  }

  @Test func aReviewOfTheSameYearIsNoLaterOne() {
    var book = Book()
    book.leave("2024-05-01", poverty: "POOR")
    #expect(book.progress().t2.notReviewed == 1)
  }

  @Test func itCountsFromThePlansFirstYearOn() {
    var book = Book()
    for date in ["2022-05-01", "2023-01-01", "2024-05-01"] { book.leave(date, poverty: "POOR") }
    #expect(book.progress().t2.part.denominator == 2)
    #expect(book.progress(year: 2023).t2.part.denominator == 1)
  }

  @Test func theAreaIsThatOfTheDepartureWhereverPlacesAreSeenFrom() {
    var book = Book()
    for place in [poor, outside, unknown] { book.leave("2023-05-01", from: place, poverty: "POOR") }
    let t2 = book.progress("15@2025").t2
    #expect(t2.part.denominator == 1 && t2.areaUnknown == 1)
  }

  @Test func theFigureAndThePeopleBehindItAgree() {
    var book = Book()
    for outcome in ["POOR", "NEAR_POOR", "OTHER"] {
      book.review(book.leave("2023-05-01", poverty: "POOR"), 2024, outcome)
    }
    book.leave("2023-06-01", poverty: "POOR")
    book.leave("2023-06-01", from: unknown, poverty: "POOR")
    let query = PeopleQuery(Census(book.register, today: book.today), Scope(aUnit("10@2023")), year: 2024)
    let t2 = book.progress().t2
    #expect(query.departures(.poor).count == 4 && t2.part.denominator == 4)
    #expect(query.departures(.escaped).count == 2 && t2.part.numerator == 2)
    #expect(query.departures(.notReviewed).count == 1 && t2.notReviewed == 1)
    #expect(query.departures(.areaUnknown).count == 1 && t2.areaUnknown == 1)
  }
}
