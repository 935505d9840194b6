import Testing

@testable import Model

@Suite("A known id under another name")
struct KnownIdKeepsItsNameTests {
  private var register: Register {
    var book = Book()
    book.add(
      .sample {
        $0[Departure.departedOn] = .day(aDay("2023-01-05"))
        $0[DepartureEntry.status] = .code("RETURNED_EARLY")
        $0[DepartureEntry.returnedOn] = .day(aDay("2023-06-05"))
      })
    return book.register
  }

  @Test func anotherNameIsWarnedOf() {
    let findings = said(of: register) { $0[Worker.fullName] = .text("Lao động mẫu 05") }
    #expect(findings == [Said("W03", .warn, "fullName")])
  }

  @Test func theSameNameWithoutMarksPasses() {
    #expect(said(of: register) { $0[Worker.fullName] = .text("LAO DONG MAU 04") } == [])
  }

  @Test(arguments: [("Lao động mẩu 04", true), ("LAO ĐỘNG MẪU 04", false), ("lao dong mau 04", false)])
  func otherMarksAreAnotherName(name: String, isAnother: Bool) {
    let findings = said(of: register) { $0[Worker.fullName] = .text(name) }
    #expect(findings.map(\.code) == (isAnother ? ["W03"] : []))
  }

  @Test(arguments: [
    (Worker.birthDate, FieldValue.day(aDay("2004-09-18"))), (Worker.sex, .code("F")),
    (Worker.ethnicGroup, .code("KINH")),
  ])
  func anotherPersonIsWarnedOf(field: Field, value: FieldValue) {
    let codes = said(of: register) { $0[field] = value }.map(\.code)
    #expect(codes.contains("W24") && !codes.contains("W03"))
  }

  @Test func whatWasWrittenStandsBesideWhatIsOnFile() {
    var book = Book()
    book.add(.sample { $0[Departure.departedOn] = .day(aDay("2023-01-05")) })
    let row = book.add(
      .sample {
        $0[Worker.fullName] = .text("Lao động mẫu 05")
        $0[Worker.birthDate] = .day(aDay("2004-09-18"))
        $0[Worker.phone] = .text("0912345678")
      })
    let register = book.register
    let entry = register.entry(row, today: book.today)
    #expect(entry[Worker.fullName] == .text("Lao động mẫu 04"))
    #expect(entry[Worker.phone] == .text("0912345678"))
    #expect(
      register.written(on: row).map(\.value) == [.text("Lao động mẫu 05"), .day(aDay("2004-09-18"))])
    let codes = Rule.standing(row, entry, RuleContext(register, today: book.today)).map(\.code)
    #expect(codes.contains("W03") && codes.contains("W24"))
    // Once the file agrees with the paper nothing is left to say.
    var corrected = entry
    corrected[Worker.fullName] = .text("Lao động mẫu 05")
    book.save(
      register.edits(correcting: row, to: corrected, basis: register.entryBasis(row), today: book.today))
    #expect(book.register.written(on: row).map(\.field.key) == [Worker.birthDate.key])
  }

  @Test func correctingTheNameIsNoContradiction() {
    let findings = said(of: register, correcting: 0) { $0[Worker.fullName] = .text("Lao động mẫu 05") }
    #expect(!findings.map(\.code).contains("W03"))
  }
}
