import Testing

@testable import Model

@Suite("The other records that can be added")
struct AddedKindsTests {
  private func refusal(_ kind: AddedKind, _ text: String, _ book: Book = Book()) -> Finding? {
    var book = book
    do {
      try book.add(kind, text)
      return nil
    } catch {
      return error as? Finding
    }
  }

  /// The fields of the refusals of a record, one member replaced at a time; a missing member is `null` too.
  private func field(_ kind: AddedKind, _ text: String, _ key: String, _ value: JSON) throws -> String? {
    let members = (try JSON.parse(text.utf8)).members ?? []
    let changed = members.filter { $0.key != key } + [JSON.Member(key, value)]
    return refusal(kind, String(decoding: JSON.object(changed).bytes, as: UTF8.self), Book.withOne)?.field
  }

  private let review =
    #"{"household":"h1","commune":"02728","catalogue":"2023","year":2025,"class":"NEAR_POOR"}"#

  @Test func aReviewOfAKnownHousehold() throws {
    var book = Book.withOne
    try book.add(.householdReview, review)
    let register = book.register
    #expect(register.records(.household) == [0])
    #expect(register.householdClass(0, year: 2025)?.code == "NEAR_POOR")
    #expect(register.householdClass(0, year: 2024)?.code == "POOR")
  }

  @Test func aReviewMakesAHouseholdThatIsNotKnownYet() throws {
    var book = Book()
    try book.add(.householdReview, review)
    #expect(book.register.key(.household, 0) == "household/02728@2023:h1")
    #expect(book.register.row(of: "review/02728@2023:h1:2025") != nil)
  }

  @Test func aSecondReviewOfTheYearReplacesTheFirst() throws {
    var book = Book()
    try book.add(.householdReview, review)
    try book.add(.householdReview, review.replacing("NEAR_POOR", with: "OTHER"))
    #expect(book.register.code(HouseholdReview.outcome, 0) == "OTHER")
    #expect(book.register.conflictCount(.review, 0) == 0)
  }

  @Test func aReviewMayNameAMemberInstead() throws {
    for household in ["", #""household":null,"#] {
      var book = Book.withOne
      try book.add(
        .householdReview, #"{\#(household)"citizenId":"010204000104","year":2025,"class":"OTHER"}"#)
      #expect(book.register.householdClass(0, year: 2025)?.code == "OTHER")
    }
    #expect(
      refusal(.householdReview, #"{"citizenId":"010204999999","year":2025,"class":"OTHER"}"#)?.field
        == "citizenId")
  }

  @Test(arguments: [
    ("household", nil as JSON), ("commune", "99999"), ("year", 1999), ("year", "2025"), ("class", "RICH"),
    ("class", nil),
  ])
  func aReviewIsRefusedByField(key: String, value: JSON) throws {
    #expect(try field(.householdReview, review, key, value) == key)
  }

  @Test func aDistrictIsNoCommune() throws {
    #expect(try field(.householdReview, review, "commune", "082") == "commune")
    #expect(try field(.incident, incident, "commune", "082") == "commune")
  }

  @Test func nothingHappensAfterToday() throws {
    let update = #"{"task":"III.1.1","unit":"02728","catalogue":"2023","on":"2024-09-12","percent":50}"#
    #expect(try field(.incident, incident, "on", "2024-10-01") == "on")
    #expect(try field(.taskUpdate, update, "on", "2024-10-01") == "on")
    #expect(try field(.taskUpdate, update, "on", "2024-09-30") == nil)
  }

  @Test func aClauseWithSubClausesIsNotUpdatedItself() throws {
    let update = #"{"task":"III.1.1","unit":"02728","catalogue":"2023","on":"2024-09-12","percent":50}"#
    #expect(try field(.taskUpdate, update, "task", "III.1") == "task")
  }

  private let incident =
    #"{"type":"ILLEGAL_STAY","on":"2024-08-01","commune":"02728","catalogue":"2023","citizenId":null,"state":"open"}"#

  @Test func anIncidentIsAdded() throws {
    var book = Book.withOne
    try book.add(.incident, incident)
    try book.add(.incident, incident.replacing("null", with: "\"010204000104\""))
    let register = book.register
    #expect(
      register.code(Incident.type, 0) == "ILLEGAL_STAY" && register.day(Incident.on, 0) == aDay("2024-08-01"))
    #expect(
      register.unit(Incident.commune, 0) == aUnit("02728@2023") && register.text(Incident.state, 0) == "open")
    #expect(register.link(Incident.worker, 0) == nil && register.link(Incident.worker, 1) == 0)
  }

  @Test(arguments: [
    ("type", "THEFT" as JSON), ("type", nil), ("on", "x"), ("commune", nil), ("state", "ajar"), ("state", 1),
    ("citizenId", "010204999999"), ("citizenId", 10_204_000_104),
  ])
  func anIncidentIsRefusedByField(key: String, value: JSON) throws {
    #expect(try field(.incident, incident, key, value) == key)
  }

  private let update =
    #"{"task":"III.1.1","unit":"02728","catalogue":"2023","on":"2024-09-12","percent":50,"note":"…","evidence":"45/BC"}"#

  @Test func aTaskUpdateIsAdded() throws {
    var book = Book()
    try book.add(.taskUpdate, update)
    let found = TaskProgress(book.register, today: book.today).updates(of: "III.1.1")
    #expect(found.map(\.percent) == [50] && found.map(\.note) == ["…"] && found.map(\.evidence) == ["45/BC"])
    #expect(found.map(\.unit) == [aUnit("02728@2023")])
  }

  @Test(arguments: [
    ("task", "IX.9" as JSON), ("unit", "99999"), ("on", nil), ("percent", 101), ("percent", "50"),
  ])
  func aTaskUpdateIsRefusedByField(key: String, value: JSON) throws {
    #expect(try field(.taskUpdate, update, key, value) == key)
  }

  private let target =
    #"{"id":"T1","year":2024,"catalogue":"2023","value":200,"decision":"QĐ mẫu","shares":{"082":28,"083":26}}"#

  @Test func aTargetIsAddedWithItsShares() throws {
    var book = Book()
    try book.add(.target, target)
    let key = book.register.key(.target, 0)
    let shares = book.register.openValues(key, prefix: "share.")
    #expect(
      shares.map(\.key) == ["082@2023", "083@2023"] && shares.map(\.value) == [.integer(28), .integer(26)])
    #expect(book.register.text(TargetVersion.decision, 0) == "QĐ mẫu")
  }

  @Test(arguments: [
    ("id", "T9" as JSON), ("year", nil), ("value", -1), ("shares", ["999": 1] as JSON),
    ("shares", ["082": "28"] as JSON), ("shares", ["082": -1] as JSON), ("shares", [28] as JSON),
  ])
  func aTargetIsRefusedByField(key: String, value: JSON) throws {
    #expect(try field(.target, target, key, value) == key)
  }

  @Test(arguments: [
    (#"{"082":28,"083":172}"#, false), (#"{"082":28,"083":26}"#, true), (#"{"082":200,"02728":12}"#, false),
    ("{}", false),
  ])
  func sharesThatDoNotAddUpWarn(shares: String, isWarned: Bool) throws {
    let json = try JSON.parse(
      #"{"id":"T1","year":2024,"catalogue":"2023","value":200,"shares":\#(shares)}"#.utf8)
    let warning = Register().sharesWarning(json, today: aDay("2024-09-30"))
    #expect((warning?.code == "W22") == isWarned)
  }

  @Test(arguments: AddedKind.allCases.filter { $0 != .departure })
  func whatWouldBeLostIsRefused(kind: AddedKind) {
    #expect(refusal(kind, #"{"foo":1}"#)?.field == "foo")
  }

  private let report =
    #"{"unit":"02728","catalogue":"2023","period":"2023-09","state":"nil","on":"2024-09-02","by":"Cán bộ mẫu"}"#

  @Test func aReportIsOneForUnitAndPeriod() throws {
    var book = Book()
    for state in ["nil", "data", "sent", "returned", "sent", "approved", "sealed", "exempt"] {
      try book.add(.report, report.replacing("nil", with: state))
      #expect(book.register.records(.report) == [0])
      #expect(book.register.text(PeriodReport.state, 0) == state)
    }
    #expect(book.register.key(.report, 0) == "report/02728@2023:2023-09")
    #expect(book.register.conflictCount(.report, 0) == 0)
  }

  @Test(arguments: [
    ("unit", nil as JSON), ("period", "2024-13"), ("period", "2024-Q5"), ("period", "24-09"),
    ("period", "2024-"),
    ("period", "2024-+1"), ("period", nil), ("state", "lost"), ("on", "2024-10-32"),
    ("on", "2024-10-01"), ("period", "2024-09"), ("period", "2025-07"), ("period", "2024"),
  ])
  func aReportIsRefusedByField(key: String, value: JSON) throws {
    #expect(try field(.report, report, key, value) == key)
  }

  @Test(arguments: ["2023", "2023-09", "2023-Q3", "2023-H1", "2023-09S", "2023-Q3S", "2023S"])
  func everyKindOfPeriodIsRead(period: String) {
    #expect(refusal(.report, report.replacing("2023-09", with: period)) == nil)
  }

  @Test func nothingIsNotSaidOfAMonthThatTheGridCounts() throws {
    var book = Book()
    let unit = try #require(Places.standard.unit(key: "02728@2023")).id
    _ = book.save(book.register.edits(counting: unit, 7, of: 2024, as: 3, source: "sổ cũ"))
    let report = #"{"unit":"02728","catalogue":"2023","period":"2024-07","state":"nil","on":"2024-08-02"}"#
    #expect(throws: Finding.self) { try book.add(.report, report) }
    try book.add(.report, report.replacing("2024-07", with: "2024-06"))
  }

  @Test(arguments: [("2024-07", "nil", "B21"), ("2024-Q2", "nil", nil), ("2024-07", "sent", nil)])
  func nothingIsNotReportedOfAMonthInWhichPeopleLeft(period: String, state: String, code: String?) throws {
    let text = report.replacing("2023-09", with: period).replacing("nil", with: state)
    let json = try JSON.parse(text.utf8)
    var found: String?
    do throws(Finding) {
      _ = try Book.withOne.register.edits(adding: .report, json, today: aDay("2024-09-30"))
    } catch { found = error.code }
    #expect(found == code)
  }

  @Test func everyRefusalIsASentenceInBothLanguages() {
    for kind in AddedKind.allCases where kind != .departure {
      for text in ["{}", "[]", "1"] {
        let words = refusal(kind, text)?.words
        #expect(words?.vi.hasSuffix(".") == true && words?.en.hasSuffix(".") == true, "\(kind) \(text)")
      }
    }
  }
}

extension Book {
  /// A book with the sample departure in it.
  static var withOne: Book {
    var book = Book()
    book.add(.sample())
    return book
  }
}
