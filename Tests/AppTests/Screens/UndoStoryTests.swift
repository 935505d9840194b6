import Model
import Testing

@testable import App
@testable import Model

private let record =
  "Lao động mẫu Ân<Tab>010204000901" + "0507<Tab>" + "<Tab>" + "mong<Tab><Tab>" + "<Tab>" + "h1<Tab>"
  + "hộ nghèo<Tab><Tab><Tab>" + "nhat<Tab>" + "doanh nghiep dich vu<Tab>" + "<Tab><Tab><Tab><Tab><Tab>"
  + "010624<Tab>12/BD<Tab>" + "<Tab>" + "050724<Tab>"

/// An empty register of one commune, on the list of its departures.
private func clerk(role: Office.Role = .clerk) -> Desk {
  var context = Context(register: Register(), today: DemoProvince.today)
  context.office = Demo.context("02728", role: role).office
  var desk = Desk(context)
  desk.press("<F9>nhap xuat<Enter>")
  return desk
}

/// The same after quitting and starting again.
private func restarted(_ desk: Desk, role: Office.Role = .clerk) -> Desk {
  var context = Context(register: desk.state.context.register, today: DemoProvince.today)
  context.office = Demo.context("02728", role: role).office
  var again = Desk(context, world: desk.world)
  again.press("<F9>nhap xuat<Enter>")
  return again
}

private func market(_ desk: Desk) -> String? { desk.state.context.register.code(Departure.market, 0) }

/// Corrects the market of the record on file.
private let toKorea: String = {
  let tabs = DepartureEntry.fields.firstIndex { $0.key == Departure.market.key } ?? 0
  return "E" + String(repeating: "<Tab>", count: tabs) + "<^U>han quoc<Tab><F2>"
}()

@Test func theNoticeSaysWhatWasTakenBackAndBroughtBack() {
  var desk = clerk()
  desk.press("a" + record + "<F2>")
  desk.press(toKorea)
  #expect(market(desk) == "KR", "\(desk.text)")
  desk.press("U")
  #expect(desk.text.contains("Đã hoàn tác: Lao động mẫu Ân, thị trường"), "\(desk.text)")
  #expect(market(desk) == "JP")
  desk.press("Y")
  #expect(desk.text.contains("Đã làm lại: Lao động mẫu Ân, thị trường"), "\(desk.text)")
  #expect(market(desk) == "KR")
  desk.press("UU")
  #expect(desk.text.contains("Đã hoàn tác: Lao động mẫu Ân, lượt đi mới"), "\(desk.text)")
  #expect(desk.state.context.register.records(.departure).isEmpty)
  desk.press("Y")
  #expect(desk.text.contains("Đã làm lại: Lao động mẫu Ân, lượt đi mới"), "\(desk.text)")
  #expect(desk.text.contains("1 lượt"), "\(desk.text)")
}

@Test func whereThereIsNothingToTakeBackOneSentenceSaysSo() {
  var desk = clerk()
  desk.press("U")
  #expect(desk.text.contains("Không có gì để hoàn tác"), "\(desk.text)")
  desk.press("Y")
  #expect(desk.text.contains("Không có gì để làm lại"), "\(desk.text)")
}

@Test func aSaveOfYesterdayIsTakenBackToday() {
  var desk = clerk()
  desk.press("a" + record + "<F2>" + toKorea)
  desk = restarted(desk)
  desk.press("U")
  #expect(desk.text.contains("Đã hoàn tác: Lao động mẫu Ân, thị trường"), "\(desk.text)")
  #expect(market(desk) == "JP")
  desk = restarted(desk)
  desk.press("Y")
  #expect(market(desk) == "KR", "\(desk.text)")
  desk = restarted(desk)
  desk.press("UU")
  #expect(desk.state.context.register.records(.departure).isEmpty, "\(desk.text)")
}

@Test func aNewSaveEndsTheBringingBack() {
  var desk = clerk()
  desk.press("a" + record + "<F2>" + toKorea + "U" + "E<End> Hai<F2>Y")
  #expect(desk.text.contains("Không có gì để làm lại"), "\(desk.text)")
  #expect(market(desk) == "JP")
}

@Test func whatSomebodyElseHasChangedSinceIsNotTakenBack() {
  var desk = clerk()
  desk.press("a" + record + "<F2>" + toKorea)
  let departure = desk.state.context.register.key(.departure, 0)
  var register = desk.state.context.register
  register.anticipate(
    register.change([Edit(departure, [("market", .code("TW"))], basis: register.basis(of: departure))]))
  desk.send(.loaded(register))
  desk.press("U")
  #expect(
    desk.text.contains("Không hoàn tác được: người khác đã sửa tiếp Lao động mẫu Ân"), "\(desk.text)")
  #expect(market(desk) == "TW")
}

@Test func whoOnlyViewsTakesNothingBack() {
  var desk = clerk()
  desk.press("a" + record + "<F2>")
  desk = restarted(desk, role: .reader)
  for key in ["U", "Y"] {
    desk.press(key)
    #expect(desk.text.contains("Vai trò “chỉ xem”"), "\(desk.text)")
  }
  #expect(desk.state.context.register.records(.departure).count == 1)
}

@Test func aFailedUndoTakesNothingBackAndCanBeTriedAgain() {
  var desk = clerk()
  desk.press("a" + record + "<F2>" + toKorea)
  desk.world.refusal = Words("CHƯA LƯU: đĩa đầy", "NOT SAVED: disk full")
  desk.press("U")
  #expect(desk.text.contains("CHƯA LƯU: đĩa đầy") && market(desk) == "KR", "\(desk.text)")
  desk.world.refusal = nil
  desk.press("U")
  #expect(market(desk) == "JP", "\(desk.text)")
}

@Test func otherKindsOfSavesAreNamedToo() {
  var desk = clerk()
  desk.press("a" + record + "<F2>cvề nước trước<Tab>0109<Tab>Lý do gia đình<F2>U")
  #expect(desk.text.contains("Đã hoàn tác: Lao động mẫu Ân, trạng thái mới"), "\(desk.text)")
  desk.press("Yi1<Tab>0109<F2>U")
  #expect(desk.text.contains("vụ việc mới"), "\(desk.text)")
  desk.press("<F9>ra soat<Enter><Home>3U")
  #expect(desk.text.contains("Đã hoàn tác: h1 · 2024, "), "\(desk.text)")
  desk.press("Y")
  #expect(desk.text.contains("Đã làm lại: h1 · 2024, "), "\(desk.text)")
  desk.press("<F9>nhiem vu<Enter>jju50<Tab>Hội nghị<F2>U")
  #expect(desk.text.contains("Đã hoàn tác: III.1.1, cập nhật mới"), "\(desk.text)")
  desk.press("Y")
  #expect(desk.text.contains("50%"), "\(desk.text)")
}

@Test func theMonthGridTakesBackAndBringsBack() {
  var desk = Desk(Demo.context("02728", role: .clerk))
  desk.press("<F9>bang theo<Enter>,5<Enter>Báo cáo mẫu<Enter>")
  let counts = { (desk: Desk) in desk.state.context.register.records(.count).count }
  let before = counts(desk)
  let value = { (desk: Desk) in desk.state.context.register.integer(DepartureCount.value, before - 1) }
  #expect(value(desk) == 5, "\(desk.text)")
  desk.press("U")
  #expect(value(desk) == nil && desk.text.contains("Đã hoàn tác: 2023-"), "\(desk.text)")
  desk.press("Y")
  #expect(value(desk) == 5 && desk.text.contains("Đã làm lại: 2023-"), "\(desk.text)")
}
