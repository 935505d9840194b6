import ArgumentParser
import Model

/// Prints what entries are held against: code, level, sentence, source.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Danh mục quy tắc kiểm tra / the rules of validation.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "JSON.")
  var json = false
  @Flag(help: "CSV.")
  var csv = false

  func run() throws {
    try common.reporting { () throws(Refusal) in
      try CommonOptions.one(("--json", json), ("--csv", csv))
      let rules = RulesCommand.catalogue
      if json {
        Console.json(["schema": 1, "rules": .array(rules)])
      } else if csv {
        Sheet(["code", "level", "vi", "en", "source"], rules).printCSV()
      } else {
        for rule in Rule.catalogue {
          let words = [rule.code, rule.level.words[common.spoken], rule.words[common.spoken], rule.source]
          Console.line(words.joined(separator: "  "))
        }
      }
    }
  }

  static var catalogue: [JSON] {
    Rule.catalogue.map { rule in
      [
        "code": .string(rule.code), "level": .string(rule.level.rawValue), "vi": .string(rule.words.vi),
        "en": .string(rule.words.en), "source": .string(rule.source),
      ]
    }
  }
}
