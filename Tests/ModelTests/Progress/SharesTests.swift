import Testing

@testable import Model

@Suite("Targets and shares")
struct SharesTests {
  private func book() throws -> Book {
    var book = Book()
    try book.add(
      .target,
      #"{"id":"T1","year":2024,"catalogue":"2023","value":220,"decision":"QĐ mẫu","shares":{"082":28,"083":26}}"#
    )
    return book
  }

  @Test func aVersionThatWasEnteredReplacesThePlansValue() throws {
    #expect(try book().progress().t1.target == 220)
    #expect(try book().progress(year: 2025).t1.target == 200)
  }

  @Test func eachUnitBelowHasItsShare() throws {
    let progress = try book().progress()
    #expect(progress.row("082@2023")?.target == 28)
    #expect(progress.row("083@2023")?.target == 26)
    #expect(progress.row("084@2023")?.target == nil)
  }

  @Test func aDistrictsTargetIsItsShare() throws {
    let t1 = try book().progress("082@2023").t1
    #expect(t1.target == 28 && t1.expected == 21)
    #expect(try book().progress("084@2023").t1.expected == nil)
  }

  @Test func aShareBelongsToItsCatalogue() throws {
    #expect(try book().progress("082@2024-11").t1.target == nil)
    #expect(try book().progress("10@2024-11").rows.allSatisfy { $0.target == nil })
    #expect(try book().progress("15@2025").rows.allSatisfy { $0.target == nil })
  }

  @Test func theVersionEnteredLastIsInForceInWhateverOrderTheyArrive() throws {
    var book = try book()
    try book.add(.target, #"{"id":"T1","year":2024,"catalogue":"2023","value":230,"shares":{"082":30}}"#)
    for lines in [book.lines, book.lines.reversed()] {
      let progress = Progress(
        Census(Register(folding: lines), today: book.today), Scope(aUnit("10@2023")), year: 2024)
      #expect(progress.t1.target == 230)
      #expect(progress.row("082@2023")?.target == 30)
      #expect(progress.row("083@2023")?.target == nil)
    }
  }

  @Test func thePlansOtherTargetsStandUntilChanged() throws {
    var book = try book()
    #expect(book.progress().t2.target == 40 && book.progress().t3Target == 100)
    try book.add(.target, #"{"id":"T2","year":2024,"value":45}"#)
    #expect(book.progress().t2.target == 45)
  }
}
