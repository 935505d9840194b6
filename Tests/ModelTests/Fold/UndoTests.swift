import Testing

@testable import Model

@Suite("Taking a save back")
struct UndoTests {
  @Test func aCreationTakenBackIsGoneFromEveryList() throws {
    var book = Book()
    book.add(.sample())
    let line = book.register.lines.id(0)
    book.save(try #require(book.register.undoing(line)))
    for kind in [EntityKind.worker, .departure, .household, .event] {
      #expect(book.register.records(kind).isEmpty, "\(kind)")
    }
  }

  @Test func aReviewAloneIsTakenBackThoughTheHouseholdHasDepartures() throws {
    var book = Book()
    book.add(.sample())
    let household = try #require(book.register.records(.household).first)
    let line = book.save(book.register.edits(reviewing: household, in: 2030, as: "OTHER"))
    #expect(book.register.reviewedClass(household, in: 2030) == "OTHER")
    book.save(try #require(book.register.undoing(line)))
    #expect(book.register.reviewedClass(household, in: 2030) == nil)
    let again = book.save(book.register.edits(reviewing: household, in: 2030, as: "POOR"))
    #expect(book.register.reviewedClass(household, in: 2030) == "POOR")
    #expect(book.register.reviewConflicts(household, in: 2030) == 0)
    #expect(book.register.undoing(again) != nil)
  }

  @Test func theUndoCanBeTakenBackToo() throws {
    var book = Book()
    book.add(.sample())
    let before = book.register.entry(0, today: book.today)
    let undo = try #require(book.register.undoing(book.register.lines.id(0)))
    book.save(undo)
    let redo = try #require(book.register.undoing(undo.id))
    book.save(redo)
    #expect(book.register.records(.departure) == [0])
    #expect(book.register.entry(0, today: book.today) == before)
    book.save(try #require(book.register.undoing(redo.id)))
    #expect(book.register.records(.departure).isEmpty)
    #expect(Dump(book.register).records.values.allSatisfy { $0.conflictCount == 0 })
  }

  @Test func aSaveIsTakenBackOnce() throws {
    var book = Book()
    let line = book.save([Edit("departure/a", [("market", .code("JP"))])])
    book.save(try #require(book.register.undoing(line)))
    #expect(book.register.undoing(line) == nil)
  }

  @Test func anEditTakenBackBringsTheOldValuesBack() throws {
    var book = Book()
    book.save([Edit("worker/a", [("fullName", .text("A")), ("phone", .text("1"))])])
    let basis = book.register.basis(of: "worker/a")
    let edit = book.save([
      Edit("worker/a", [("phone", .text("2")), ("passport", .text("C1234567"))], basis: basis)
    ])
    book.save(try #require(book.register.undoing(edit)))
    #expect(book.register.text(Worker.phone, 0) == "1")
    #expect(book.register.text(Worker.passport, 0) == nil)
    #expect(book.register.conflictCount(.worker, 0) == 0)
  }

  @Test func whatHasBeenReplacedSinceIsNotTakenBack() {
    var book = Book()
    let first = book.save([Edit("worker/a", [("phone", .text("1"))])])
    book.save([Edit("worker/a", [("phone", .text("2"))], basis: book.register.basis(of: "worker/a"))])
    #expect(book.register.undoing(first) == nil)
  }

  @Test func anUnknownLineIsNotTakenBack() {
    #expect(Book().register.undoing(.random()) == nil)
  }

  @Test func aSaveWhoseLineStandsTwiceOnTheDiskIsTakenBackAllTheSame() {
    for isEdited in [false, true] {
      var book = Book()
      if isEdited { book.save([Edit("worker/a", [("phone", .text("1"))])]) }
      let basis = book.register.basis(of: "worker/a")
      let line = book.save([Edit("worker/a", [("phone", .text("2"))], basis: basis)])
      book.take(book.lines[book.lines.count - 1])
      #expect(book.register.undoing(line) != nil)
    }
  }

  @Test func aReasonForAWarningComesBackAsText() throws {
    var book = Book()
    book.save([Edit("departure/a", [("override.W12", .text("lý do một"))])])
    let basis = book.register.basis(of: "departure/a")
    let edit = book.save([Edit("departure/a", [("override.W12", .text("lý do hai"))], basis: basis)])
    book.save(try #require(book.register.undoing(edit)))
    #expect(book.register.openValues("departure/a", prefix: "override.").map(\.value) == [.text("lý do một")])
  }

  @Test func aPersonWhoHasLeftAgainSinceIsKept() throws {
    var book = Book()
    book.add(.sample())
    let first = book.register.lines.id(0)
    var second = DepartureEntry.sample()
    second[Departure.departedOn] = .day(aDay("2024-08-05"))
    second[Worker.phone] = .text("0900000000")
    book.add(second)
    book.save(try #require(book.register.undoing(first)))
    #expect(book.register.records(.departure) == [1])
    #expect(book.register.records(.worker) == [0])
    #expect(book.register.text(Worker.fullName, 0) == "Lao động mẫu 04")
    #expect(book.register.text(Worker.citizenId, 0) == "010204000104")
  }

  @Test func aDepartureOfWhichSomebodyHasSaidMoreSinceIsKept() {
    var book = Book()
    let first = book.save([Edit("departure/a", [("market", .code("JP"))])])
    let basis = book.register.basis(of: "departure/a")
    book.save([Edit("departure/a", [("village", .text("Thôn mẫu 1"))], basis: basis)])
    #expect(book.register.undoing(first) == nil)
  }

  @Test func aDepartureWhoseEditsWereTakenBackIsDeletedRatherThanEmptied() throws {
    var book = Book()
    let first = book.save([Edit("departure/a", [("market", .code("JP"))])])
    let basis = book.register.basis(of: "departure/a")
    let edit = book.save([
      Edit("departure/a", [("market", .code("KR")), ("village", .text("Thôn mẫu 1"))], basis: basis)
    ])
    let undo = try #require(book.register.undoing(edit))
    book.save(undo)
    #expect(book.register.undoing(first) == nil, "nobody says that the edit was the same writer's")
    book.save(try #require(book.register.undoing(first, after: [edit, undo.id])))
    #expect(book.register.records(.departure).isEmpty)
    #expect(book.register.conflictCount(.departure, 0) == 0)
  }

  @Test func aDepartureWhoseStatusSomebodyHasChangedSinceIsKept() throws {
    var book = Book()
    book.add(.sample())
    let first = book.register.lines.id(0)
    #expect(book.register.undoing(first) != nil)
    let departure = book.register.key(.departure, 0)
    book.save([
      Edit(
        "event/later",
        [
          ("departure", .link(departure)), ("status", .code("RETURNED_EARLY")),
          ("on", .day(aDay("2024-09-01"))),
        ])
    ])
    #expect(book.register.undoing(first) == nil)
  }

  @Test func aPersonOfAnIncidentAndAHouseholdReviewedByOthersAreKept() throws {
    var book = Book()
    book.add(.sample())
    let first = book.register.lines.id(0)
    let worker = book.register.key(.worker, 0)
    book.save([Edit("incident/a", [("type", .code("ILLEGAL_STAY")), ("worker", .link(worker))])])
    book.save(book.register.edits(reviewing: 0, in: 2030, as: "OTHER"))
    book.save(try #require(book.register.undoing(first)))
    #expect(book.register.records(.departure).isEmpty)
    #expect(book.register.records(.worker) == [0] && book.register.records(.household) == [0])
    #expect(book.register.reviewedClass(0, in: 2030) == "OTHER")
  }

  @Test func aValueThatOthersSetBesideIsWhatStandsAfterTheUndo() throws {
    var book = Book()
    book.save([Edit("worker/a", [("fullName", .text("A")), ("phone", .text("1"))])])
    let basis = book.register.basis(of: "worker/a")
    let mine = book.save([Edit("worker/a", [("phone", .text("2"))], basis: basis)])
    book.save([Edit("worker/a", [("phone", .text("3"))], basis: basis)])
    #expect(book.register.conflictCount(.worker, 0) == 1)
    let undo = try #require(book.register.undoing(mine))
    book.save(undo)
    #expect(book.register.text(Worker.phone, 0) == "3" && book.register.conflictCount(.worker, 0) == 0)
    book.save(try #require(book.register.undoing(undo.id, as: .redo)))
    #expect(Set(book.register.conflicts(of: "worker/a").flatMap(\.values)) == [.text("2"), .text("3")])
  }

  @Test func whatOthersPutOverAnUndoIsNeitherUndoneNorRedone() throws {
    var book = Book()
    let first = book.save([Edit("worker/a", [("phone", .text("1"))])])
    var basis = book.register.basis(of: "worker/a")
    let edit = book.save([Edit("worker/a", [("phone", .text("2"))], basis: basis)])
    let undo = try #require(book.register.undoing(edit))
    book.save(undo)
    basis = book.register.basis(of: "worker/a")
    book.save([Edit("worker/a", [("phone", .text("3"))], basis: basis)])
    #expect(book.register.undoing(undo.id, as: .redo) == nil)
    #expect(book.register.undoing(first, after: [edit, undo.id]) == nil)
    #expect(book.register.text(Worker.phone, 0) == "3")
  }

  @Test func aHouseholdsClassIsKeptWhileAnotherDepartureNeedsIt() throws {
    var book = Book()
    book.add(.sample())
    let first = book.register.lines.id(0)
    var other = DepartureEntry.sample()
    other[Worker.citizenId] = .text("010304000105")
    other[Worker.sex] = .code("F")
    book.add(other)
    book.save(try #require(book.register.undoing(first)))
    #expect(book.register.records(.household) == [0])
    #expect(book.register.householdClass(0, year: 2024)?.code == "POOR")
  }
}
