import Model
import Testing

@testable import App

/// Stacks of old paper hold people who have come back long ago.
@Suite("People who are back are entered")
struct ReturnedStoryTests {
  private let person =
    "<Tab>0507<Tab><Tab>mong<Tab><Tab><Tab>h1<Tab>hộ nghèo<Tab><Tab><Tab>nhat<Tab>doanh nghiep dich vu<Tab>"
    + "<Tab><Tab><Tab><Tab><Tab>010624<Tab>12/BD<Tab>"

  private func clerk() -> Desk {
    var empty = Context(register: Register(), today: DemoProvince.today)
    empty.office = Demo.context("02728", role: .clerk).office
    var desk = Desk(empty)
    desk.press("<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab>010204000901")
    return desk
  }

  private func statuses(_ desk: Desk) -> [String?] {
    desk.state.context.register.records(.departure).map { desk.state.context.census.status(of: $0) }
  }

  @Test func noDateOfReturnIsInvented() {
    var desk = clerk()
    desk.press(person.dropFirst(5) + "<^U>ve nuoc truoc<Enter>050724<Enter><Enter><F7>")
    #expect(desk.text.contains("Đã về nước thì cần ngày về") && statuses(desk).isEmpty, "\(desk.text)")
    desk.press("010924<F7>")
    #expect(desk.text.contains("1 đã lưu") && statuses(desk) == ["RETURNED_EARLY"], "\(desk.text)")
    // How one person's journey ended is nothing that the next one begins with.
    desk.press("Lao động mẫu Bình<Tab>010204000902" + person.dropFirst(5) + "<Enter>050724<F2>")
    #expect(statuses(desk) == ["RETURNED_EARLY", "ABROAD"], "\(desk.text)")
  }

  @Test func plusSavesFromWhereTheFormEnds() {
    var desk = clerk()
    desk.press(person.dropFirst(5) + "<Enter>050724+")
    #expect(desk.text.contains("1 đã lưu") && statuses(desk) == ["ABROAD"], "\(desk.text)")
    desk.press("Lao động mẫu Bình<Tab>010204000902" + person.dropFirst(5) + "+")
    #expect(
      desk.text.contains("ngày") && statuses(desk).count == 1, "what is missing is asked for: \(desk.text)")
  }

  @Test func aContractIsExtendedMoreThanOnce() {
    var desk = clerk()
    desk.press(person.dropFirst(5) + "<Enter>050724<F2>")
    for year in ["27", "28"] {
      desk.press("cgia han<Enter><Enter>0107\(year)<F2>")
      #expect(desk.text.contains("Đã lưu"), "\(desk.text)")
    }
    #expect(desk.state.context.register.extendedUntil(0) == Day(year: 2028, month: 7, day: 1))
  }
}
