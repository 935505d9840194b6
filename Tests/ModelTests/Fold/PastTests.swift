import Testing

@testable import Model

@Suite("What was changed of a record")
struct PastTests {
  private func texts(_ past: [PastChange]) -> [String] {
    past.map { "\($0.isFirst ? "+" : "")\($0.record.kind.rawValue).\($0.key): \($0.from) › \($0.to)" }
  }

  @Test func theLatestComesFirstFieldByField() {
    var book = Book()
    book.add(.sample())
    let departure = book.register.key(.departure, 0)
    let worker = book.register.key(.worker, 0)
    func save(_ entity: String, _ fields: [(String, FieldValue)]) {
      book.save([Edit(entity, fields, basis: book.register.basis(of: entity))])
    }
    save(departure, [("market", .code("KR")), ("village", .none)])
    save(worker, [("phone", .text("0900000001"))])
    save(departure, [("market", .code("TW"))])
    let past = book.register.past(of: book.register.pastRecords(of: departure))
    #expect(
      texts(past).prefix(5) == [
        "departure.market: code(\"KR\") › code(\"TW\")",
        "worker.phone: none › text(\"0900000001\")",
        "departure.market: code(\"JP\") › code(\"KR\")",
        "departure.village: text(\"Ky Quan San\") › none",
        "+departure.market: none › code(\"JP\")",
      ])
    // A new record is told field by field, each part under what says most of it.
    let made = texts(past).dropFirst(4)
    #expect(
      made.filter { $0.hasPrefix("+") } == [
        "+departure.market: none › code(\"JP\")", "+worker.fullName: none › text(\"Lao động mẫu 04\")",
        "+event.status: none › code(\"ABROAD\")",
      ])
    #expect(made.contains("departure.village: none › text(\"Ky Quan San\")"))
    #expect(made.contains { $0.hasPrefix("worker.citizenId: none › text(") })
    #expect(!made.contains { $0.contains("link(") })
    #expect(past.map(\.number) == past.map(\.number).sorted(by: >))
  }

  @Test func theOrderOfArrivalDoesNotMatter() {
    var book = Book()
    book.add(.sample())
    let departure = book.register.key(.departure, 0)
    for market in ["KR", "TW", "HU"] {
      book.save([Edit(departure, [("market", .code(market))], basis: book.register.basis(of: departure))])
    }
    let other = Register(folding: book.lines.reversed())
    let key = { (register: Register) in
      texts(register.past(of: register.pastRecords(of: departure).sorted { $0.kind.index < $1.kind.index }))
    }
    #expect(key(book.register) == key(other))
  }

  @Test func ofTwoWhoWroteBesideEachOtherBothAreShownWithWhatTheyReplaced() {
    var book = Book()
    book.save([Edit("worker/a", [("fullName", .text("A")), ("phone", .text("1"))])])
    let basis = book.register.basis(of: "worker/a")
    for phone in ["2", "3"] { book.save([Edit("worker/a", [("phone", .text(phone))], basis: basis)]) }
    let past = book.register.past(of: book.register.pastRecords(of: "worker/a"))
    #expect(past.filter { !$0.isFirst }.map(\.from) == [.text("1"), .text("1"), .none])
    #expect(past.filter { !$0.isFirst }.map(\.to) == [.text("3"), .text("2"), .text("1")])
  }

  @Test func anUndoStandsThereAsWhatItIs() throws {
    var book = Book()
    book.save([Edit("incident/a", [("type", .code("ILLEGAL_STAY"))])])
    let basis = book.register.basis(of: "incident/a")
    let edit = book.save([Edit("incident/a", [("note", .text("Ghi chú mẫu"))], basis: basis)])
    book.save(try #require(book.register.undoing(edit)))
    #expect(
      texts(book.register.past(of: book.register.pastRecords(of: "incident/a"))) == [
        "incident.note: text(\"Ghi chú mẫu\") › none", "incident.note: none › text(\"Ghi chú mẫu\")",
        "+incident.type: none › code(\"ILLEGAL_STAY\")",
      ])
  }

  @Test func aHouseholdHasItsClassesAndAClauseItsUpdates() throws {
    var book = Book()
    book.add(.sample())
    book.save(book.register.edits(reviewing: 0, in: 2025, as: "NEAR_POOR"))
    let household = book.register.key(.household, 0)
    let past = book.register.past(of: book.register.pastRecords(of: household))
    #expect(past.map(\.record.kind) == [.review, .household, .review])
    #expect(past.first?.to == .code("NEAR_POOR"))
    let update = book.save([Edit("update/a", [("task", .text("III.1.1")), ("percent", .integer(50))])])
    book.save([Edit("update/b", [("task", .text("III.1.2")), ("percent", .integer(10))])])
    #expect(book.register.past(of: book.register.pastRecords(ofTask: "III.1.1")).map(\.line) == [update])
    book.save(try #require(book.register.undoing(update)))
    let after = book.register.past(of: book.register.pastRecords(ofTask: "III.1.1"))
    #expect(after.map(\.key) == ["deleted", "percent"], "what was taken back is still told of")
  }

  @Test func ofMergedRecordsAllIsTold() {
    var book = Book()
    book.save([Edit("worker/a", [("fullName", .text("A"))])])
    book.save([Edit("worker/b", [("fullName", .text("B"))])])
    book.save([Edit("departure/a", [("worker", .link("worker/b")), ("market", .code("JP"))])])
    book.save(book.register.merging([0, 1]))
    let past = book.register.past(of: book.register.pastRecords(of: "departure/a"))
    #expect(
      Set(past.filter { $0.record.kind == .worker }.map(\.to)).isSuperset(of: [.text("A"), .text("B")]))
  }

  @Test func whatNobodyHasToldOfHasNoPast() {
    #expect(Register().pastRecords(of: "worker/a").isEmpty)
  }
}
