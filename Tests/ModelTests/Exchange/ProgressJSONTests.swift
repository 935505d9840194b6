import Testing

@testable import Model

@Suite("Progress as JSON")
struct ProgressJSONTests {
  private func book() throws -> Book {
    var book = Book()
    try book.add(.target, #"{"id":"T1","year":2024,"catalogue":"2023","value":200,"shares":{"082":28}}"#)
    let row = book.leave("2023-05-01", poverty: "POOR")
    book.review(row, 2024, "NEAR_POOR")
    book.leave("2024-03-01", poverty: "POOR")
    book.leave("2024-03-01") { $0[Departure.orientationDate] = .none }
    try book.add(
      .report, #"{"unit":"02728","catalogue":"2023","period":"2024-08","state":"sent","on":"2024-09-05"}"#)
    try book.add(
      .incident,
      #"{"type":"HOST_LAW","on":"2024-08-01","commune":"02728","catalogue":"2023","state":"closed"}"#)
    return book
  }

  private func keys(_ json: JSON?) -> [String] { json?.members?.map(\.key) ?? [] }

  @Test func theKeysAreThoseThatAreDocumented() throws {
    let json = try book().progress().json()
    #expect(
      keys(json).starts(with: [
        "schema", "plan", "unit", "catalogue", "year", "yearKind", "today", "targets", "units",
      ]))
    let targets = json["targets"]?.elements ?? []
    #expect(targets.map { $0["id"]?.text } == ["T1", "T2", "T3", "T4a", "T4b", "T4c"])
    #expect(
      keys(targets[0]) == [
        "id", "unitOfMeasure", "achieved", "workers", "target", "expectedToDate", "ahead", "pipeline",
        "forecast", "fromCounts",
      ])
    let t2 = ["id", "numerator", "toNearPoor", "denominator", "notYetReviewed", "percent", "target"]
    #expect(keys(targets[1]).filter(t2.contains) == t2)
    #expect(keys(targets[2]) == ["id", "numerator", "denominator", "percent", "target"])
    #expect(keys(targets[3]) == ["id", "open", "closed", "target"])
    let unit = json["units"]?.elements?.first
    #expect(keys(unit) == ["code", "name", "target", "departures", "T2", "T3", "reports", "fromCounts"])
    #expect(
      keys(unit?["T2"]) == ["numerator", "denominator"] && keys(unit?["T3"]) == ["numerator", "denominator"])
    #expect(keys(unit?["reports"]) == ["period", "due", "received", "inTime"])
  }

  @Test func theFiguresAreTheModels() throws {
    let json = try book().progress().json()
    #expect(json["schema"] == 1 && json["plan"] == "280/KH-UBND" && json["unit"] == "10")
    #expect(json["catalogue"] == "2023" && json["year"] == 2024 && json["yearKind"] == "calendar")
    #expect(json["today"] == "2024-09-30")
    let targets = json["targets"]?.elements ?? []
    #expect(
      targets[0] == [
        "id": "T1", "unitOfMeasure": "departures", "achieved": 2, "workers": 2, "target": 200,
        "expectedToDate": 150,
        "ahead": -148, "pipeline": 0, "forecast": nil, "fromCounts": 0,
      ])
    #expect(targets[1]["numerator"] == 1 && targets[1]["denominator"] == 2 && targets[1]["toNearPoor"] == 1)
    #expect(
      targets[1]["notYetReviewed"] == 1 && targets[1]["percent"] == .number("50.0")
        && targets[1]["target"] == 40)
    #expect(targets[2]["percent"] == .number("50.0"))
    #expect(targets[4] == ["id": "T4b", "open": 0, "closed": 1, "target": 0])
    let batXat = json["units"]?.elements?.first { $0["code"] == "082" }
    #expect(
      batXat == [
        "code": "082", "name": "Bát Xát", "target": 28, "departures": 2,
        "T2": ["numerator": 1, "denominator": 2],
        "T3": ["numerator": 1, "denominator": 2],
        "reports": ["period": "2024-08", "due": 21, "received": 1, "inTime": 1], "fromCounts": 0,
      ])
  }

  @Test func whatIsNotKnownIsNull() {
    let json = Book().progress("082@2023").json()
    let targets = json["targets"]?.elements ?? []
    #expect(
      targets[0]["target"] == .null && targets[0]["expectedToDate"] == .null && targets[0]["ahead"] == .null)
    #expect(targets[1]["percent"] == .null && targets[2]["percent"] == .null)
    #expect(json["units"]?.elements?.first?["target"] == .null)
  }

  @Test func whatIsWrittenIsJSON() throws {
    let json = try book().progress().json()
    #expect(try JSON.parse(json.bytes) == json)
  }
}
