import Testing

@testable import Model

@Suite("A deletion beside other lines")
struct DeletionTests {
  private let creation = LineID.random()
  private let edit = LineID.random()
  private let deletion = LineID.random()

  private func line(
    _ n: Int, _ id: LineID, _ fields: [(key: String, value: Value)], knowing: [LineID] = []
  ) -> [UInt8] {
    NewLine.set(Operation(entity: "worker/a", replaces: knowing, fields: fields), id: id).bytes(n: n)
  }

  private var creating: [UInt8] {
    line(1, creation, [("fullName", .text("Lao động mẫu 01")), ("phone", .text("0"))])
  }
  private var editing: [UInt8] { line(2, edit, [("phone", .text("1"))], knowing: [creation]) }
  private func deleting(_ knowing: LineID..., by id: LineID? = nil, n: Int = 3) -> [UInt8] {
    line(n, id ?? deletion, [("deleted", .bool(true))], knowing: knowing)
  }

  /// Whether the record is in the lists, and in how many fields somebody has to choose: the same in every order.
  private func outcome(_ lines: [UInt8]...) -> String {
    var outcomes: Set<String> = []
    var chance = Seeded(UInt64(lines.count))
    for _ in 0..<12 {
      let register = Register(folding: lines.shuffled(using: &chance))
      let isShown = register.records(.worker) == [0]
      outcomes.insert("\(isShown ? "shown" : "hidden"), \(register.conflictCount(.worker, 0)) in conflict")
    }
    return outcomes.count == 1 ? outcomes.first ?? "" : "it depends on the order: \(outcomes)"
  }

  @Test func oneThatKnewAllLinesHidesTheRecord() {
    #expect(outcome(creating, editing, deleting(creation, edit)) == "hidden, 0 in conflict")
  }

  @Test func anEditThatTheDeleterHadNotSeenKeepsTheRecordVisibleAndFlagged() {
    #expect(outcome(creating, editing, deleting(creation)) == "shown, 1 in conflict")
  }

  @Test func whatALineThatWasSeenHadSeenWasSeenToo() {
    #expect(outcome(creating, editing, deleting(edit)) == "hidden, 0 in conflict")
  }

  @Test func oneThatNamesNoLineHidesNothingElse() {
    #expect(outcome(creating, deleting()) == "shown, 1 in conflict")
    #expect(outcome(deleting()) == "hidden, 0 in conflict")
  }

  @Test func aLineThatKnowsTheDeletionAndTakesItBackBringsTheRecordBack() {
    let back = line(4, .random(), [("deleted", .bool(false))], knowing: [deletion])
    #expect(outcome(creating, deleting(creation), back) == "shown, 0 in conflict")
  }

  @Test func aLineThatKnowsTheDeletionAndLeavesItDoesNotContradictIt() {
    let late = line(4, .random(), [("phone", .text("2"))], knowing: [creation, deletion])
    #expect(outcome(creating, deleting(creation), late) == "hidden, 0 in conflict")
  }

  @Test func twoDeletionsThatTogetherKnewAllLinesHideTheRecord() {
    let other = line(2, .random(), [("passport", .text("C1"))], knowing: [creation])
    let second = LineID.random()
    #expect(
      outcome(creating, editing, other, deleting(creation, edit), deleting(creation, by: second))
        == "shown, 1 in conflict")
    #expect(
      outcome(creating, editing, deleting(creation), deleting(edit, by: second)) == "hidden, 0 in conflict")
  }

  @Test func anUnseenLineOfWhichNothingStandsAnyMoreContradictsNothing() {
    let later = LineID.random()
    let correcting = line(3, later, [("phone", .text("2"))], knowing: [edit, creation])
    let unread = line(4, deletion, [("deleted", .bool(true))], knowing: [creation, later])
    #expect(outcome(creating, editing, correcting, unread) == "hidden, 0 in conflict")
  }

  @Test func anEditMadeWhileTheCreationIsTakenBackElsewhereIsNotLost() throws {
    var mine = Book()
    let departure = mine.add(.sample())
    var theirs = mine
    var corrected = theirs.register.entry(departure, today: theirs.today)
    corrected[Departure.market] = .code("KR")
    theirs.save(
      theirs.register.edits(
        correcting: departure, to: corrected, basis: theirs.register.entryBasis(departure),
        today: theirs.today))
    mine.save(try #require(mine.register.undoing(mine.register.lines.id(0))))
    #expect(mine.register.records(.departure).isEmpty)
    for line in theirs.lines.dropFirst() { mine.take(line) }
    #expect(mine.register.records(.departure) == [departure])
    #expect(mine.register.conflicts(of: mine.register.key(.departure, departure)).map(\.field) == ["deleted"])
    #expect(
      mine.register.conflicts(of: mine.register.key(.departure, departure)).first?.values == [
        .none, .flag(true),
      ])
  }

  @Test func anEditThatDeletesNamesAllThatItsFormKnew() {
    var book = Book()
    book.save([Edit("worker/a", [("fullName", .text("A"))])])
    let basis = book.register.basis(of: "worker/a")
    book.save([Edit("worker/a", [("phone", .text("1"))], basis: basis)])
    let informed = book.register.change([
      Edit("worker/a", [("deleted", .flag(true))], basis: book.register.basis(of: "worker/a"))
    ])
    var other = book
    other.save([Edit("worker/a", [("deleted", .flag(true))], basis: basis)])
    book.save(informed)
    #expect(book.register.records(.worker).isEmpty)
    #expect(other.register.conflicts(of: "worker/a").map(\.field) == ["deleted"])
  }

  @Test func aHouseholdThatWasDeletedComesBackWithItsNextDeparture() throws {
    var book = Book()
    book.add(.sample())
    book.save(try #require(book.register.undoing(book.register.lines.id(0))))
    #expect(book.register.records(.household).isEmpty)
    book.add(.sample())
    #expect(book.register.records(.household) == [0])
    #expect(book.register.conflicted(.household).isEmpty)
  }
}
