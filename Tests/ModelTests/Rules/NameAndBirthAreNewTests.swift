import Testing

@testable import Model

@Suite("The same name and birth date")
struct NameAndBirthAreNewTests {
  private var register: Register {
    var book = Book()
    book.add(.sample())
    return book.register
  }

  /// A person of another citizen id, with a day of birth.
  private func other(_ name: String, _ birth: String) -> [Said] {
    said(of: register) {
      $0[Worker.citizenId] = .text("010204000999")
      $0[Worker.fullName] = .text(name)
      $0[Worker.birthDate] = .day(aDay(birth))
    }
  }

  @Test func bothTheSameUnderAnotherNumberAreWarnedOf() {
    #expect(other("Lao động mẫu 04", "2004-09-17") == [Said("W17", .warn, "fullName")])
    #expect(other("LAO DONG MAU 04", "2004-09-17") == [Said("W17", .warn, "fullName")])
  }

  @Test func anotherNameOrDayPasses() {
    #expect(other("Lao động mẫu 05", "2004-09-17") == [])
    #expect(other("Lao động mẫu 04", "2004-09-18") == [])
  }

  @Test func underTheSameNumberItIsThePerson() {
    #expect(!said(of: register) { _ in }.map(\.code).contains("W17"))
    #expect(said(of: register, correcting: 0) { $0[Worker.citizenId] = .text("010204000999") } == [])
  }

  @Test func bothRecordsAreFoundAgainOnFile() {
    var book = Book()
    book.add(.sample())
    book.add(.sample { $0[Worker.citizenId] = .text("010204000999") })
    let context = RuleContext(book.register, today: book.today, correcting: 1)
    let entry = book.register.entry(1, today: book.today)
    #expect(Rule.findings(entry, context).map(\.code) == ["W17"])
    #expect(Rule.findings(entry, context.indexed()).map(\.code) == ["W17"])
  }
}
