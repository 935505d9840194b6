import Testing

@testable import App
@testable import Model

private func supervisor(_ code: String = "082", register: Register = Demo.register) -> Desk {
  var desk = Desk(Demo.context(code, role: .supervisor, register: register))
  desk.press("<F9>bao cao ky<Enter>")
  return desk
}

private func state(_ desk: Desk, _ commune: String, _ period: String) -> String? {
  let register = desk.state.context.register
  return register.row(of: PeriodReport.entity(unit: commune + "@2023", period: period))
    .flatMap { register.text(PeriodReport.state, $0.row) }
}

@Test func aCommuneSendsWhatItHasAndSaysWhereNothingHappened() {
  var desk = Desk(Demo.context("02728", role: .clerk, register: Register()))
  desk.press("<F9>bao cao ky<Enter>")
  #expect(desk.text.contains("▸ Tháng 9"), "\(desk.text)")
  desk.press("s")
  #expect(desk.text.contains("Tháng này chưa có lượt nào"), "\(desk.text)")
  desk.press("o")
  #expect(desk.text.contains("không phát sinh 30/09/2024"), "\(desk.text)")
  #expect(state(desk, "02728", "2024-09") == "nil")
  desk.press("U")
  #expect(state(desk, "02728", "2024-09") == nil, "\(desk.text)")
  desk.press("y")
  #expect(desk.text.contains("Việc này của người theo dõi"), "\(desk.text)")
}

@Test func aReportIsSentGivenBackSentAgainApprovedAndSealed() throws {
  var clerk = Desk(Demo.context("02728", role: .clerk))
  clerk.press("<F9>bao cao ky<Enter>")
  let month = ReportingPeriod(year: 2024, month: 9)
  let hasLeft = !Reporting(clerk.state.context.census, Demo.unit("02728"), month).departures.isEmpty
  clerk.press(hasLeft ? "s" : "o")
  let sent = hasLeft ? "sent" : "nil"
  #expect(state(clerk, "02728", "2024-09") == sent, "\(clerk.text)")
  var desk = supervisor("02728", register: clerk.state.context.register)
  desk.press("K")
  #expect(desk.text.contains("Chỉ khóa kỳ đã duyệt"), "\(desk.text)")
  desk.press("r")
  #expect(desk.text.contains("Trả lại vì:"), "\(desk.text)")
  desk.press("<Enter>")
  #expect(state(desk, "02728", "2024-09") == sent)
  #expect(desk.text.contains("Cần lý do"), "\(desk.text)")
  desk.press("Thiếu một người mẫu<Enter>")
  #expect(state(desk, "02728", "2024-09") == "returned")
  #expect(desk.text.contains("Trả lại vì: Thiếu một người mẫu"), "\(desk.text)")
  desk.press("y")
  #expect(desk.text.contains("Đang chờ xã gửi lại"), "\(desk.text)")
  desk.press((hasLeft ? "s" : "o") + "yK")
  #expect(state(desk, "02728", "2024-09") == "sealed", "\(desk.text)")
  #expect(desk.text.contains("Đã khóa"), "\(desk.text)")
  let register = desk.state.context.register
  let row = try #require(
    register.row(of: PeriodReport.entity(unit: "02728@2023", period: "2024-09"))?.row)
  let reporting = Reporting(
    desk.state.context.census, Demo.unit("02728"), ReportingPeriod(year: 2024, month: 9))
  #expect(register.integer(PeriodReport.departures, row) == reporting.departures.count)
  #expect(register.text(PeriodReport.digest, row)?.count == 32)
  #expect(register.text(PeriodReport.note, row) == nil)
  // It was first received on the day it was first sent.
  #expect(register.day(PeriodReport.receivedOn, row) == DemoProvince.today)
  desk.press("s")
  #expect(desk.text.contains("đã khóa sổ") || desk.text.contains("Tháng này chưa có"), "\(desk.text)")
}

@Test func theMatrixShowsTheSameAsTheFiguresAndThoseThatMissFirst() throws {
  let desk = supervisor("10")
  let census = desk.state.context.census
  let progress = Progress(census, Scope(Demo.unit("10")), year: 2024)
  let sentence = "Tháng 8/2024: đã báo cáo \(progress.reports.received)/\(progress.reports.due)"
  #expect(desk.text.contains(sentence), "\(desk.text)")
  let matrix = ReportMatrix(census, Demo.unit("10"), year: 2024)
  let missing = matrix.missingFirst(month: 7).map { matrix.cells[$0][7].missing }
  #expect(missing == missing.sorted(by: >))
  for (row, unit) in matrix.units.enumerated() {
    let unit = try #require(unit)
    let figures = try #require(progress.rows.first { $0.unit == unit })
    #expect(matrix.cells[row][7].tally.due == figures.reports.due)
    #expect(matrix.cells[row][7].tally.received == figures.reports.received)
    #expect(matrix.cells[row][7].tally.inTime == figures.reports.inTime)
    #expect(matrix.total(row: row) == figures.departures)
  }
}

@Test func aNumberOfTheMatrixOpensThePeopleBehindIt() {
  var desk = supervisor("082")
  let matrix = ReportMatrix(desk.state.context.census, Demo.unit("082"), year: 2024)
  let row = matrix.cells.firstIndex { $0[6].departures > 1 } ?? 0
  let name = matrix.units[row].map { Places.standard[$0].name } ?? ""
  let count = matrix.cells[row][6].departures
  desk.press(",/\(name.folded)<Enter><Enter>")
  #expect(desk.text.contains("\(count) lượt · tháng 7/2024"), "\(desk.text)")
  desk.press("<BS>")
  #expect(desk.text.contains("▸ \(name)"), "\(desk.text)")
  #expect(desk.text.contains("[7]"), "\(desk.text)")
}

@Test func allCleanCommunesAreApprovedByOneKeyAndTakenBackByAnother() {
  var desk = supervisor("10")
  let before = desk.state.context.register
  let census = desk.state.context.census
  let period = ReportingPeriod(year: 2024, month: 8)
  let matrix = ReportMatrix(census, Demo.unit("082"), year: 2024)
  let rules = RuleContext(before, today: DemoProvince.today)
  let waiting = matrix.cells.flatMap { $0[7].standings }.filter {
    [.sent, .nothing, .data].contains($0.state)
  }
  let clean = waiting.filter { Reporting(census, $0.unit, period).openWarnings(rules) == 0 }
  desk.press("/bat xat<Enter>P")
  #expect(desk.text.contains("Đã duyệt: \(clean.count) xã, tháng 8"), "\(desk.text)")
  for standing in clean {
    #expect(state(desk, Places.standard[standing.unit].code, "2024-08") == "approved")
  }
  for standing in waiting where !clean.contains(standing) {
    #expect(state(desk, Places.standard[standing.unit].code, "2024-08") == standing.state?.rawValue)
  }
  desk.press("U")
  for standing in clean {
    #expect(state(desk, Places.standard[standing.unit].code, "2024-08") == standing.state?.rawValue)
  }
}

@Test func markedCommunesAreExemptedTogether() {
  var desk = supervisor("082")
  desk.press(".<Home>  x")
  #expect(desk.text.contains("Miễn báo cáo vì (2):"), "\(desk.text)")
  desk.press("<Enter>")
  #expect(desk.text.contains("Cần lý do"), "\(desk.text)")
  desk.press("Lũ quét, mất liên lạc<Enter>")
  #expect(desk.text.contains("Đã đổi miễn báo cáo: 2 xã, tháng 9"), "\(desk.text)")
  let matrix = ReportMatrix(desk.state.context.census, Demo.unit("082"), year: 2024)
  #expect(matrix.cells.filter { $0[8].state == .exempt }.count == 2)
  #expect(matrix.tally(month: 8).due == matrix.units.count - 2)
  let exempt = matrix.cells.flatMap { $0[8].standings }.filter { $0.state == .exempt }.map(\.unit)
  let register = desk.state.context.register
  for unit in exempt {
    let entity = PeriodReport.entity(unit: Places.standard.key(of: unit), period: "2024-09")
    let row = register.row(of: entity)?.row ?? -1
    #expect(register.text(PeriodReport.note, row) == "Lũ quét, mất liên lạc")
  }
  desk.press("<Home>")
  #expect(desk.text.contains("Được miễn vì: Lũ quét, mất liên lạc"), "\(desk.text)")
  desk.press("b")
  #expect(desk.text.contains("Được miễn vì: Lũ quét, mất liên lạc"), "\(desk.text)")
  desk.press("L")
  #expect(desk.text.contains("Lũ quét"), "\(desk.text)")
}

@Test func anExemptionIsTakenBackWithoutAReason() {
  var desk = supervisor("082")
  desk.press(".xLũ quét<Enter>x")
  let matrix = ReportMatrix(desk.state.context.census, Demo.unit("082"), year: 2024)
  #expect(matrix.cells.allSatisfy { $0[8].state != .exempt }, "\(desk.text)")
  #expect(!desk.text.contains("Được miễn vì"), "\(desk.text)")
}

@Test func whoLooksOnlyChangesNothing() {
  var desk = Desk(Demo.context("082", role: .reader))
  desk.press("<F9>bao cao ky<Enter>y")
  #expect(desk.text.contains("Vai trò “chỉ xem”"), "\(desk.text)")
  #expect(desk.state.context.register.lineCount == Demo.register.lineCount)
}

/// A register with one departure of July 2024 in Mường Hum, reported, approved and sealed.
private func sealed() -> Desk {
  var desk = PaperForm.open()
  desk.press(PaperForm().keys + "<F2><Esc><Esc>")
  var supervisor = Desk(Demo.context("02728", role: .supervisor, register: desk.state.context.register))
  supervisor.press("b,.<Home><Down><Down><Down><Down><Down><Down>syK")
  return supervisor
}

@Test func theHistoryOfAReportSaysItsStatesInWords() {
  var desk = sealed()
  desk.press("L")
  let states = [PeriodReport.State.sent, .approved, .sealed].map(\.words.vi)
  #expect(states.allSatisfy { desk.text.contains($0) } && !desk.text.contains("approved"), "\(desk.text)")
}

@Test func whatWasPublishedOfASealedMonthIsNotChanged() throws {
  var desk = sealed()
  #expect(state(desk, "02728", "2024-07") == "sealed", "\(desk.text)")
  desk.press("<Enter><Enter>")
  desk.press("<F12>")
  let lines = desk.state.context.register.lineCount
  // Another market is another published figure.
  desk.press("<Esc><Esc><Esc>")
  desk = sealed()
  desk.press("<Enter><Enter>")
  for _ in 0..<30 where !desk.field.hasPrefix("Ngày xuất cảnh") { desk.press("<Tab>") }
  #expect(desk.field.hasPrefix("Ngày xuất cảnh"), "\(desk.text)")
  desk.press("<^U>060724<F2>")
  #expect(desk.text.contains("đã khóa sổ"), "\(desk.text)")
  #expect(desk.state.context.register.lineCount == lines)
}

@Test func aRecordOfASealedMonthIsReopenedForSomeDaysWithAReason() throws {
  var desk = sealed()
  desk.press("<Enter>r")
  #expect(desk.text.contains("Tháng đã khóa; mở hồ sơ này đến 07/10/2024 vì:"), "\(desk.text)")
  desk.press("<Enter>")
  #expect(desk.text.contains("Cần lý do") && !desk.text.contains("Đã mở lại"), "\(desk.text)")
  desk.press("Ghi nhầm ngày<Enter>")
  #expect(desk.text.contains("Đã mở lại hồ sơ"), "\(desk.text)")
  desk.press("<Enter>")
  for _ in 0..<30 where !desk.field.hasPrefix("Ngày xuất cảnh") { desk.press("<Tab>") }
  desk.press("<^U>060724<F2>")
  #expect(desk.text.contains("Đã lưu"), "\(desk.text)")
  let register = desk.state.context.register
  let row = try #require(register.records(.departure).first)
  #expect(register.day(Departure.departedOn, row) == Day(year: 2024, month: 7, day: 6))
  #expect(register.isSealed(row, on: DemoProvince.today + 8))
}

@Test func whatACorrectionChangesOfPublishedFiguresIsShownFirst() throws {
  var desk = sealed()
  desk.press("<Enter>rGhi nhầm ngày<Enter><Enter>")
  for _ in 0..<30 where !desk.field.hasPrefix("Ngày xuất cảnh") { desk.press("<Tab>") }
  desk.press("<^U>060824<F2>")
  let lines = desk.state.context.register.lineCount
  #expect(desk.text.contains("Số đã công bố sẽ đổi") && !desk.text.contains("Đã lưu:"), "\(desk.text)")
  for unit in ["Xã Mường Hum", "Huyện Bát Xát", "Tỉnh Lào Cai"] {
    #expect(desk.text.contains("\(unit) · tháng 7/2024 · T1: 1 → 0"), "\(unit): \(desk.text)")
    #expect(!desk.text.contains("\(unit) · năm 2024 · T1"), "the year's figure stays: \(desk.text)")
  }
  desk.press("<Esc>")
  #expect(
    desk.state.context.register.lineCount == lines && desk.text.contains("Ngày xuất cảnh"), "\(desk.text)")
  let july = DocumentRequest(.period, Demo.unit("02728"), Period(year: 2024, months: 7...7))
  func seal() -> String { july.document(desk.state.context.census, isSynthetic: true).seal }
  #expect(seal().hasPrefix("Đã khóa sổ, mã "), "\(seal())")
  desk.press("<F2><Enter>")
  #expect(desk.text.contains("Đã lưu") && desk.state.context.register.lineCount == lines + 1, "\(desk.text)")
  #expect(seal().contains("đã đính chính sau khi khóa sổ, mã khóa sổ") && seal().contains("(1 lượt)"))
}

@Test func aStatusThatChangesPublishedFiguresIsRefusedUntilTheRecordIsReopened() {
  var desk = sealed()
  let before = Progress(desk.state.context.census, Scope(Demo.unit("02728")), year: 2024).t1.achieved
  desk.press("<Enter>cve nuoc truoc<Enter>h<Enter>1<Enter><F2>")
  #expect(desk.text.contains("Đã lưu"), "a return changes nothing that was published: \(desk.text)")
  #expect(Progress(desk.state.context.census, Scope(Demo.unit("02728")), year: 2024).t1.achieved == before)
}

@Test func aRecordComesBackWithANoteOnAFieldAndTheClerkLandsThere() throws {
  var desk = PaperForm.open()
  desk.press(PaperForm().keys + "<F2><Esc><Esc>")
  desk.press("b<Home><Down><Down><Down><Down><Down><Down>s")
  #expect(state(desk, "02728", "2024-07") == "sent", "\(desk.text)")
  var supervisor = Desk(Demo.context("02728", role: .supervisor, register: desk.state.context.register))
  supervisor.press("b<Home><Down><Down><Down><Down><Down><Down><Enter>r<Tab>")
  let field = try #require(supervisor.text.split(separator: "“").last?.split(separator: "”").first)
  supervisor.press("Xem lại giấy mẫu<Enter>")
  #expect(supervisor.text.contains("Đã trả lại hồ sơ"), "\(supervisor.text)")
  #expect(state(supervisor, "02728", "2024-07") == "returned")
  var clerk = Desk(Demo.context("02728", role: .clerk, register: supervisor.state.context.register))
  #expect(clerk.text.contains("1 hồ sơ bị trả lại"), "\(clerk.text)")
  clerk.press("<Home><Enter>")
  #expect(clerk.field == String(field), "\(clerk.text)")
  #expect(clerk.text.contains("trả lại: Xem lại giấy mẫu"), "\(clerk.text)")
  clerk.press("<F2>")
  #expect(!clerk.text.contains("bị trả lại"), "\(clerk.text)")
  #expect(clerk.state.context.register.notedDepartures.isEmpty)
}

@Test func aReopenedRecordDoesNotMoveIntoAnotherSealedMonth() throws {
  var desk = sealed()
  let unit = Demo.unit("02728")
  var register = desk.state.context.register
  // June is sealed too, by whatever way.
  let june = PeriodReport.entity(unit: "02728@2023", period: "2024-06")
  register.anticipate(register.change([Edit(june, [(PeriodReport.state.key, .text("sealed"))])]))
  let row = try #require(register.records(.departure).first)
  register.anticipate(
    register.change(
      register.edits(reopening: row, because: "Ghi nhầm", today: DemoProvince.today)))
  #expect(!register.isSealed(row, on: DemoProvince.today))
  let context = RuleContext(register, today: DemoProvince.today, correcting: row)
  var entry = register.entry(row, today: DemoProvince.today)
  func isStopped() -> Bool { Rule.findings(entry, context).contains { $0.code == "B20" } }
  #expect(!isStopped())
  entry[Departure.departedOn] = .day(try #require(Day(year: 2024, month: 7, day: 9)))
  #expect(!isStopped(), "its own month is open for it")
  entry[Departure.departedOn] = .day(try #require(Day(year: 2024, month: 6, day: 28)))
  #expect(isStopped(), "June is not")
  entry[Departure.departedOn] = .day(try #require(Day(year: 2024, month: 8, day: 2)))
  #expect(!isStopped(), "August was never sealed")
  #expect(register.isSealed(unit, Day(year: 2024, month: 6, day: 1)))
  desk.press("<Esc>")
}

@Test func nothingThatWaitsIsSaidAsSuch() {
  var desk = Desk(Demo.context("082", role: .supervisor, register: Register()))
  desk.press("<F9>bao cao ky<Enter>P")
  #expect(desk.text.contains("Không có báo cáo nào chờ duyệt"), "\(desk.text)")
}
