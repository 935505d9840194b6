import Testing

@testable import App
@testable import Model

@Test func theYearIsSeenByTheCommunesOfTodayAndNothingIsLost() {
  var desk = Desk(Demo.context("10"))
  desk.press("<F9>tien do<Enter>")
  let before = Progress(desk.state.context.census, Scope(Demo.unit("10")), year: 2024)
  #expect(desk.text.contains("\(before.t1.achieved)/200"), "\(desk.text)")
  desk.press("ZZ")
  #expect(desk.text.contains("địa danh 2025"), "\(desk.text)")
  let province = Places.standard.province(of: .y2025)
  let after = Progress(desk.state.context.census, Scope(province), year: 2024)
  #expect(after.t1.achieved == before.t1.achieved)
  #expect(desk.text.contains("\(before.t1.achieved)"), "\(desk.text)")
  desk.press("Z")
  #expect(desk.text.contains("\(before.t1.achieved)/200"), "\(desk.text)")
}

@Test func theForecastIsSaidInWordsAndMovesWithThePast() throws {
  var desk = Desk(Demo.context("10"))
  desk.press("<F9>tien do<Enter>")
  let progress = Progress(desk.state.context.census, Scope(Demo.unit("10")), year: 2024)
  let forecast = try #require(progress.forecast(desk.state.context.census))
  #expect(desk.text.contains("dự báo năm \(forecast.low)–\(forecast.high) (80%)"), "\(desk.text)")
  #expect(forecast.low >= progress.t1.achieved && forecast.low < forecast.high)
  desk.press(",")
  #expect(!desk.text.contains("dự báo"), "\(desk.text)")
  var empty = Desk(Demo.context("10", register: Register()))
  empty.press("<F9>tien do<Enter>")
  #expect(!empty.text.contains("dự báo năm"), "\(empty.text)")
}

@Test func lateTasksStandAloneWithWhoseTheyAre() {
  var desk = Desk(Demo.context("10"))
  desk.press("<F9>nhiem vu<Enter>f")
  #expect(desk.text.contains("chỉ mục quá hạn"), "\(desk.text)")
  let progress = TaskProgress(desk.state.context.register, today: DemoProvince.today)
  for task in Plan.standard.tasks {
    let isLate = progress.pending(task.id)?.isLate ?? false
    #expect(desk.text.contains(" \(task.id) ") == isLate, "\(task.id): \(desk.text)")
  }
  desk.press("ff")
  #expect(desk.text.contains("chỉ mục của cấp mình"), "\(desk.text)")
  desk.press("f<Esc>")
  #expect(!desk.text.contains("chỉ mục"), "\(desk.text)")
}

@Test func aDeadlineIsTypedWithTheDecisionThatSetsIt() throws {
  var desk = Desk(Demo.context("10"))
  desk.press("<F9>nhiem vu<Enter>jjjD31/1<Enter>")
  #expect(desk.text.contains("Hạn 31/01/2025, theo văn bản số:"), "\(desk.text)")
  desk.press("12/QĐ-UBND mẫu<Enter>")
  let register = desk.state.context.register
  let row = try #require(
    register.records(.deadline).first { register.text(TaskDeadline.decision, $0) == "12/QĐ-UBND mẫu" })
  #expect(register.day(TaskDeadline.due, row) == Day(year: 2025, month: 1, day: 31))
  #expect(desk.text.contains("Đã đặt hạn mục"), "\(desk.text)")
  desk.press("D99<Enter>")
  #expect(desk.text.contains("Hạn của mục"), "\(desk.text)")
  desk.press("<Esc>U")
  #expect(desk.state.context.register.day(TaskDeadline.due, row) == nil, "\(desk.text)")
}

@Test func thePoorHouseholdsBehindT2SayWhatBecameOfThem() {
  var desk = Desk(Demo.context("10"))
  desk.press("<F9>mk<Enter>")
  let unit = Demo.unit("083")
  #expect(desk.text.contains(Places.standard[unit].name), "\(desk.text)")
  desk.press("<Home><Down><Enter>")
  let query = PeopleQuery(desk.state.context.census, Scope(unit), year: 2024)
  let (poor, escaped) = (query.departures(.poor), query.departures(.escaped))
  #expect(desk.text.contains("\(poor.count) hộ"), "\(desk.text)")
  let lines = desk.text.split(separator: "\n").map(String.init)
  let outcomes = lines.filter { $0.contains("đã thoát") || $0.contains("cận nghèo") }
  #expect(outcomes.count == escaped.count, "\(desk.text)")
  #expect(escaped.allSatisfy { [.escaped, .toNearPoor].contains(query.outcome(of: $0)) })
  // They come first.
  let first = lines.firstIndex { $0.contains("▸") }
  #expect(escaped.isEmpty || first.map { lines[$0] == outcomes.first } ?? false, "\(desk.text)")
}

@Test func theNearPoorAmongTheEscapedAreHouseholdsWithTheirOutcome() {
  var desk = Desk(Demo.context("10", role: .supervisor))
  desk.press("<F9>tien do<Enter><Home><Down><Tab><Tab><Enter>")
  let count = PeopleQuery(desk.state.context.census, Scope(desk.state.context.unit), year: 2024)
    .departures(.nearPoor).count
  #expect(
    count > 0 && desk.text.contains("hộ nay cận nghèo") && desk.text.contains("\(count) hộ"), "\(desk.text)")
  let lines = desk.text.split(separator: "\n").filter { $0.contains("Lao động mẫu") }
  #expect(lines.count == count && lines.allSatisfy { $0.contains("cận nghèo") }, "\(desk.text)")
}
