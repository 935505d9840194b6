import Model
import Testing

@testable import App

private func desk(role: Office.Role = .clerk) -> Desk {
  var desk = Desk(Demo.context("02728", role: role))
  desk.press("<F9>nhap xuat<Enter>")
  return desk
}

private let number = "010204000542"

@Suite("Identity numbers are shown when asked")
struct UnmaskStoryTests {
  /// The lines of the journal that say that somebody looked.
  private func seen(_ desk: Desk) -> [Substring] {
    String(decoding: desk.world.journal, as: UTF8.self).split(separator: "\n").filter {
      $0.contains("\"a\":\"see\"")
    }
  }

  @Test func itIsOnTheDiskWhoLookedAtWhat() throws {
    var desk = desk()
    #expect(!desk.text.contains("0542 ") || !desk.text.contains(number), "\(desk.text)")
    desk.press("v")
    #expect(desk.text.contains("Hiện số định danh trong 10 giây"), "\(desk.text)")
    let line = try #require(seen(desk).first)
    #expect(line.contains("unit/02728@2023") && line.contains("\"count\":2"), "\(line)")
    for _ in 0..<10 { desk.send(.tick) }
    #expect(desk.text.contains("•••••"), "\(desk.text)")
  }

  @Test func withoutTheLineNothingIsShown() {
    var desk = desk()
    desk.world.refusal = Words("CHƯA LƯU: đĩa đầy", "NOT SAVED: the disk is full")
    desk.press("v")
    #expect(desk.text.contains("•••••") && desk.text.contains("CHƯA LƯU"), "\(desk.text)")
  }

  @Test func whoOnlyViewsDoesNotSeeThem() {
    var desk = desk(role: .reader)
    desk.press("v")
    #expect(desk.text.contains("•••••") && desk.text.contains("chỉ xem"), "\(desk.text)")
    #expect(seen(desk).isEmpty)
  }

  @Test func aFormShowsThemToWhoGoesThere() throws {
    var desk = desk()
    desk.press("<Enter>")
    #expect(desk.text.contains("› sửa") && desk.text.contains("•••••"), "\(desk.text)")
    #expect(seen(desk).isEmpty)
    desk.press("<Down>")
    #expect(!desk.text.contains("•••••") && seen(desk).count == 1, "\(desk.text)")
    #expect(try #require(seen(desk).first).contains("\"place\":\"form\""))
    desk.press("<Up><Down>")
    #expect(seen(desk).count == 1, "what is shown already is not asked for again")
    for _ in 0..<10 { desk.send(.tick) }
    #expect(desk.text.contains("•••••"), "\(desk.text)")
    desk.press("<BS>")
    #expect(!desk.text.contains("•••••"), "what is being typed is never masked: \(desk.text)")
  }

  @Test func anIncidentOfSomebodyMasksTheirNumber() {
    var desk = desk()
    desk.press("i")
    #expect(desk.text.contains("Vụ việc mới") && desk.text.contains("•••••"), "\(desk.text)")
    desk.press("<Down><Down>")
    #expect(!desk.text.contains("•••••") && seen(desk).count == 1, "\(desk.text)")
  }

  @Test func aPaperWithNumbersIsLookedAtTheSameWay() {
    var desk = Desk(Demo.context("02728", role: .supervisor))
    desk.press("<F9>tien do<Enter><Home><Enter>pv")
    #expect(seen(desk).contains { $0.contains("\"place\":\"print\"") }, "\(desk.text)")
    desk.press("v")
    #expect(seen(desk).count == 1, "masking again is no look")
  }

  @Test func takingBackPassesALookBy() {
    var desk = desk()
    desk.press("vU")
    #expect(desk.text.contains("Không có gì") || desk.text.contains("Chưa có gì"), "\(desk.text)")
  }
}
