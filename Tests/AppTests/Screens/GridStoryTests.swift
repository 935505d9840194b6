import Testing

@testable import App
@testable import Model

private func grid(_ keys: String = "") -> Desk {
  var desk = Desk(Households.context(2))
  desk.press("<F9>bang theo<Enter>\(keys)")
  return desk
}

private func counts(_ desk: Desk) -> [Int?] {
  let register = desk.state.context.register
  return register.records(.count).map { register.integer(DepartureCount.value, $0) }
}

@Test func aCountIsTypedOnceWithItsSourceAndTheNextTakesTheSameSource() {
  var desk = grid(",5<Enter>")
  #expect(desk.text.contains("Số này lấy từ đâu:"), "\(desk.text)")
  #expect(counts(desk).isEmpty)
  desk.press("<Enter>Báo cáo 2023 mẫu<Enter>")
  #expect(counts(desk) == [5], "\(desk.text)")
  #expect(desk.text.contains("5s"), "\(desk.text)")
  #expect(desk.text.contains("Tháng 1: 5 lượt, chỉ có số đếm (Báo cáo 2023 mẫu)"), "\(desk.text)")
  desk.press("<Tab>12<Tab>7<Tab>")
  #expect(counts(desk) == [5, 12, 7], "\(desk.text)")
  let register = desk.state.context.register
  for row in register.records(.count) {
    #expect(register.text(DepartureCount.source, row) == "Báo cáo 2023 mẫu")
    #expect(register.unit(DepartureCount.unit, row) == Demo.unit(Households.commune))
  }
}

@Test func whereRecordsAreTheyCountAndTheDifferenceIsShown() {
  var desk = grid("," + String(repeating: "<Tab>", count: 6))
  #expect(desk.text.contains("Tháng 7: 2 lượt có bản ghi"), "\(desk.text)")
  desk.press("5<Enter>Sổ cũ mẫu<Enter>")
  #expect(desk.text.contains("2!"), "\(desk.text)")
  #expect(
    desk.text.contains("tính 2 lượt có trên sổ; số đếm 5 (Sổ cũ mẫu) lệch +3"), "\(desk.text)")
  #expect(Progress(desk.state.context.census, Scope(Demo.unit("082")), year: 2023).t1.achieved == 2)
}

@Test func aCountIsTakenBackAndDropped() {
  var desk = grid(",5<Enter>Sổ cũ mẫu<Enter>U")
  #expect(counts(desk) == [nil], "\(desk.text)")
  desk.press("6<Tab><S-Tab><Del>")
  #expect(counts(desk) == [nil], "\(desk.text)")
  #expect(desk.text.contains("chưa có gì"), "\(desk.text)")
}

@Test func aFailedCountStaysInItsCell() {
  var desk = grid(",5<Enter>Sổ cũ mẫu<Enter>")
  desk.world.refusal = Words("CHƯA LƯU: đĩa đầy", "NOT SAVED: disk full")
  desk.press("<Tab>8<Tab>")
  #expect(desk.text.contains("CHƯA LƯU: đĩa đầy") && desk.text.contains("8"), "\(desk.text)")
  desk.world.refusal = nil
  desk.press("<Tab>")
  #expect(counts(desk) == [5, 8], "\(desk.text)")
}

@Test func monthsThatHaveNotBegunTakeNoCount() {
  let desk = grid(String(repeating: "<Tab>", count: 9) + "5<Enter>")
  #expect(!desk.text.contains("Số này lấy từ đâu"), "\(desk.text)")
  #expect(counts(desk).isEmpty)
}

@Test func everyNumberOfTheGridIsOpened() {
  var desk = Desk(Demo.context("10"))
  desk.press("<F9>bang theo<Enter><Down><Enter>")
  #expect(desk.text.contains("Bảng theo tháng › Lào Cai › "), "\(desk.text)")
  desk.press("<Enter>")
  #expect(desk.text.contains("đã xuất cảnh"), "\(desk.text)")
}

@Test func theGridAddsUpToTheFigureOfTheYear() {
  let context = Demo.context("10")
  let grid = CountsGrid(context.census, context.unit, year: 2024)
  let achieved = Progress(context.census, Scope(context.unit), year: 2024).t1.achieved
  #expect((0..<12).map(grid.total(month:)).reduce(0, +) == achieved)
  #expect(grid.units.indices.map(grid.total(row:)).reduce(0, +) == achieved)
}
