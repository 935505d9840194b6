import Testing

@testable import Model

@Suite("Who wrote a line")
struct AuthorsTests {
  @Test func theyAreFoundInEverySegmentWithWhatTheyTookBack() throws {
    let scratch = try ScratchFolder()
    try Ledger.create(scratch.data, privateRoot: scratch.state)
    var ids: [LineID] = []
    for account in ["state", "other"] {
      var (ledger, register) = try Ledger.open(scratch.data, privateRoot: scratch.path + "/" + account)
      let change = register.change([Edit("worker/\(account)", [("phone", .text("1"))])])
      for lines in try ledger.save(change) { register.fold(lines) }
      let undo = try #require(register.undoing(change.id))
      _ = try ledger.save(undo)
      ids += [change.id, undo.id]
      ledger.close()
    }
    let (ledger, _) = try Ledger.open(scratch.data, privateRoot: scratch.state)
    let found = try ledger.authors(of: Set(ids + [.random()]))
    #expect(Set(found.keys) == Set(ids))
    #expect(ids.map { found[$0]?.reversal } == [nil, .undo, nil, .undo])
    #expect(found.values.allSatisfy { !$0.user.isEmpty && $0.time.hasSuffix("Z") })
    #expect(try ledger.authors(of: []).isEmpty)
  }

  @Test func theHistoriesOfALineAreFoundAmongThoseThatWereKept() {
    var book = Book()
    for entity in ["worker/a", "worker/b", "worker/c"] {
      for phone in ["1", "2"] {
        book.save([Edit(entity, [("phone", .text(phone))], basis: book.register.basis(of: entity))])
      }
    }
    let histories = book.register.histories
    let kept = Histories(kept: histories.packed)
    for line in Int32(0)..<6 {
      #expect(kept.keys(saidBy: [line]) == histories.keys(saidBy: [line]))
      #expect(
        kept.keys(saidBy: [line]).map { book.register.texts[$0] } == [
          "worker/" + ["a", "b", "c"][Int(line) / 2]
        ])
    }
    #expect(kept.keys(saidBy: [99]).isEmpty && Histories().keys(saidBy: [0]).isEmpty)
  }
}
