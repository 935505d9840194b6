import Testing

@testable import App
@testable import Model

@Test(arguments: Breakdown.allCases)
func everyBreakdownAddsUpToTheFigureAndOpensItsPeople(_ breakdown: Breakdown) throws {
  let context = Demo.context("10")
  let query = PeopleQuery(context.census, Scope(Demo.unit("10")), year: 2024)
  let all = query.departures(.departed)
  let parts = breakdown.parts(query)
  #expect(parts.reduce(0) { $0 + $1.departures.count } == all.count)
  #expect(Set(parts.map(\.code)).count == parts.count)
  for part in parts {
    let found = query.departures(.departed, in: [PartName(breakdown, part.code)])
    #expect(Set(found) == Set(part.departures), "\(breakdown) \(part.code)")
    let name = breakdown.name(of: part.code, in: .y2023)
    #expect(name == part.name, "\(breakdown) \(part.code)")
  }
}

@Test func aMonthOfTheTrendStandsBesideTheYearBeforeAndOpensItsPeople() {
  var desk = Desk(Demo.context("10"))
  desk.press("<F9>tien do<Enter>t")
  let census = desk.state.context.census
  func left(_ period: Period) -> Int {
    PeopleQuery(census, Scope(Demo.unit("10")), period).departures(.departed).count
  }
  let before = PeopleQuery(census, Scope(Demo.unit("10")), year: 2023)
  let (now, then) = (left(Period(year: 2024, month: 5)), left(Period(year: 2023, month: 5)))
  let line = desk.text.split(separator: "\n").first { $0.contains("tháng 5") } ?? ""
  #expect(line.contains(" \(now) ") && line.contains(" \(then) "), "\(desk.text)")
  // What the year before had after the thirtieth of September is not held against a year that is not over.
  let sum = before.departures(.departed).filter { row in
    desk.state.context.register.day(Departure.departedOn, row).map { $0.month <= 9 } ?? false
  }.count
  let total = desk.text.split(separator: "\n").first { $0.contains("Tổng cộng") } ?? ""
  #expect(total.contains(" \(sum) "), "\(desk.text)")
  desk.press("jjjj<Enter>")
  #expect(desk.text.contains("\(now) lượt"), "\(desk.text)")
  desk.press("<BS>")
  #expect(desk.text.contains("▸ tháng 5"), "\(desk.text)")
}

@Test func aCellOfACrossTableOpensExactlyThePeopleItCounts() throws {
  var desk = Desk(Demo.context("10"))
  // Markets by unit: the first row and the first column.
  desk.press("<F9>tien do<Enter>W<S-Tab>")
  #expect(desk.text.contains("Thị trường × Đơn vị".lowercased()), "\(desk.text)")
  desk.press("[[[[[[[[[")
  let query = PeopleQuery(desk.state.context.census, Scope(Demo.unit("10")), year: 2024)
  let market = try #require(Breakdown.market.parts(query).first)
  let unit = try #require(Breakdown.unit.parts(query).first)
  let count = Set(market.departures).intersection(unit.departures).count
  #expect(desk.text.contains("[\(unit.name.vi)]"), "\(desk.text)")
  desk.press("<Enter>")
  #expect(desk.text.contains("\(count) lượt"), "\(desk.text)")
  desk.press("<BS><Down><Tab><Tab>.,")
  #expect(desk.text.contains("năm 2024"), "\(desk.text)")
}

@Test func aCrossTableAddsUpInBothDirections() {
  for (one, other) in [(Breakdown.unit, Breakdown.sex), (.age, .market), (.month, .householdClass)] {
    let query = PeopleQuery(Demo.context("10").census, Scope(Demo.unit("10")), year: 2024)
    for part in one.parts(query) {
      let inner = other.parts(of: part.departures, query)
      #expect(inner.reduce(0) { $0 + $1.departures.count } == part.departures.count)
    }
  }
}

@Test func theColumnsOfACrossTableComeRoundToThePlainListWhateverTheRowsAre() {
  for turns in 0..<Breakdown.allCases.count {
    var desk = Desk(Demo.context("10"))
    desk.press("<F9>tien do<Enter>W" + String(repeating: "<Tab>", count: turns))
    let plain = desk.text
    var seen: Set<String> = []
    for _ in 1..<Breakdown.allCases.count {
      desk.press("<S-Tab>")
      #expect(desk.text.split(separator: "\n")[0].contains("×"), "\(desk.text)")
      seen.insert(String(desk.text.split(separator: "\n")[0]))
    }
    #expect(seen.count == Breakdown.allCases.count - 1)
    desk.press("<S-Tab>")
    #expect(desk.text == plain)
  }
}

@Test func aUnitIsCalledAsItsOwnCatalogueCallsIt() throws {
  let province = Places.standard.province(of: .y2025)
  let query = PeopleQuery(Demo.context("10").census, Scope(province), year: 2024)
  for part in Breakdown.unit.parts(query) where !part.code.isEmpty {
    #expect(Breakdown.unit.name(of: part.code, in: .y2025) == part.name)
  }
}

@Test func aQuarterIsToldApartByItsMonths() {
  var desk = Desk(Demo.context("10"))
  desk.press("<F9>tien do<Enter>t>>")
  #expect(desk.text.contains("quý III/2024") && desk.text.contains("tháng 7"), "\(desk.text)")
  #expect(!desk.text.contains("tháng 6") && !desk.text.contains("tháng 10"), "\(desk.text)")
  desk.press("Q")
  #expect(desk.text.contains("quý III/2024 (15/06–14/09)"), "\(desk.text)")
  desk.press("<Tab>")
  #expect(desk.text.contains("Phân tổ"), "\(desk.text)")
}

/// The cross-table of markets by months, on its sum.
private func months(_ width: Int, _ glyphs: Glyphs = .unicode) -> Desk {
  var desk = Desk(Demo.context("10", glyphs: glyphs), size: Size(width: width, height: 24))
  desk.press("<F9>tien do<Enter>W<S-Tab><S-Tab>")
  return desk
}

private func header(_ desk: Desk) -> String {
  desk.text.split(separator: "\n").map(String.init).first { $0.contains("Tổng") } ?? ""
}

@Test(arguments: [80, 100, 132])
func monthsAreShortAndTheChosenOneIsWhole(width: Int) {
  var desk = months(width)
  #expect(header(desk).contains("[Tổng]"), "\(desk.text)")
  for month in (1...12).reversed() {
    desk.press("[")
    #expect(header(desk).contains("[T\(month)]"), "\(desk.text)")
    #expect(!header(desk).contains("…"), "\(desk.text)")
  }
}

@Test func hiddenColumnsAreMarkedOnTheirSide() {
  var desk = months(80)
  #expect(header(desk).contains("‹") && !header(desk).contains("›"), "\(desk.text)")
  desk.press("[[[[[[[[[[[[")
  #expect(!header(desk).contains("‹") && header(desk).contains("›"), "\(desk.text)")
  desk.press("]]]]]]]]]")
  #expect(header(desk).contains("‹") && header(desk).contains("›"), "\(desk.text)")
  desk = months(80, .ascii)
  #expect(header(desk).contains("<"), "\(desk.text)")
  desk = months(200)
  #expect(!header(desk).contains("‹") && !header(desk).contains("›"), "\(desk.text)")
}

@Test func aLongNameOfAChosenColumnIsWholeToo() {
  var desk = Desk(Demo.context("10"))
  desk.press("<F9>tien do<Enter>W<S-Tab><S-Tab><S-Tab><S-Tab>[")
  #expect(desk.text.contains("thị trường × hình thức"), "\(desk.text)")
  for _ in 0..<6 {
    #expect(header(desk).contains(where: { $0 == "]" }) && header(desk).contains("["), "\(desk.text)")
    #expect(header(desk).contains("Tổng"), "\(desk.text)")
    desk.press("[")
  }
}
