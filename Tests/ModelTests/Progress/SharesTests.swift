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

  @Test func aShareStaysWhereTheUnitDoes() throws {
    #expect(try book().progress("082@2024-11").t1.target == 28)
    #expect(try book().progress("10@2024-11").row("083@2024-11")?.target == 26)
    // The districts of 2023 became no unit of 2025.
    #expect(try book().progress("15@2025").rows.allSatisfy { $0.target == nil })
  }

  /// Decided before a merger, asked after it; a share decided later comes first.
  @Test func communesThatBecameOneHaveTheirSharesTogether() throws {
    var book = Book()
    let merged = try #require(
      Places.standard.communes(of: .y2025).first { unit in
        Places.standard.communes(of: .y2023).filter { Places.standard.project($0, to: .y2025) == .unit(unit) }
          .count > 1
      })
    let former = Places.standard.communes(of: .y2023).filter {
      Places.standard.project($0, to: .y2025) == .unit(merged)
    }
    let shares = former.enumerated().map { "\"\(Places.standard[$1].code)\":\($0 + 1)" }.joined(
      separator: ",")
    try book.add(.target, #"{"id":"T1","year":2024,"catalogue":"2023","value":200,"shares":{\#(shares)}}"#)
    let sum = former.indices.reduce(0) { $0 + $1 + 1 }
    let key = Places.standard.key(of: merged)
    #expect(book.progress(key).t1.target == sum)
    let code = Places.standard[merged].code
    try book.add(.target, #"{"id":"T1","year":2024,"catalogue":"2025","value":200,"shares":{"\#(code)":99}}"#)
    #expect(book.progress(key).t1.target == 99)
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
