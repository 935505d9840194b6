import Testing

@testable import Model

@Suite("A change made from a form")
struct ChangeTests {
  private func worker(_ phone: String, _ name: String = "Lao động mẫu 01") -> [(String, FieldValue)] {
    [("fullName", .text(name)), ("phone", .text(phone))]
  }

  @Test func onlyFieldsThatDifferAreWritten() {
    var book = Book()
    book.save([Edit("worker/a", worker("1"))])
    let change = book.register.change([
      Edit("worker/a", worker("2"), basis: book.register.basis(of: "worker/a"))
    ])
    #expect(change.operations.map { $0.fields.map(\.key) } == [["phone"]])
  }

  @Test func savingWhatStandsWritesNothing() {
    var book = Book()
    book.save([Edit("worker/a", worker("1"))])
    #expect(book.register.change([Edit("worker/a", worker("1"))]).isEmpty)
  }

  @Test func aChangeReplacesTheLinesTheFormKnew() {
    var book = Book()
    let first = book.save([Edit("worker/a", worker("1"))])
    let basis = book.register.basis(of: "worker/a")
    let change = book.register.change([Edit("worker/a", worker("2"), basis: basis)])
    #expect(change.operations.first?.replaces == [first])
    book.save(change)
    #expect(book.register.conflictCount(.worker, 0) == 0)
  }

  @Test func whatArrivedAfterTheFormWasOpenedIsNotReplaced() {
    var book = Book()
    book.save([Edit("worker/a", worker("1"))])
    let basis = book.register.basis(of: "worker/a")
    let theirs = book.save([Edit("worker/a", worker("2"), basis: basis)])
    let change = book.register.change([Edit("worker/a", worker("3"), basis: basis)])
    #expect(change.operations.first?.replaces.contains(theirs) == false)
    book.save(change)
    #expect(book.register.conflicts(of: "worker/a").first?.values == [.text("3"), .text("2")])
  }

  @Test func aFieldThatNobodyTouchedInTheFormDoesNotUndoWhatArrivedMeanwhile() {
    var book = Book()
    book.save([Edit("worker/a", worker("1"))])
    let basis = book.register.basis(of: "worker/a")
    book.save([Edit("worker/a", worker("2"), basis: basis)])
    let change = book.register.change([Edit("worker/a", worker("1", "Lao động mẫu 02"), basis: basis)])
    #expect(change.operations.map { $0.fields.map(\.key) } == [["fullName"]])
    book.save(change)
    #expect(book.register.text(Worker.phone, 0) == "2")
    #expect(book.register.conflictCount(.worker, 0) == 0)
  }

  @Test func anEmptiedFieldIsKeptBesideWhatArrivedMeanwhile() {
    var book = Book()
    book.save([Edit("worker/a", worker("1"))])
    let basis = book.register.basis(of: "worker/a")
    book.save([Edit("worker/a", worker("2"), basis: basis)])
    book.save([Edit("worker/a", [("phone", .none)], basis: basis)])
    #expect(book.register.conflicts(of: "worker/a").first?.values.count == 2)
  }

  @Test func withoutABasisNothingIsReplaced() {
    var book = Book()
    book.save([Edit("worker/a", worker("1"))])
    let change = book.register.change([Edit("worker/a", worker("2"))])
    #expect(change.operations.map(\.replaces) == [[]])
  }

  @Test func aFieldThatWasTakenBackMayBeFilledAgain() throws {
    var book = Book()
    let review = Edit("review/a", [("year", .integer(2024)), ("class", .code("POOR"))])
    let first = book.save([review])
    book.save(try #require(book.register.undoing(first)))
    #expect(book.register.code(HouseholdReview.outcome, 0) == nil)
    book.save([review])
    #expect(book.register.code(HouseholdReview.outcome, 0) == "POOR")
    #expect(book.register.conflictCount(.review, 0) == 0)
  }

  @Test func namesWithQuotesAndBackslashesAreFoundAgain() {
    var book = Book()
    let key = Household.entity(commune: "02728@2023", key: "nhà \"ông\" \\ A")
    book.save([Edit(key, [("household", .text("nhà \"ông\" \\ A"))])])
    book.save([Edit("departure/a", [("household", .link(key))])])
    #expect(book.register.row(of: key) == RecordID(.household, 0))
    #expect(book.register.link(Departure.household, 0) == 0)
    #expect(book.register.key(.household, 0) == key)
    #expect(book.register.change([Edit(key, [("household", .text("nhà \"ông\" \\ A"))])]).isEmpty)
  }

  @Test func theNextLineIsNumberedAboveAllThatIsKnown() {
    var book = Book()
    book.save([Edit("worker/a", worker("1"))])
    book.save([Edit("worker/b", worker("1"))])
    #expect(book.register.highestNumber == 2)
    #expect(book.register.change([Edit("worker/c", worker("1"))]).highest == 2)
  }

  @Test func anAnticipatedChangeIsTheOneThatIsSaved() {
    var book = Book()
    book.save([Edit("worker/a", worker("1"))])
    let edits = [Edit("worker/b", worker("2")), Edit("departure/a", [("worker", .link("worker/b"))])]
    let change = book.register.change(edits)
    var foreseen = book.register
    foreseen.anticipate(change)
    book.save(change)
    #expect(Dump(foreseen) == Dump(book.register))
    foreseen.fold(book.lines[1])
    #expect(Dump(foreseen) == Dump(book.register))
  }
}
