import Model
import Testing

@testable import App

private let record =
  "Lao động mẫu Ân<Tab>010204000901" + "0507<Tab>" + "<Tab>" + "mong<Tab><Tab>" + "<Tab>" + "h1<Tab>"
  + "hộ nghèo<Tab><Tab><Tab>" + "nhat<Tab>" + "doanh nghiep dich vu<Tab>" + "<Tab><Tab><Tab><Tab><Tab>"
  + "010624<Tab>12/BD<Tab>" + "<Tab>" + "050724<Tab>"

@Suite("A clerk sees what typing takes")
struct OwnStatisticsStoryTests {
  private func desk() -> Desk {
    var desk = Desk(Demo.context("02728", role: .clerk))
    desk.press("<F9>nhap xuat<Enter>")
    return desk
  }

  @Test func aRecordIsCountedFromItsFirstKeyToTheSavingOne() {
    var desk = desk()
    desk.press("a" + record + "<F2>")
    let keys = Key.script(record).count + 1
    #expect(desk.world.efforts.map(\.effort) == [EntryEffort(keys: keys, milliseconds: (keys - 1) * 500)])
    desk.find("thong ke cua toi")
    #expect(desk.text.contains("Thống kê của tôi"), "\(desk.text)")
    #expect(desk.text.contains("▸ Hôm nay      1"), "\(desk.text)")
  }

  @Test func theNextOneBeginsAtNothing() {
    var desk = desk()
    let second = record.replacing("mẫu Ân", with: "mẫu Bình").replacing("000901", with: "000902")
    desk.press("a" + record + "<F7>" + second + "<F7>")
    #expect(desk.world.efforts.map(\.effort.keys) == [record, second].map { Key.script($0).count + 1 })
  }

  @Test func whatIsCorrectedOrWasADraftIsNotCounted() {
    var desk = desk()
    desk.press("a" + record + "<F2>")
    // The one just saved is the one under the pointer.
    desk.press("E<End> Hai<F2>")
    #expect(desk.text.contains("Đã lưu: Lao động mẫu Ân Hai"), "\(desk.text)")
    #expect(desk.world.efforts.count == 1)
  }

  @Test func aFieldThatWasLeftAndChangedIsAmongThoseChangedAgain() {
    var desk = desk()
    desk.press("a" + record.replacing("Ân<Tab>", with: "Ân<Tab><S-Tab><End> Hai<Tab>") + "<F2>")
    #expect(desk.world.efforts.map(\.effort.corrections) == [["fullName": 1]], "\(desk.text)")
    desk.find("thong ke cua toi")
    #expect(desk.text.contains("Họ và tên  1"), "\(desk.text)")
  }
}
