import Model
import Testing

@testable import App

@Suite("A search ends, wherever it begins")
struct SearchStoryTests {
  @Test(
    "Esc leaves the screen or the search, and letters are keys again",
    arguments: ["", "<F9>bao cao ky<Enter>", "<F9>nhap xuat<Enter>jw", "<F9>thong ke<Enter>"])
  func whereNothingIsSearchedForTheKeyDoesNothing(keys: String) {
    var desk = Desk(Demo.context("02728", role: .clerk))
    desk.press(keys)
    let before = desk.text
    desk.press("/")
    #expect(desk.text == before)
    desk.press("<F9>tien do<Enter>")
    #expect(desk.text.contains("T1 Lao động xuất cảnh"), "\(desk.text)")
  }

  @Test func anIncidentIsFoundByItsCommune() {
    var desk = Desk(Demo.context("10"))
    desk.press("<F9>tien do<Enter><Home><Down><Down><Down><Enter><Home>")
    let rows = desk.text.split(separator: "\n").filter { $0.contains("/20") && !$0.contains("▸") }
    guard let wanted = rows.last?.split(separator: "  ").last else {
      Issue.record("no second incident")
      return
    }
    desk.press("/\(wanted.trimmingPrefix { $0 == " " })<Enter>")
    let chosen = desk.text.split(separator: "\n").first { $0.contains("▸") } ?? ""
    #expect(chosen.contains(wanted), "\(desk.text)")
  }

  /// `/`, letters and Enter go to a row on all lists; what it is made of opens with the next Enter.
  @Test(arguments: [
    "<F9>tien do<Enter>", "<F9>nhiem vu<Enter>", "<F9>bao cao ky<Enter>", "<F9>nhap xuat<Enter>",
    "<F9>phan to<Enter>", "<F9>canh bao<Enter>", "<F9>tien do<Enter><Home><Enter>",
    "<F9>tien do<Enter><Home><Down><Down><Down><Enter>",
  ])
  func enterEndsTheSearchAndOpensNothing(keys: String) {
    var desk = Desk(Demo.context("10"))
    desk.press(keys)
    let head = desk.text.split(separator: "\n").first
    desk.press("/a<Enter>")
    #expect(desk.text.split(separator: "\n").first == head, "\(desk.text)")
    desk.press("<Esc>")
    #expect(desk.text.split(separator: "\n").first != head, "the search has ended: \(desk.text)")
  }

  @Test func aUnitIsFoundWhileATargetIsChosen() {
    var desk = Desk(Demo.context("10"))
    desk.press("<F9>tien do<Enter><Home>/bac ha<Enter>")
    #expect(desk.text.contains("▸ Bắc Hà"), "\(desk.text)")
    desk.press("<Enter>")
    #expect(desk.text.contains("› Bắc Hà"), "\(desk.text)")
  }
}
