import Testing

@testable import Model

@Suite("Two records that are one person")
struct MergedTests {
  /// Two records with one citizen id; the first knows no phone, the names differ.
  private var book: Book {
    var book = Book()
    book.save([
      Edit("worker/a", [("fullName", .text("Lao động mẫu 01")), ("citizenId", .text("010204000101"))])
    ])
    book.save([
      Edit(
        "worker/b",
        [
          ("fullName", .text("Lao động mẫu 1")), ("citizenId", .text("010204000101")),
          ("phone", .text("0900")),
          ("sex", .code("M")),
        ])
    ])
    book.save([Edit("departure/a", [("worker", .link("worker/a"))])])
    book.save([Edit("departure/b", [("worker", .link("worker/b"))])])
    return book
  }

  private var merged: Book {
    var book = book
    book.save(book.register.merging([0, 1]))
    return book
  }

  private func person(_ register: Register, _ row: Int = 0) -> [String?] {
    [Worker.fullName, Worker.citizenId, Worker.phone].map { register.text($0, ofPerson: row) }
  }

  @Test func untilTheyAreMergedEachSpeaksForItself() {
    let census = Census(book.register, today: book.today)
    #expect(person(book.register)[2] == nil)
    #expect(census.twins(of: 0) == [1] && census.twins(of: 1) == [0])
  }

  @Test func mergedTheyAreReadAsOneFromEither() {
    for lines in [merged.lines, merged.lines.reversed()] {
      let register = Register(folding: lines)
      for key in ["worker/a", "worker/b"] {
        let row = register.row(of: key)?.row ?? -1
        #expect(person(register, row) == ["Lao động mẫu 1", "010204000101", "0900"])
        #expect(register.conflicts(of: key).map(\.field) == ["fullName"])
        #expect(register.conflictCount(.worker, row) == 1)
        #expect(register.departures(ofPerson: row).count == 2)
        #expect(Census(register, today: aDay("2024-09-30")).twins(of: row).isEmpty)
      }
      #expect(register.conflicted(.worker).map { register.key(.worker, $0) } == ["worker/a"])
    }
  }

  @Test func theLineSaysThatItMerges() {
    let bytes = merged.lines.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(bytes.contains(#""a":"merge","e":"worker/b","f":{"into":"worker/a"}"#), "\(bytes)")
  }

  @Test func aFormOnEitherChangesThePerson() {
    for row in [0, 1] {
      var book = merged
      let entity = book.register.key(.worker, row)
      let basis = book.register.basis(of: entity)
      #expect(book.register.change([Edit(entity, [("phone", .text("0900"))], basis: basis)]).isEmpty)
      book.save([
        Edit(entity, [("phone", .text("0911")), ("fullName", .text("Lao động mẫu 01"))], basis: basis)
      ])
      #expect(person(book.register) == ["Lao động mẫu 01", "010204000101", "0911"])
      #expect(book.register.conflicted(.worker).isEmpty)
    }
  }

  @Test func aChoiceSettlesWhereTheyDifferAndIsTakenBack() throws {
    var book = merged
    let dispute = try #require(book.register.disputes(of: "worker/a").first)
    #expect(dispute.claims.map(\.value) == [.text("Lao động mẫu 1"), .text("Lao động mẫu 01")])
    let choice = try #require(book.register.choosing(dispute.claims[1], of: dispute))
    book.save(choice)
    #expect(person(book.register, 1)[0] == "Lao động mẫu 01")
    #expect(book.register.disputes(of: "worker/b").isEmpty)
    book.save(try #require(book.register.undoing(choice.id)))
    #expect(person(book.register, 1)[0] == "Lao động mẫu 1")
    #expect(book.register.conflicts(of: "worker/b").first?.values == dispute.claims.map(\.value))
  }

  @Test func aCorrectionTakenBackLeavesWhatTheOtherRecordSays() throws {
    var book = merged
    let basis = book.register.basis(of: "worker/a")
    let line = book.save([Edit("worker/a", [("phone", .text("0911"))], basis: basis)])
    book.save(try #require(book.register.undoing(line)))
    #expect(person(book.register)[2] == "0900")
  }

  @Test func aMergeTakenBackLeavesTwo() throws {
    var book = merged
    let merge = book.register.lines.id(Int32(book.register.lines.count - 1))
    book.save(try #require(book.register.undoing(merge)))
    #expect(person(book.register)[2] == nil)
    #expect(book.register.conflicted(.worker).isEmpty)
    #expect(Census(book.register, today: book.today).twins(of: 0) == [1])
  }

  @Test func twoMergesInARingAreOnePerson() {
    var book = merged
    book.save([Edit("worker/a", [("into", .link("worker/b"))])])
    #expect(book.register.merged(0) == book.register.merged(1))
    #expect(person(book.register) == person(book.register, 1))
  }

  @Test func whatOneRecordTookBackTheOtherStillSays() {
    var book = merged
    book.save([Edit("worker/a", [("sex", .code("F"))], basis: [])])
    book.save([Edit("worker/a", [("sex", .none)], basis: book.register.basis(of: "worker/a"))])
    #expect(book.register.code(Worker.sex, ofPerson: 0) == nil, "taken back for the person as a whole")
  }

  /// Of two who changed one record's phone beside each other one took it away; that the other record has none any more
  /// hides nothing of it.
  @Test func whatOneRecordTookBackHidesNoConflictOfTheOther() {
    let ids = (0..<5).map { _ in LineID.random() }
    func line(_ index: Int, _ worker: String, _ replaces: [LineID], _ fields: [(String, Value)]) -> [UInt8] {
      NewLine.set(Operation(entity: "worker/\(worker)", replaces: replaces, fields: fields), id: ids[index])
        .bytes(n: index + 1)
    }
    let lines = [
      line(0, "b", [], [("phone", .text("0900")), ("into", .text("worker/a"))]),
      line(1, "b", [ids[0]], [("phone", .text("0911"))]), line(2, "b", [ids[0]], [("phone", .null)]),
      line(3, "a", [], [("phone", .text("0922"))]), line(4, "a", [ids[3]], [("phone", .null)]),
    ]
    for lines in [lines, lines.reversed()] {
      let phone = Register(folding: lines).conflicts(of: "worker/a").first { $0.field == "phone" }
      #expect(phone.map { Set($0.values) } == [.none, .text("0911")])
    }
  }

  /// One line says something of the one record and takes nothing away from the other: each deletion is its own.
  @Test func aDeletionOfOneRecordIsNoMatterOfTheOther() {
    let first = NewLine.set(Operation(entity: "worker/b", fields: [("phone", .text("0900"))]))
    let both = NewLine.tx([
      Operation(entity: "worker/a", fields: [("fullName", .text("Lao động mẫu 01"))]),
      Operation(entity: "worker/b", replaces: [first.id], fields: [("deleted", .null)]),
    ])
    let deletion = NewLine.set(Operation(entity: "worker/a", fields: [("deleted", .bool(true))]))
    let merging = NewLine.set(Operation(entity: "worker/b", fields: [("into", .text("worker/a"))]))
    let lines = [first, both, deletion, merging].enumerated().map { $0.element.bytes(n: $0.offset + 1) }
    for order in [lines, lines.reversed()] {
      #expect(Register(folding: order).conflicts(of: "worker/a").map(\.field) == ["deleted"])
    }
  }
}
