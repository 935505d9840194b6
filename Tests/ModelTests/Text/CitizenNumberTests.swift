import Testing

@testable import Model

@Suite struct CitizenNumberTests {
  @Test func theNumberTellsSexYearAndPlaceOfBirth() throws {
    let number = try CitizenNumber("010 2 04 000104")
    #expect(number.digits == "010204000104")
    #expect(number.sex == "M")
    #expect(number.birthYear == 2004)
    #expect(number.birthPlace == "010")
    #expect(number.grouped == "010 2 04 000104")
  }

  @Test(arguments: [
    ("010099", "M", 1999), ("010199", "F", 1999), ("010200", "M", 2000), ("010399", "F", 2099),
  ])
  func theFourthDigitIsCenturyAndSex(start: String, sex: String, year: Int) throws {
    let number = try CitizenNumber(start + "000001")
    #expect(number.sex == sex)
    #expect(number.birthYear == year)
    #expect(CodeList.sexes.contains(number.sex))
  }

  @Test func aListShowsThreeDigitsAndFour() throws {
    #expect(try CitizenNumber("010204000001").masked() == "010•••••0001")
    #expect(try CitizenNumber("010204000001").masked("*") == "010*****0001")
    #expect(CitizenNumber.masked("C1234567") == "••••••••")
    #expect(CitizenNumber.masked("") == "")
  }

  @Test(arguments: [
    "", "01020400010", "0102040001045", "01020400010a", "000204000104", "010404000104", "０10204000104",
  ])
  func whatIsNoCitizenNumberIsRefused(text: String) {
    #expect(throws: TextProblem.self) { try CitizenNumber(text) }
  }

  @Test func theRefusalCountsTheDigits() {
    let words = TextProblem(
      "Số định danh phải đủ 12 chữ số, đây có 11", "A citizen number has 12 digits, not 11")
    #expect(throws: words) { try CitizenNumber("01020400010") }
  }

  @Test func aPassportIsALetterAndSevenOrEightDigits() throws {
    #expect(try PassportNumber(" c1234567 ").text == "C1234567")
    #expect(try PassportNumber("P00123456").text == "P00123456")
    for wrong in ["", "C", "C123456", "C123456789", "12345678", "CC123456", "Đ1234567", "C1234-67"] {
      #expect(throws: TextProblem.self) { try PassportNumber(wrong) }
    }
  }
}
