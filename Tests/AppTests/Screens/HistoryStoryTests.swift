import Model
import Testing

@testable import App

private func desk(_ keys: String) -> Desk {
  var desk = Desk(Demo.context(Remembered.commune, role: .clerk, register: Remembered.register))
  desk.press("<F9>nhap xuat<Enter><Home>" + keys)
  return desk
}

@Test func theHistoryOfADepartureSaysWhoWhenAndFromWhatToWhat() {
  var desk = desk("L")
  #expect(desk.text.contains("Lịch sử › Lao động mẫu"), "\(desk.text)")
  #expect(desk.text.contains("28/09/2024 14:1"), "the time of Việt Nam: \(desk.text)")
  #expect(desk.text.contains("lan.nt") && desk.text.contains("binh.tv"), "\(desk.text)")
  #expect(desk.text.contains("Lý do W12") && desk.text.contains("Giấy ghi nhầm"), "\(desk.text)")
  desk.press("<Down>")
  #expect(desk.text.contains("từ “Doanh nghiệp mẫu có tên dài không vừa một cột”"), "\(desk.text)")
  #expect(desk.text.contains("Thị trường"), "\(desk.text)")
  desk.press("/thi truong<Enter>")
  #expect(desk.text.contains("Thị trường: từ “"), "\(desk.text)")
  #expect(desk.text.contains("thành “Hungary”"), "\(desk.text)")
}

@Test func identityNumbersAreMaskedUntilAsked() {
  var desk = desk("L")
  #expect(desk.text.contains("010•••••0777") && !desk.text.contains("010204000777"), "\(desk.text)")
  #expect(desk.text.contains("••••••••") && !desk.text.contains("C1234567"), "\(desk.text)")
  desk.press("/so dinh danh<Enter>")
  #expect(!desk.text.contains("010204000777"), "below the list too: \(desk.text)")
  desk.press("v")
  #expect(desk.text.contains("010204000777") && desk.text.contains("C1234567"), "\(desk.text)")
  for _ in 0..<10 { desk.send(.tick) }
  #expect(!desk.text.contains("010204000777") && !desk.text.contains("C1234567"), "\(desk.text)")
}

@Test func enterAndEscapeLeadBack() {
  for key in ["<Enter>", "<Esc>", "q", "<BS>", "<Left>"] {
    var desk = desk("L")
    desk.press(key)
    #expect(
      !desk.text.contains("Lịch sử ›") && desk.text.contains("Nhập xuất cảnh ›"), "\(key): \(desk.text)")
  }
}

@Test func theFormOpensTheHistoryOverWhatWasTyped() {
  var desk = desk("E<End> Hai<^V>")
  #expect(desk.text.contains("Lịch sử › Lao động mẫu"), "\(desk.text)")
  desk.press("<Esc>")
  #expect(desk.text.contains(" Hai") && desk.text.contains("▸ Họ và tên"), "\(desk.text)")
}

@Test func aNewRecordHasNoHistoryKey() {
  var desk = desk("a")
  desk.press("<^V>")
  #expect(!desk.text.contains("Lịch sử"), "\(desk.text)")
}

@Test func theLetterIsTextWhereOneTypes() {
  var desk = desk("aL")
  #expect(desk.text.contains("[L"), "\(desk.text)")
  desk.press("<Esc><Esc>/L")
  #expect(!desk.text.contains("Lịch sử ›"), "\(desk.text)")
}

@Test func aHouseholdAnIncidentAndAClauseHaveTheirHistory() {
  var household = desk("wL")
  #expect(household.text.contains("Diện hộ 2024"), "\(household.text)")
  household.press("<Esc><Esc><F9>ra soat<Enter><Home>L")
  #expect(household.text.contains("Lịch sử ›"), "\(household.text)")
  var incident = Desk(Demo.context(register: Remembered.register))
  incident.press("<F9>tien do<Enter><Home><Down><Down><Down><Enter><Home>L")
  #expect(
    incident.text.contains("Lịch sử ›") && incident.text.contains("Đã báo cáo huyện"), "\(incident.text)")
  #expect(!incident.text.contains("“open”"), "a state is said in words: \(incident.text)")
  var task = Desk()
  task.press("<F9>nhiem vu<Enter>jjL")
  #expect(task.text.contains("Lịch sử › III.1.1"), "\(task.text)")
  task.press("<Esc>u50<Tab>Hội nghị<F2>L")
  #expect(task.text.contains("cập nhật") && task.text.contains("50"), "\(task.text)")
}

@Test func whatIsSavedWhileItIsOpenStandsThereToo() {
  var desk = desk("L")
  let count = desk.text.contains("lần lưu")
  #expect(count, "\(desk.text)")
  var register = desk.state.context.register
  let departure = register.key(
    .departure,
    PersonRow.rows(
      DepartureFilter(unit: desk.state.context.unit, period: Period(year: 2024)), desk.state.context)[0].row)
  register.anticipate(
    register.change([
      Edit(departure, [("village", .text("Thôn mẫu 99"))], basis: register.basis(of: departure))
    ]))
  desk.send(.loaded(register))
  #expect(desk.text.contains("Thôn mẫu 99"), "\(desk.text)")
}

@Test func whatWasDeletedAndBroughtBackIsSaidOfEachRecord() {
  var task = Desk()
  task.press("<F9>nhiem vu<Enter>jju50<Tab>Hội nghị<F2>UYL")
  #expect(task.text.contains("(đã xóa)") && task.text.contains("(khôi phục)"), "\(task.text)")
  #expect(!task.text.contains("giữ bản ghi"), "\(task.text)")
}
