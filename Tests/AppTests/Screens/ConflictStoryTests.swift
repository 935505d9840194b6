import Model
import Testing

@testable import App
@testable import Model

private func desk(_ keys: String = "") -> Desk {
  var desk = Desk(Demo.context(Disputed.commune, role: .clerk, register: Disputed.register))
  desk.press(keys)
  return desk
}

@Test func theFirstScreenLeadsToExactlyTheRecordsInConflict() {
  var desk = desk()
  #expect(desk.text.contains("2 bản ghi mâu thuẫn"), "\(desk.text)")
  desk.press("<Home><Enter>")
  #expect(
    desk.text.contains("› mâu thuẫn") && desk.text.contains("2 bản ghi") && desk.text.contains("Giữ hay xóa"),
    "\(desk.text)")
}

@Test func aConflictIsChosenByKeysAloneAndTakenBack() {
  var desk = desk("<F9>nhap xuat<Enter>")
  let row = desk.state.context.register.conflicted(.departure)[0]
  #expect(desk.text.contains("!2"), "\(desk.text)")
  desk.press("C")
  #expect(desk.text.contains("2 ô cần chọn") && desk.text.contains("binh.tv"), "\(desk.text)")
  desk.press("j<Enter>")
  #expect(desk.text.contains("Đã chọn: Thị trường – KR"), "\(desk.text)")
  #expect(desk.state.context.register.code(Departure.market, row) == "KR")
  #expect(desk.text.contains("1 ô cần chọn"))
  desk.press("U")
  #expect(desk.text.contains("2 ô cần chọn"), "\(desk.text)")
  desk.press("<Enter><Enter>")
  #expect(desk.text.contains("Đã chọn: Ngày bồi dưỡng"), "the list is back: \(desk.text)")
  #expect(desk.state.context.register.conflictCount(.departure, row) == 0)
}

@Test func aDeletionBesideAnEditIsKeptOrCarriedOut() {
  var desk = desk("<F9>nhap xuat<Enter>jC")
  #expect(desk.text.contains("giữ bản ghi") && desk.text.contains("xóa bản ghi"), "\(desk.text)")
  let before = desk.state.context.register.records(.departure).count
  desk.press("j<Enter>")
  #expect(desk.state.context.register.records(.departure).count == before - 1)
  desk.press("U")
  #expect(desk.state.context.register.records(.departure).count == before, "\(desk.text)")
  desk.press("<Home>jC<Enter>")
  #expect(desk.state.context.register.conflicted(.departure).count == 1, "\(desk.text)")
}

@Test func withoutAConflictTheKeySaysWhyNot() {
  var desk = desk("<F9>nhap xuat<Enter><Home>jjjC")
  #expect(desk.text.contains("không có ô nào mâu thuẫn"), "\(desk.text)")
  desk.press("M")
  #expect(desk.text.contains("Không có hồ sơ nào khác"), "\(desk.text)")
}

@Test func twoRecordsOfOnePersonAreMergedAndTheMergeTakenBack() {
  var desk = desk("<Home><Down>")
  #expect(desk.text.contains("1 người nhiều hồ sơ"), "\(desk.text)")
  desk.press("<Enter><Enter>")
  #expect(desk.text.contains("! khác"), "\(desk.text)")
  desk.press("<Enter>")
  #expect(desk.text.contains("Đã gộp"), "\(desk.text)")
  #expect(desk.state.context.census.doubled.isEmpty)
  desk.press("U")
  #expect(desk.state.context.census.doubled.count == 1, "\(desk.text)")
}

@Test func aPersonOfTwoRecordsIsFlaggedInTheListAndMergedFromThere() {
  var desk = desk("<F9>nhap xuat<Enter>")
  let context = desk.state.context
  let filter = DepartureFilter(unit: context.unit, period: Period(year: 2024))
  let rows = PersonRow.rows(filter, context)
  let index = rows.firstIndex { $0.key(context) == "departure/zzzzzzzzzzzzzzzz" } ?? 0
  desk.press("<Home>" + String(repeating: "j", count: index) + "M<Enter>")
  #expect(desk.state.context.census.doubled.isEmpty, "\(desk.text)")
}

@Test func anEmptiedDateOfReturnIsRefusedUntilTheStatusAgrees() {
  let context = Demo.context()
  let register = context.register
  let row = register.records(.departure).first { register.returnedOn($0) != nil } ?? -1
  let commune = register.unit(Departure.commune, row).map { Places.standard[$0].code } ?? ""
  let filter = DepartureFilter(unit: Demo.unit(commune), period: Period(year: 2024))
  let index = PersonRow.rows(filter, context).firstIndex { $0.row == row } ?? 0
  var desk = Desk(Demo.context(commune, role: .clerk))
  let last = String(repeating: "<Tab>", count: DepartureEntry.fields.count - 1)
  desk.press("<F9>nhap xuat<Enter><Home>" + String(repeating: "j", count: index) + "E" + last + "<^U><F2>")
  #expect(desk.text.contains("Đã về nước thì cần ngày về"), "\(desk.text)")
  #expect(desk.state.context.register.returnedOn(row) != nil)
  desk.press("<S-Tab><S-Tab><S-Tab><^U>dang lam<Enter><F2>")
  #expect(desk.text.contains("Đã lưu"), "\(desk.text)")
  #expect(desk.state.context.register.returnedOn(row) == nil)
  #expect(desk.state.context.census.status(of: row) == "ABROAD")
}
