import Testing

@testable import Model

@Suite("How far the tasks are")
struct TaskTests {
  private func update(_ book: inout Book, _ task: String, _ place: String, _ date: String, _ percent: Int?) {
    var fields: [(String, FieldValue)] = [
      ("task", .text(task)), ("unit", .unit(aUnit(place))), ("on", .day(aDay(date))),
    ]
    if let percent { fields.append(("percent", .integer(percent))) }
    book.save([Edit("update/\(book.lines.count)", fields)])
  }

  private func percent(_ book: Book, _ task: String, today: String = "2024-09-30") -> Int? {
    TaskProgress(book.register, today: aDay(today)).percent(task)
  }

  @Test func theLeadsLatestWordCounts() {
    var book = Book()
    update(&book, "III.1.1", "10@2023", "2024-08-12", 50)
    update(&book, "III.1.1", "10@2023", "2024-03-12", 40)
    #expect(percent(book, "III.1.1") == 50)
    #expect(percent(book, "III.1.1", today: "2024-08-11") == 40)
    #expect(percent(book, "III.1.1", today: "2024-03-11") == nil)
  }

  @Test func otherUnitsAreListedAndNotAveraged() {
    var book = Book()
    update(&book, "III.1.1", "10@2023", "2024-03-12", 40)
    update(&book, "III.1.1", "02728@2023", "2024-09-12", 90)
    #expect(percent(book, "III.1.1") == 40)
    #expect(TaskProgress(book.register, today: book.today).updates(of: "III.1.1").map(\.percent) == [90, 40])
  }

  @Test func aNoteWithoutAPercentageChangesNone() {
    var book = Book()
    update(&book, "III.1.1", "10@2023", "2024-03-12", 40)
    update(&book, "III.1.1", "10@2023", "2024-04-12", nil)
    #expect(percent(book, "III.1.1") == 40)
  }

  @Test func aParentIsTheMeanOfItsChildrenRoundedHalfUp() {
    var book = Book()
    update(&book, "III.1.1", "10@2023", "2024-03-12", 50)
    #expect(percent(book, "III.1") == 25)
    update(&book, "III.1.2", "10@2023", "2024-03-12", 91)
    #expect(percent(book, "III.1") == 71)
  }

  @Test func aParentOfWhomNobodySpokeHasNoPercentage() {
    #expect(percent(Book(), "III.1") == nil)
    #expect(percent(Book(), "III.1.1") == nil)
  }

  @Test func ofOneDayTheLaterLineCountsInWhateverOrderTheyArrive() {
    var book = Book()
    for percent in [70, 60] { update(&book, "III.1.1", "10@2023", "2024-03-12", percent) }
    for lines in [book.lines, book.lines.reversed()] {
      #expect(TaskProgress(Register(folding: lines), today: book.today).percent("III.1.1") == 60)
    }
  }

  @Test func aDeadlineIsWhatWasDecidedLast() {
    var book = Book()
    for (id, due) in [("a", "2024-09-20"), ("b", "2024-08-20")] {
      book.save([Edit("deadline/\(id)", [("task", .text("III.1.1")), ("due", .day(aDay(due)))])])
    }
    for lines in [book.lines, book.lines.reversed()] {
      #expect(TaskProgress(Register(folding: lines), today: book.today).due("III.1.1") == aDay("2024-08-20"))
    }
    #expect(TaskProgress(book.register, today: book.today).due("III.1.2") == nil)
  }

  /// The holiday of 2 and 3 September 2024 and two weekends are no working days.
  @Test func whatIsLateIsCountedInWorkingDays() {
    let late = TaskDue(aDay("2024-08-30"), today: aDay("2024-09-12"))
    #expect(late.isLate && late.words.vi == "quá 7 ngày làm việc" && late.mark == "!7lv", "\(late)")
    let soon = TaskDue(aDay("2024-09-12"), today: aDay("2024-08-30"))
    #expect(!soon.isLate && soon.words.vi == "còn 7 ngày làm việc" && soon.mark.isEmpty, "\(soon)")
    let saturday = TaskDue(aDay("2024-09-13"), today: aDay("2024-09-14"))
    #expect(saturday.isLate && saturday.words.vi == "quá hạn, chưa hết một ngày làm việc", "\(saturday)")
    #expect(TaskDue(aDay("2024-09-12"), today: aDay("2024-09-13")).words.en == "1 working day overdue")
  }

  /// Sở Nội vụ took over the duties of Sở LĐTBXH on 01/03/2025.
  @Test func whoTookAnAgencysDutiesOverHasItsClauses() throws {
    let book = Book()
    let progress = TaskProgress(book.register, today: book.today)
    let clause = try #require(progress.tasks.first { $0.lead.contains("SLDTBXH") })
    #expect(progress.concerns(clause, .agency("SNV")) && progress.concerns(clause, .agency("SLDTBXH")))
    #expect(!progress.concerns(clause, .agency("DOLAB")))
  }
}
