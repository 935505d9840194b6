import Testing

@testable import Model

@Suite("A departure as JSON")
struct DepartureJSONTests {
  static let sample = #"""
    {"citizenId":"010204000104","fullName":"Lao động mẫu 04","birthDate":"2004-09-17","sex":"M","ethnicGroup":"MONG",
     "phone":null,"commune":"02728","catalogue":"2023","village":"Ky Quan San","household":"h1","householdClass":"POOR",
     "householdYear":2024,"passport":null,"market":"JP","contractForm":"SERVICE_ENT","programme":null,
     "sector":"FOOD_PROCESSING","occupation":null,"enterprise":"Doanh nghiệp mẫu A","contractMonths":36,
     "orientationDate":"2024-06-28","orientationCertificate":null,"departedOn":"2024-07-05","returnedOn":null,
     "status":"ABROAD","overrides":{"W15":"đang bổ sung"}}
    """#

  private func read(_ text: String, today: String = "2024-09-30") throws -> (
    entry: DepartureEntry, findings: [Finding]
  ) {
    DepartureEntry.read(try JSON.parse(text.utf8), asOf: aDay(today))
  }

  /// What is said of the sample with one member replaced.
  private func findings(_ key: String, _ value: JSON) throws -> [Finding] {
    let sample = try JSON.parse(Self.sample.utf8)
    let members = (sample.members ?? []).map { $0.key == key ? JSON.Member(key, value) : $0 }
    return DepartureEntry.read(.object(members), asOf: aDay("2024-09-30")).1
  }

  @Test(arguments: ["Lao\u{0} động", "Lao \u{202E}động", "Lao động\u{7}", "Lao động\u{9B}"])
  func aControlCharacterIsRefusedNotDropped(name: String) throws {
    let findings = try findings("fullName", .string(name))
    #expect(findings.map(\.code) == ["B00"] && findings.first?.field == "fullName")
  }

  @Test(arguments: ["W99", "B01", "N03"])
  func aReasonForNoWarningIsRefused(code: String) throws {
    #expect(try findings("overrides", [code: "lý do"]).map(\.field) == ["overrides"])
  }

  @Test func theDocumentedRecordIsRead() throws {
    let (entry, findings) = try read(Self.sample)
    #expect(findings.isEmpty)
    let expected = DepartureEntry.sample {
      $0[Departure.orientationCertificate] = .none
      $0.overrides = ["W15": "đang bổ sung"]
    }
    #expect(entry == expected)
  }

  @Test func aBareCodeMeansTheCatalogueInForce() throws {
    let text = #"{"commune":"02728","status":"REGISTERED"}"#
    #expect(try read(text).entry.unit == aUnit("02728@2023"))
    #expect(try read(text, today: "2024-11-01").entry.unit == aUnit("02728@2024-11"))
    #expect(try read(text, today: "2025-07-01").entry.unit == aUnit("02728@2025"))
  }

  @Test(arguments: [
    ("birthDate", "2023-02-29" as JSON), ("sex", "X"), ("market", "MARS"), ("contractMonths", 0),
    ("contractMonths", 121), ("contractMonths", "36"), ("contractMonths", .number("36.5")), ("fullName", 4),
    ("departedOn", "05/07/2024"), ("status", "GONE"), ("householdYear", 1999), ("fullName", .string(long)),
    ("citizenId", 10_204_000_104), ("village", true), ("sector", ["FOOD_PROCESSING"] as JSON),
  ])
  func aValueThatCannotBeReadIsNamedWithItsField(key: String, value: JSON) throws {
    let findings = try findings(key, value)
    #expect(findings.map(\.field) == [key] && findings.first?.level == .block)
    #expect(findings.allSatisfy { $0.words.vi.hasSuffix(".") && $0.words.en.hasSuffix(".") })
  }

  private static let long = String(repeating: "a", count: 81)

  @Test(arguments: [("commune", "2728" as JSON), ("commune", nil), ("commune", 2728), ("catalogue", "1999")])
  func aUnitThatIsNotInTheCatalogueIsRefused(key: String, value: JSON) throws {
    let findings = try findings(key, value)
    #expect(findings.map(\.code) == ["B06"] && findings.map(\.field) == ["commune"])
  }

  @Test func everythingWrongIsSaidAtOnce() throws {
    let found = try read(#"{"commune":"99999","sex":"X","birthDate":"x"}"#).findings
    #expect(Set(found.map(\.field)) == ["commune", "sex", "birthDate", "status"])
  }

  @Test func aStatusIsNeeded() throws {
    #expect(try findings("status", nil).map(\.field) == ["status"])
  }

  @Test(arguments: ["[]", "1", "null", #""x""#])
  func whatIsNoRecordIsRefused(text: String) throws {
    #expect(try read(text).findings.map(\.code) == ["B00"])
  }

  @Test func blanksAreNoName() throws {
    let (entry, _) = try read(
      #"{"commune":"02728","fullName":"  ","household":" h1 ","status":"REGISTERED"}"#)
    #expect(entry.text(Worker.fullName) == nil)
    #expect(entry.text(Household.key) == "h1")
  }

  @Test func textIsStoredComposed() throws {
    let (entry, _) = try read(
      "{\"commune\":\"02728\",\"fullName\":\"Lao đo\u{302}\u{323}ng\",\"status\":\"REGISTERED\"}")
    #expect(entry.text(Worker.fullName).map { Array($0.unicodeScalars) } == Array("Lao động".unicodeScalars))
  }
}
