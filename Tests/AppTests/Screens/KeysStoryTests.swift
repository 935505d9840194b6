import Model
import Testing

@testable import App

@Suite("Keys that are shown are keys that do something")
struct KeysStoryTests {
  /// What the help of the screen at hand lists, page by page.
  private func help(_ desk: Desk) -> String {
    var desk = desk
    desk.press("<F1>")
    let first = desk.text
    desk.press("<PgDn>")
    return first + desk.text
  }

  private func form(_ keys: String) -> Desk {
    var desk = Desk(Demo.context("02728", role: .clerk))
    desk.press(keys)
    return desk
  }

  @Test(arguments: ["<F9>nhiem vu<Enter>jju", "<F9>nhap xuat<Enter>c", "<F9>nhap xuat<Enter>i"])
  func aFormOfOneRecordListsNoKeysForMany(keys: String) {
    let text = help(form(keys))
    #expect(text.contains("F2 ^S"), "\(text)")
    for words in ["F3", "F5", "F6", "F7", "F12", "người sau", "Lặp lại"] {
      #expect(!text.contains(words), "\(words): \(text)")
    }
  }

  @Test func theHeaderOfABatchListsNoKeyThatDoesNothing() {
    let desk = form("<F9>nhap xuat<Enter>A")
    #expect(!desk.footer.contains("Lặp lại"), "\(desk.text)")
    let text = help(desk)
    for words in ["F3", "F5", "F12", "Lặp lại"] { #expect(!text.contains(words), "\(words): \(text)") }
  }

  @Test func theHelpTellsWhatTheArrowTakes() {
    let text = help(form("<F9>nhap xuat<Enter>a"))
    #expect(text.contains("nhận điều gợi ý sau dấu →"), "\(text)")
  }

  @Test(arguments: ["a", "%", "1.", "5,", "/", "*", "+", "-"])
  func thePercentTakesDigitsOnly(keys: String) {
    var desk = form("<F9>nhiem vu<Enter>jju")
    desk.press(keys)
    let digits = keys.filter(\.isNumber)
    #expect(desk.beeps == 1, "\(desk.text)")
    #expect(desk.field == "Tiến độ (%)", "\(desk.text)")
    #expect(
      desk.text.contains("[\(digits)" + String(repeating: " ", count: 5 - digits.count)), "\(desk.text)")
  }

  @Test func whoOnlyViewsSeesWhatCannotBeDone() {
    var desk = Desk(Demo.context("02728", role: .reader))
    desk.press("<F9>nhap xuat<Enter>")
    for words in ["(a Nhập mới)", "(c Trạng thái)", "(U Hoàn tác)"] {
      #expect(desk.footer.contains(words), "\(desk.text)")
    }
    desk.press("<Enter>")
    #expect(desk.footer.contains("(F2 Lưu)"), "\(desk.text)")
    let text = help(desk)
    #expect(text.contains("Lưu — Vai trò “chỉ xem”"), "\(text)")
    desk.press("<F2>")
    #expect(desk.footer.contains("Vai trò “chỉ xem”"), "\(desk.text)")
  }

  @Test func theReasonFollowsWhereThereIsRoom() {
    var desk = Desk(Demo.context("02728", role: .reader), size: Size(width: 160, height: 30))
    desk.press("<F9>nhap xuat<Enter>")
    let footer = desk.text.split(separator: "\n").last ?? ""
    #expect(footer.contains("(a Nhập mới)") && footer.contains("Vai trò “chỉ xem”"), "\(desk.text)")
  }

  @Test func theFirstScreenOffersAReaderToLookOnly() {
    let desk = Desk(Demo.context("02728", role: .reader))
    #expect(!desk.footer.contains("Nhập mới"), "\(desk.text)")
  }

  @Test(arguments: ["ra soat", "bang theo"])
  func thePaletteListsEverythingOnce(query: String) {
    var desk = Desk(Demo.context("02728", role: .clerk))
    desk.press("<F9>nhap xuat<Enter><F9>" + query)
    let name = query == "ra soat" ? "Rà soát hộ" : "Bảng theo tháng"
    let lines = desk.text.split(separator: "\n").filter { $0.contains(name) }
    #expect(lines.count == 1, "\(desk.text)")
  }
}
