import Testing

@testable import Model

@Suite struct NumbersTests {
  @Test func numbersAreShownAsEachLanguageWritesThem() {
    #expect(Numerals.text(1_234, .vi) == "1.234")
    #expect(Numerals.text(1_234, .en) == "1,234")
    #expect(Numerals.text(0, .vi) == "0")
    #expect(Numerals.text(-1_234_567, .vi) == "-1.234.567")
    #expect(Numerals.text(12_345, decimals: 1, .vi) == "1.234,5")
    #expect(Numerals.text(12_345, decimals: 1, .en) == "1,234.5")
    #expect(Numerals.text(-5, decimals: 2, .vi) == "-0,05")
    #expect(Numerals.text(.min, .vi) == "-9.223.372.036.854.775.808")
  }

  @Test func numbersAreReadAsTheyAreShown() throws {
    #expect(try Numerals.parse("1.234", .vi) == 1_234)
    #expect(try Numerals.parse("1 234", .vi) == 1_234)
    #expect(try Numerals.parse("1234", .vi) == 1_234)
    #expect(try Numerals.parse("1.234,5", decimals: 1, .vi) == 12_345)
    #expect(try Numerals.parse("1,234.5", decimals: 2, .en) == 123_450)
    #expect(try Numerals.parse("-7", .en) == -7)
  }

  @Test(arguments: [
    "", "-", "1.23", "1..234", ".234", "1.234,", ",5", "1,2,3", "12a", "1.2345", "1,5", "--1",
  ])
  func whatIsNoWholeNumberIsRefused(text: String) {
    #expect(throws: TextProblem.self) { try Numerals.parse(text, .vi) }
  }

  @Test func aNumberThatIsTooLargeIsRefused() {
    #expect(throws: TextProblem("Số quá lớn", "The number is too large")) {
      try Numerals.parse("99999999999999999999", .vi)
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func everyNumberShownIsReadBack(seed: UInt64) throws {
    var chance = Seeded(seed)
    for _ in 0..<1_000 {
      let value = Int.random(in: .min ... .max, using: &chance) >> Int.random(in: 0..<63, using: &chance)
      let decimals = Int.random(in: 0...6, using: &chance)
      for language in Language.allCases {
        let text = Numerals.text(value, decimals: decimals, language)
        #expect(try Numerals.parse(text, decimals: decimals, language) == value, "seed \(seed): \(text)")
      }
    }
  }

  @Test func aPercentageIsRoundedHalfUp() {
    #expect(Percent(14, of: 43)?.text(.vi) == "32,6%")
    #expect(Percent(155, of: 158)?.json == "98.1")
    #expect(Percent(158, of: 200)?.text(.vi) == "79,0%")
    #expect(Percent(1, of: 2_000)?.tenths == 1)
    #expect(Percent(1, of: 2_001)?.tenths == 0)
    #expect(Percent(3, of: 2_000)?.tenths == 2)
    #expect(Percent(1, of: 1)?.text(.en) == "100.0%")
    #expect(Percent(5, of: 0) == nil)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func noTenthIsNearerThanThePercentage(seed: UInt64) throws {
    var chance = Seeded(seed)
    for _ in 0..<5_000 {
      let whole =
        Int.random(in: 1...1_000_000_000_000, using: &chance) >> Int.random(in: 0..<39, using: &chance) | 1
      let part = Int.random(in: -whole...2 * whole, using: &chance)
      let tenths = try #require(Percent(part, of: whole)).tenths
      #expect(2 * whole * tenths <= 2_000 * part + whole, "seed \(seed): \(part)/\(whole)")
      #expect(2_000 * part + whole < 2 * whole * (tenths + 1), "seed \(seed): \(part)/\(whole)")
    }
  }
}
