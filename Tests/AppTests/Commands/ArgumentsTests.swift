import Model
import Testing

@testable import App

@Test func commonOptionsMayStandBeforeTheCommand() {
  #expect(
    Arguments.ordered(["--lang", "en", "--data=/d", "list", "workers", "--json"])
      == ["list", "--lang", "en", "--data=/d", "workers", "--json"])
  #expect(Arguments.ordered(["list", "--lang", "en"]) == ["list", "--lang", "en"])
  #expect(Arguments.ordered(["--lang", "en", "--ascii"]) == ["--lang", "en", "--ascii"])
  #expect(Arguments.ordered(["--data"]) == ["--data"])
  #expect(Arguments.ordered([]).isEmpty)
}

@Test func theLanguageIsKnownBeforeAnythingElseIs() {
  #expect(Arguments.language(["list", "nonsense", "--lang", "en"]) == .en)
  #expect(Arguments.language(["--lang=vi"]) == .vi)
  #expect(Arguments.language(["--lang", "fr", "--lang", "en"]) == .en)
}

@Test(arguments: [
  ("Unexpected argument 'nonsense'", "Đối số sai: không hiểu nonsense. Xem “lenduong --help”."),
  ("Unexpected argument ''", "Đối số sai: không hiểu “”. Xem “lenduong --help”."),
  ("2 unexpected arguments: 'a', 'b'", "Đối số sai: không hiểu a, b. Xem “lenduong --help”."),
  ("Missing expected argument '<kind>'", "Đối số sai: thiếu <kind>. Xem “lenduong --help”."),
  (
    "Missing value for '--data <data>'", "Đối số sai: thiếu giá trị của --data <data>. Xem “lenduong --help”."
  ),
  (
    "Unknown option '--jsn'. Did you mean '--json'?",
    "Đối số sai: không có tùy chọn --jsn; có phải --json? Xem “lenduong --help”."
  ),
  (
    "The value 'abc' is invalid for '--year <year>'",
    "Đối số sai: “abc” không hợp với --year <year>. Xem “lenduong --help”."
  ),
  (
    "The value 'foo' is invalid for '<kind>'. Please provide one of the following:\n  - departures\n  - tasks",
    "Đối số sai: “foo” không hợp với <kind>; chọn một trong departures, tasks. Xem “lenduong --help”."
  ),
  (
    "The value 'x' is invalid for '--lang <lang>'. Please provide one of 'vi' and 'en'.",
    "Đối số sai: “x” không hợp với --lang <lang>; chọn một trong vi, en. Xem “lenduong --help”."
  ),
])
func whatTheParserSaysIsOneSentenceInVietnameseToo(english: String, vietnamese: String) {
  let words = Arguments.problem(english)
  #expect(words.vi == vietnamese)
  #expect(words.en.hasPrefix("Bad arguments: ") && !words.en.contains("\n"), "\(words.en)")
}

@Test func theCatalogueSaysOfEachRuleWhatTheInterfacePromises() {
  let rules = RulesCommand.catalogue
  #expect(rules.count == Rule.catalogue.count)
  for rule in rules {
    #expect(rule.members?.map(\.key) == ["code", "level", "vi", "en", "source"])
    #expect(["block", "warn", "hint"].contains(rule["level"]?.text))
  }
  #expect(
    rules.first { $0["code"]?.text == "B05" }
      == [
        "code": "B05", "level": "block", "vi": "Chưa đủ 18 tuổi vào ngày xuất cảnh.",
        "en": "Younger than 18 on the day of departure.", "source": "Luật 69/2020/QH14, Điều 44",
      ])
}

@Test func warningsAreListedWithAReasonOrWithout() throws {
  let context = Demo.context("10", register: Warned.register)
  func found(_ warning: String) throws -> Int {
    let listing = Listing(kind: .departures, scope: Scope(context.unit), warning: warning)
    try listing.check()
    let records = RecordsJSON(context.census, isUnmasked: false).ready(for: .max)
    return listing.rows(records, context.plan).count
  }
  #expect(try found("W12") == 2)
  #expect(try found("W15") == 1)
  #expect(try found("all") == 3)
  #expect(throws: Refusal.self) { try found("B05") }
}

@Test func cellsOfCSVAreQuotedWhereTheyMustBe() {
  #expect(Sheet.quoted("Bát Xát") == "Bát Xát")
  #expect(Sheet.quoted("a,b") == "\"a,b\"")
  #expect(Sheet.quoted("“a” \"b\"") == "\"“a” \"\"b\"\"\"")
}

@Test(arguments: [
  ("=1+1", "'=1+1"), ("=a,b", "\"'=a,b\""), ("@a", "'@a"), ("-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"),
  ("+84 912.345-678", "+84 912.345-678"), ("-12.5", "-12.5"), ("-", "-"), ("–", "–"), ("a=b", "a=b"),
])
func aSpreadsheetShowsACellAndDoesNotComputeIt(cell: String, shown: String) {
  #expect(Sheet.quoted(cell) == shown)
}

@Test func anAgencyIsKnownInSmallLettersToo() {
  #expect(ListCommand.agency("snv") == "SNV")
  #expect(ListCommand.agency("SNV") == "SNV")
  #expect(ListCommand.agency("082") == nil)
}

@Test func aScreenOfAnotherNameIsToldWhichThereAre() {
  do {
    _ = try OpenCommand.parse(["--screen", "maps"])
    Issue.record("“maps” is no screen")
  } catch {
    let words = Arguments.problem(OpenCommand.message(for: error))
    for screen in PrintedScreen.allCases {
      #expect(words.vi.contains(screen.rawValue), "\(words.vi)")
    }
  }
}

@Test func placesAreNamedByADayOrByTheirCatalogue() throws {
  let today = Day.of(2024, 9, 30)
  for (text, catalogue) in [("2023", Catalogue.y2023), ("2024-11", .y202411), ("2025", .y2025)] {
    #expect(Catalogue(on: try CommonOptions.placesDay(text, or: today)) == catalogue)
  }
  #expect(try CommonOptions.placesDay("2025-08-01", or: today) == .of(2025, 8, 1))
  #expect(try CommonOptions.placesDay(nil, or: today) == today)
  #expect(throws: Refusal.self) { try CommonOptions.placesDay("2024", or: today) }
}
