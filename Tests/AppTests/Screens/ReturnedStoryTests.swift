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

/// What a second look at entry had found.
@Suite("Keys that are refused take nothing away")
struct RefusedKeysTests {
  private func clerk(_ keys: String) -> Desk {
    var desk = Desk(Demo.context("02728", role: .clerk))
    desk.press("<F9>nhap xuat<Enter>a" + keys)
    return desk
  }

  private func to(_ field: String, _ desk: inout Desk) {
    for _ in 0..<30 where !desk.field.hasPrefix(field) { desk.press("<Tab>") }
  }

  @Test func aLetterInANumberLeavesTheNumber() {
    var desk = clerk("Lao động mẫu Ân<Tab>")
    to("Số tháng", &desk)
    desk.press("36<Tab><S-Tab>x")
    #expect(desk.text.contains("Số tháng HĐ  [36"), "\(desk.text)")
    desk.press("24<Tab>")
    #expect(desk.text.contains("Số tháng HĐ   24"), "\(desk.text)")
  }

  @Test func escapeAfterALookAtTheListKeepsTheChoice() {
    var desk = clerk("Lao động mẫu Ân<Tab>")
    to("Thị trường", &desk)
    desk.press("nhat<Tab><S-Tab>4")
    #expect(desk.text.contains("Nhật Bản"), "\(desk.text)")
    desk.press("<Esc>")
    #expect(desk.text.contains("[Nhật Bản"), "\(desk.text)")
  }

  @Test func aPassportIsOneNumberHoweverItIsTyped() {
    var desk = clerk("Lao động mẫu Ân<Tab><Tab>")
    to("Số hộ chiếu", &desk)
    desk.press("c 1234567<Tab>")
    #expect(desk.text.contains("C1234567"), "\(desk.text)")
    var entry = DepartureEntry()
    entry[Worker.passport] = .text("c 123 4567")
    #expect(
      entry.text(Worker.passport) == "C1234567" && entry.values[Worker.passport.key] == .text("C1234567"))
  }

  @Test func whatASupervisorHasSealedNoClerkTakesBack() {
    var desk = Desk(Demo.context("082", role: .supervisor))
    desk.press("b,<Enter>")
    let register = desk.state.context.register
    let sealed = register.records(.report).first { register.text(PeriodReport.state, $0) == "approved" } ?? -1
    let change = register.change([
      Edit(register.key(.report, sealed), [(PeriodReport.state.key, .text("sent"))], basis: [])
    ])
    let clerk = Demo.context("02728", role: .clerk)
    #expect(ReversedStep.refusal(of: [change], clerk) != nil)
    #expect(ReversedStep.refusal(of: [change], desk.state.context) == nil)
  }
}
