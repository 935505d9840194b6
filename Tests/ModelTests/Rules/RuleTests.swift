import Testing

@testable import Model

@Suite("All rules")
struct RuleTests {
  @Test func theSampleBreaksNone() { #expect(said { _ in } == []) }

  @Test func everyCodeIsGivenOnce() {
    let codes = Rule.catalogue.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.count >= 30)
    #expect(Set(codes).isSuperset(of: Rule.all.map(\.code)))
  }

  @Test func theFirstLetterOfACodeTellsItsLevel() {
    for rule in Rule.catalogue {
      let letter: Character =
        switch rule.level {
        case .block: "B"
        case .warn: "W"
        case .hint: "N"
        }
      #expect(rule.code.first == letter && rule.code.count == 3, "\(rule.code)")
    }
  }

  @Test func everyRuleSpeaksBothLanguagesInASentence() {
    for rule in Rule.catalogue {
      for sentence in [rule.words.vi, rule.words.en] {
        #expect(sentence.hasSuffix(".") && sentence.count > 10)
      }
      #expect(rule.words.vi != rule.words.en, "\(rule.code)")
      #expect(!rule.source.isEmpty, "\(rule.code)")
    }
  }

  @Test func everyRuleSpeaksOfAFieldOfTheEntry() {
    for rule in Rule.all {
      let isField = DepartureEntry.fields.contains { $0.key == rule.field.key } || rule.field.key == "commune"
      #expect(isField, "\(rule.code)")
    }
  }

  @Test func anEmptyEntryIsRefusedWithoutAnyWarning() {
    let findings = Rule.findings(DepartureEntry(), RuleContext(Register(), today: aDay("2024-09-30")))
    #expect(findings.map(\.code) == ["B02", "B03", "B06"])
  }
}
