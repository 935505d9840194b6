import Model
import Testing

@testable import App

/// Chooses an office and a role through the screens, as on any day.
private func choose(_ role: String, _ desk: inout Desk) {
  desk.press("<F9>chon don vi<Enter>muong hum<Enter>\(role)<Enter>")
}

@Test func theRoleThatOnlyViewsCountsAtOnce() {
  var desk = Desk(Demo.context("02728", role: .clerk))
  choose("<Home>jj", &desk)
  #expect(desk.text.contains("CHỈ XEM"), "\(desk.text)")
  desk.press("<F9>nhap xuat<Enter>a")
  #expect(desk.text.contains("chỉ xem"), "\(desk.text)")
  desk.press("<Esc>")
  choose("<Home>", &desk)
  #expect(!desk.text.contains("CHỈ XEM"), "\(desk.text)")
}

@Test func whoOnlyViewsIsToldWhy() {
  var desk = Desk(Demo.context("02728", role: .reader))
  desk.press("<F9>nhiem vu<Enter>jj<Enter>")
  #expect(desk.text.contains("Vai trò “chỉ xem”"), "\(desk.text)")
  desk.press("<Esc><F9>nhap xuat<Enter>c")
  #expect(desk.text.contains("Vai trò “chỉ xem”"), "\(desk.text)")
}

@Test func theOfficeAndRoleOneHasAreOfferedFirst() {
  var desk = Desk(Demo.context("02728", role: .supervisor))
  desk.press("<F9>chon don vi<Enter>")
  #expect(desk.text.contains("▸ Xã Mường Hum, Huyện Bát Xát"), "\(desk.text)")
  desk.press("<Enter>")
  #expect(desk.text.contains("▸ theo dõi, chỉ đạo"), "\(desk.text)")
}

@Test func theChosenUnitIsAlwaysOnTheScreen() {
  var desk = Desk(Demo.context("10", role: .supervisor))
  desk.press("<F9>chon don vi<Enter>xa")
  for _ in 0..<40 {
    desk.press("<Down>")
    #expect(desk.text.contains("▸"), "\(desk.text)")
  }
}

@Test func whoOnlyViewsSeesNoWholeNumberInAFormAndTypesNothing() throws {
  let context = Demo.context("02728", role: .reader)
  let register = context.register
  var desk = Desk(context)
  desk.press("<F9>nhap xuat<Enter><Enter>")
  let before = desk.text
  #expect(before.contains("› xem") && before.contains("•••••"), "\(before)")
  for row in register.records(.worker) {
    let number = try #require(register.text(Worker.citizenId, row))
    #expect(!before.contains(number), "\(before)")
  }
  #expect(!before.contains("(B01)"), "\(before)")
  for keys in ["x", "<BS>", "<^U>", "<F3>", "<F5>", "<Down>x"] {
    desk.press(keys)
    #expect(desk.text.contains("Vai trò “chỉ xem”"), "\(keys): \(desk.text)")
  }
  desk.press("<Up>")
  #expect(desk.text.contains("•••••") && desk.world.journal.isEmpty, "\(desk.text)")
  desk.press("<Esc>")
  #expect(desk.text.contains("Nhập xuất cảnh"), "\(desk.text)")
}
