import Model
import Testing

@testable import App

@Suite("What the form says while one types")
struct TypingStoryTests {
  @Test(arguments: [(2, "1709", "17/09/2004"), (18, "0507", "05/07/2024"), (21, "5/7", "05/07/2024")])
  func aDayIsShownInFullBeforeItsFieldIsLeft(downs: Int, typed: String, shown: String) {
    var desk = PaperForm.open()
    desk.press("<Down>010204000901<S-Tab><Up>" + String(repeating: "<Down>", count: downs) + typed)
    #expect(desk.message.contains("= \(shown)"), "\(desk.text)")
    desk.press("<Tab>")
    #expect(!desk.text.contains("= \(shown)"), "\(desk.text)")
    #expect(desk.text.contains(shown), "\(desk.text)")
  }

  @Test func whatCannotBeReadYetIsNotShownAsADay() {
    var desk = PaperForm.open()
    desk.press("<Down><Down>3102")
    #expect(!desk.message.contains("="), "\(desk.text)")
  }

  @Test func theSentenceIsThatOfTheFieldJustLeft() {
    var desk = PaperForm.open()
    outOfOrder(&desk)
    desk.press("3102<Tab>")
    #expect(desk.message.contains("! Ngày sinh"), "\(desk.text)")
    desk.press("<S-Tab><^U>01012012<Tab>")
    #expect(desk.message.contains("Ngày sinh"), "\(desk.text)")
    #expect(!desk.message.contains("Thị trường"), "\(desk.text)")
  }

  /// The market is left open first, then one goes back to the birth date.
  private func outOfOrder(_ desk: inout Desk) {
    desk.press("Lao động mẫu Ân<Down>010204000901" + String(repeating: "<Down>", count: 9))
    desk.press("qqq<S-Tab>" + String(repeating: "<Up>", count: 8))
    #expect(desk.field == "Ngày sinh", "\(desk.text)")
  }

  @Test func withoutAProblemOfItsOwnTheOthersAreSaid() {
    var desk = PaperForm.open()
    outOfOrder(&desk)
    desk.press("0101<Tab>")
    #expect(desk.message.contains("! Thị trường"), "\(desk.text)")
  }

  @Test func aPickerWithoutAMatchSaysSo() {
    var desk = PaperForm.open()
    desk.press(String(repeating: "<Down>", count: 11) + "xyz")
    #expect(desk.message.contains("Không thấy “xyz”"), "\(desk.text)")
    #expect(desk.message.contains("Esc"), "\(desk.text)")
    desk.press("<Esc>")
    #expect(desk.field == "Thị trường", "\(desk.text)")
    #expect(!desk.text.contains("xyz"), "\(desk.text)")
  }

  @Test func escErasesASearchOneComesBackToAsWell() {
    var desk = PaperForm.open()
    desk.press(String(repeating: "<Down>", count: 11) + "xyz<Tab><S-Tab><Esc>")
    #expect(desk.field == "Thị trường", "\(desk.text)")
    #expect(!desk.text.contains("xyz"), "\(desk.text)")
  }

  @Test(arguments: [("dndv", "SERVICE_ENT"), ("hdkvdndv", "SERVICE_ENT"), ("hdldtt", "DIRECT")])
  func contractFormsAreFoundByInitials(query: String, code: String) {
    let list = ChoiceList(.contractForms, uses: [:], .vi)
    #expect(list.matches(query).first.map { list.choices[$0].code } == code)
  }

  @Test func initialsFromTheFrontComeBeforeThoseFromWithin() {
    let list = ChoiceList([Choice("A", "Xã Mường Hum"), Choice("B", "Mường Hoa")])
    #expect(list.matches("mh").map { list.choices[$0].code } == ["B", "A"])
    #expect(list.matches("xmh").map { list.choices[$0].code } == ["A"])
    #expect(list.matches("hm").isEmpty, "in their order")
  }

  @Test(arguments: ["<Enter>", "<Tab>"])
  func aHabitualKeyAfterTheTwelfthDigitIsSwallowedOnce(key: String) {
    var desk = PaperForm.open()
    desk.press("Lao động mẫu Ân<Tab>010204000901" + key)
    #expect(desk.field == "Ngày sinh", "\(desk.text)")
    desk.press(key)
    #expect(desk.field == "Giới tính", "\(desk.text)")
  }

  @Test func nothingTypedAheadIsSwallowed() {
    var desk = PaperForm.open()
    desk.press("Lao động mẫu Ân<Tab>010204000901" + "0507<Tab>")
    #expect(desk.text.contains("05/07/2004") && desk.field == "Giới tính", "\(desk.text)")
    var other = PaperForm.open()
    other.press("Lao động mẫu Ân<Tab>010204000901<Tab>0507<Tab>")
    #expect(other.text.contains("05/07/2004") && other.field == "Giới tính", "\(other.text)")
    var back = PaperForm.open()
    back.press("Lao động mẫu Ân<Tab>010204000901<S-Tab><Tab>")
    #expect(back.field == "Ngày sinh", "only what comes at once: \(back.text)")
  }

  @Test func aPhoneTakesNoLetters() {
    var desk = PaperForm.open()
    desk.press(String(repeating: "<Down>", count: 5))
    #expect(desk.field == "Điện thoại", "\(desk.text)")
    let beeps = desk.beeps
    desk.press("09a12 345.67-8")
    #expect(desk.beeps == beeps + 1)
    #expect(desk.text.contains("[0912 345.67-8 "), "\(desk.text)")
  }

  @Test func aShortPhoneAndANameOfDigitsAreRefused() {
    var desk = PaperForm.open()
    desk.press(PaperForm(phone: "0912").keys + "<F2>")
    #expect(desk.departures.isEmpty && desk.field == "Điện thoại", "\(desk.text)")
    var named = PaperForm.open()
    named.press(PaperForm(name: "010204000902").keys + "<F2>")
    #expect(named.departures.isEmpty && named.field == "Họ và tên", "\(named.text)")
  }

  // MARK: Codes and sentences

  @Test(arguments: [
    ("01020400090<Tab>", "B01: mới có 11/12 chữ số", "! Số định danh: mới có 11/12 chữ số (B01)"),
    ("010404000901<Tab>", "B01: Số định danh", "đúng cấu trúc. (B01)"),
    ("<Tab>31092001<Tab>", "B00: Tháng 9 năm 2001", "! Ngày sinh: Tháng 9 năm 2001 chỉ có 30 ngày (B00)"),
    ("<Tab><Tab>qqq<Tab>", "B00: không có trong danh sách", "! Giới tính: không có trong danh sách (B00)"),
  ])
  func whatCannotBeReadNamesItsRule(keys: String, here: String, elsewhere: String) {
    var desk = PaperForm.open()
    desk.press("Lao động mẫu Ân<Tab>" + keys)
    #expect(desk.message.contains(elsewhere), "\(desk.text)")
    desk.press("<S-Tab>")
    #expect(desk.message.contains("Chặn " + here), "\(desk.text)")
  }

  @Test func whatIsMissingNamesItsRule() {
    var desk = PaperForm.open()
    desk.press("<F2>")
    #expect(desk.message.contains("Chặn B02: chưa nhập"), "\(desk.text)")
  }

  @Test func aWarningJustCausedIsSaidBeforeHowLongAListIs() {
    var desk = PaperForm.open()
    desk.press(String(repeating: "<Down>", count: 11) + "dai loan<Tab>dich vu<Tab>thuc tap sinh<Tab>")
    #expect(desk.field == "Ngành nghề", "\(desk.text)")
    #expect(desk.message.contains("? Thị trường: Thị trường khác với"), "\(desk.text)")
    desk.press("x")
    #expect(!desk.message.contains("Thị trường"), "now the list is what one looks at: \(desk.text)")
  }

  @Test(arguments: ["<F6>", "<^X>"])
  func aGroupIsPassedAsAWhole(key: String) {
    var desk = Desk(Demo.context("02728", role: .clerk))
    desk.press("<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab>010204000901")
    for field in ["Thôn, bản", "Thị trường", "Ngày bồi dưỡng", "Trạng thái", "Ngày về"] {
      desk.press(key)
      #expect(desk.text.contains("▸ \(field)"), "\(field): \(desk.text)")
    }
  }

  @Test func aSlashPassesAGroupWhereNoneCanBeTyped() {
    var desk = Desk(Demo.context("02728", role: .clerk))
    desk.press("<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab>010204000901<F6><F6>/")
    #expect(desk.text.contains("▸ Ngày bồi dưỡng"), "\(desk.text)")
    desk.press("/")
    #expect(desk.text.contains("▸ Trạng thái"), "\(desk.text)")
  }

  @Test func aGroupIsPassedToWhatABatchDoesNotShare() {
    var desk = Desk(Demo.context("02728", role: .clerk))
    desk.press("<F9>nhap xuat<Enter>AJP<Tab>SERVICE_ENT<F2>")
    desk.press("Lao động mẫu Ân<F6>")
    #expect(desk.text.contains("▸ Thôn, bản"), "\(desk.text)")
    desk.press("<F6>")
    #expect(!desk.text.contains("▸ Thị trường"), "what the batch shares is passed: \(desk.text)")
  }
}
