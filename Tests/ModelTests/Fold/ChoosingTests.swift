import Testing

@testable import Model

@Suite("Choosing between values")
struct ChoosingTests {
  /// A departure of which two people changed the market, without knowing of each other.
  private func conflict(_ theirs: (inout DepartureEntry) -> Void) -> Book {
    var book = Book()
    book.add(.sample())
    let opened = book.register
    var mine = opened.entry(0, today: book.today)
    mine[Departure.market] = .code("TW")
    var other = opened.entry(0, today: book.today)
    theirs(&other)
    for entry in [mine, other] {
      book.save(opened.edits(correcting: 0, to: entry, basis: opened.entryBasis(0), today: book.today))
    }
    return book
  }

  private var markets: Book { conflict { $0[Departure.market] = .code("KR") } }

  @Test func theValueThatIsChosenStandsAlone() throws {
    for index in [0, 1] {
      var book = markets
      let dispute = try #require(book.register.disputes(of: book.register.key(.departure, 0)).first)
      #expect(dispute.claims.map(\.value) == [.code("KR"), .code("TW")])
      book.save(try #require(book.register.choosing(dispute.claims[index], of: dispute)))
      #expect(book.register.value(Departure.market, 0) == dispute.claims[index].value)
      #expect(book.register.conflicted(.departure).isEmpty)
      #expect(book.lines.last.map { String(decoding: $0, as: UTF8.self) }?.contains(#""a":"choose""#) == true)
    }
  }

  @Test func aChoiceTakenBackLeavesTheConflict() throws {
    var book = markets
    let dispute = try #require(book.register.disputes(of: book.register.key(.departure, 0)).first)
    let choice = try #require(book.register.choosing(dispute.claims[1], of: dispute))
    book.save(choice)
    book.save(try #require(book.register.undoing(choice.id)))
    for lines in [book.lines, book.lines.reversed()] {
      let register = Register(folding: lines)
      #expect(register.conflicted(.departure).count == 1)
      let key = book.register.key(.departure, 0)
      #expect(register.conflicts(of: key).first?.values == dispute.claims.map(\.value))
    }
    let again = try #require(book.register.disputes(of: book.register.key(.departure, 0)).first)
    let change = try #require(book.register.choosing(again.claims[0], of: again))
    #expect(
      change.operations.map(\.replaces.count) == [1], "both values now stand in one line, which is named once"
    )
  }

  @Test func twoChoicesMadeAtOnceAreAConflictAgain() throws {
    var book = markets
    let opened = book.register
    let dispute = try #require(opened.disputes(of: opened.key(.departure, 0)).first)
    for claim in dispute.claims { book.save(try #require(opened.choosing(claim, of: dispute))) }
    #expect(book.register.disputes(of: opened.key(.departure, 0)).count == 1)
  }

  @Test func whatIsSettledLeavesNothingToChoose() throws {
    var book = markets
    let dispute = try #require(book.register.disputes(of: book.register.key(.departure, 0)).first)
    book.save(try #require(book.register.choosing(dispute.claims[0], of: dispute)))
    #expect(book.register.choosing(dispute.claims[1], of: dispute) == nil)
  }

  /// A departure that was taken back while somebody corrected it.
  private var deleted: Book {
    var mine = Book()
    mine.add(.sample())
    var theirs = mine
    theirs.save([
      Edit(mine.register.key(.departure, 0), [("market", .code("KR"))], basis: [mine.register.lines.id(0)])
    ])
    if let undo = mine.register.undoing(mine.register.lines.id(0)) { mine.save(undo) }
    for line in theirs.lines.dropFirst() { mine.take(line) }
    return mine
  }

  @Test func keepingARecordBringsBackWhatWasDeletedWithIt() throws {
    var book = deleted
    #expect(book.register.records(.departure) == [0] && book.register.records(.event).isEmpty)
    let dispute = try #require(book.register.disputes(of: book.register.key(.departure, 0)).first)
    #expect(dispute.isDeletion)
    let choice = try #require(book.register.choosing(dispute.claims[0], of: dispute))
    book.save(choice)
    for kind in [EntityKind.worker, .departure, .household, .event] {
      #expect(book.register.records(kind) == [0], "\(kind)")
      #expect(book.register.conflicted(kind).isEmpty, "\(kind)")
    }
    book.save(try #require(book.register.undoing(choice.id)))
    #expect(book.register.records(.event).isEmpty)
    #expect(book.register.disputes(of: book.register.key(.departure, 0)).map(\.isDeletion) == [true])
  }

  @Test func deletingItHidesIt() throws {
    var book = deleted
    let dispute = try #require(book.register.disputes(of: book.register.key(.departure, 0)).first)
    let choice = try #require(book.register.choosing(dispute.claims[1], of: dispute))
    book.save(choice)
    #expect(book.register.records(.departure).isEmpty)
    book.save(try #require(book.register.undoing(choice.id)))
    #expect(book.register.disputes(of: book.register.key(.departure, 0)).map(\.isDeletion) == [true])
  }

  @Test func aShareOfATargetIsChosenToo() throws {
    var book = Book()
    let first = book.save([Edit("target/a", [("share.082@2023", .integer(28))])])
    for share in [30, 31] {
      book.save([Edit("target/a", [("share.082@2023", .integer(share))], basis: [first])])
    }
    let dispute = try #require(book.register.disputes(of: "target/a").first)
    #expect(dispute.key == "share.082@2023" && dispute.claims.map(\.value) == [.integer(31), .integer(30)])
    book.save(try #require(book.register.choosing(dispute.claims[1], of: dispute)))
    #expect(book.register.openValues("target/a", prefix: "share.").map(\.value) == [.integer(30)])
    #expect(book.register.conflicted(.target).isEmpty)
  }
}
