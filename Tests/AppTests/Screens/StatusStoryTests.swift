import Testing

@testable import App
@testable import Model

/// A commune's departures, the first one chosen; all left on 05/07/2023 for 36 months.
private func clerk() -> Desk {
  var desk = Desk(Households.context(2))
  desk.press("<F9>nhap xuat<Enter>")
  return desk
}

private func event(_ desk: Desk) -> (status: String?, on: String?, row: Int) {
  let register = desk.state.context.register
  let row = register.events(of: 0).last ?? -1
  return (register.code(StatusEvent.status, row), register.day(StatusEvent.on, row)?.iso, row)
}

@Test func anExtensionSaysTheNewEndOfTheContract() {
  var desk = clerk()
  #expect(desk.state.context.register.contractEnd(0)?.iso == "2026-07-05")
  desk.press("cgia han<Tab>0109<Tab>05072026<Tab>Phụ lục 2<F2>")
  #expect(desk.text.contains("Hợp đồng đã có hạn đến 05/07/2026"), "\(desk.text)")
  desk.press("<^U>05072028<F2>")
  #expect(desk.text.contains("gia hạn"), "\(desk.text)")
  let register = desk.state.context.register
  #expect(register.contractEnd(0)?.iso == "2028-07-05")
  #expect(event(desk).on == "2024-09-01")
  #expect(register.text(StatusEvent.reason, event(desk).row) == "Phụ lục 2")
  desk.press("U")
  #expect(desk.state.context.register.contractEnd(0)?.iso == "2026-07-05", "\(desk.text)")
  #expect(desk.text.contains("ở nước ngoài"), "\(desk.text)")
}

@Test func anExtensionWithoutANewEndIsNotSaved() {
  var desk = clerk()
  desk.press("cgia han<Tab>0109<Tab><F2>")
  #expect(desk.text.contains("chưa nhập"), "\(desk.text)")
  #expect(event(desk).status == "ABROAD")
}

@Test func aChangeOfEmployerSaysTheNewName() {
  var desk = clerk()
  desk.press("cdoi chu<Tab>0109<Tab><F2>")
  #expect(event(desk).status == "ABROAD", "\(desk.text)")
  desk.press("Nhà máy mẫu B<F2>")
  #expect(event(desk).status == "CHANGED_EMPLOYER", "\(desk.text)")
  #expect(desk.state.context.register.text(StatusEvent.employer, event(desk).row) == "Nhà máy mẫu B")
  desk.press("c")
  #expect(desk.text.contains("01/09/2024  Đổi chủ sử dụng lao động · Nhà máy mẫu B"), "\(desk.text)")
}

@Test func anEarlyReturnHasAReasonOfTheList() {
  var desk = clerk()
  desk.press("cve nuoc truoc<Tab>0109<Tab>gia dinh<Tab>Mẹ ốm<F2>")
  #expect(event(desk).status == "RETURNED_EARLY", "\(desk.text)")
  let register = desk.state.context.register
  #expect(register.code(StatusEvent.cause, event(desk).row) == "FAMILY")
  #expect(register.text(StatusEvent.reason, event(desk).row) == "Mẹ ốm")
}

@Test func anotherStatusAsksForSomethingElseAndKeepsWhatWasTyped() {
  var desk = clerk()
  desk.press("cgia han<Tab>0109<Tab><S-Tab><S-Tab>")
  #expect(desk.text.contains("Hạn HĐ mới"), "\(desk.text)")
  desk.press("<^U>doi chu<Tab>")
  #expect(!desk.text.contains("Hạn HĐ mới"), "\(desk.text)")
  #expect(desk.text.contains("01/09/2024"), "\(desk.text)")
}

@Test func aWholeLifeIsToldByKeysAndTakenBackStepByStep() {
  var context = Households.context(1)
  context.census = Census(Register(), today: context.today)
  var desk = Desk(context)
  desk.press("<F9>nhap xuat<Enter>aLao động mẫu Ân<Tab>010204000901" + "0507<Tab>" + "<Tab>mong<Tab><Tab>")
  desk.press("<Tab>h1<Tab>ho ngheo<Tab>2024<Tab><Tab>nhat<Tab>doanh nghiep dich vu<Tab>")
  desk.press("<Tab><Tab><Tab><Tab>12<Tab>010623<Tab>12/BD<Tab>dang ky<F2>")
  if desk.text.contains("Lý do vẫn nhận") { desk.press("Giấy cũ<Enter>") }
  #expect(desk.state.context.register.records(.departure).count == 1, "\(desk.text)")
  let steps = [
    ("trung tuyen", "", "SELECTED"), ("dao tao", "", "TRAINING"), ("hoan thanh", "", "ORIENTATION_DONE"),
    ("da ky", "", "CONTRACT_SIGNED"), ("xac nhan", "", "CONTRACT_REGISTERED"),
    ("da co thi", "", "VISA_GRANTED"), ("dang lam", "", "ABROAD"), ("gia han", "01102025<Tab>", "EXTENDED"),
    ("doi chu", "Nhà máy mẫu B<Tab>", "CHANGED_EMPLOYER"),
    ("ve nuoc truoc", "gia dinh<Tab>", "RETURNED_EARLY"), ("thanh ly", "", "LIQUIDATED"),
  ]
  var known = [desk.state.context.census.status(of: 0)]
  for (keys, told, status) in steps {
    desk.press("c\(keys)<Tab><Tab>\(told)<F2>")
    #expect(desk.state.context.census.status(of: 0) == status, "\(keys): \(desk.text)")
    known.append(desk.state.context.census.status(of: 0))
  }
  for status in known.dropLast().reversed() {
    desk.press("U")
    #expect(desk.state.context.census.status(of: 0) == status, "\(desk.text)")
  }
}

@Test func whoStaysUnlawfullyIsOfferedAsAnIncident() {
  var desk = clerk()
  desk.press("ctu y o lai<Tab>0109<Tab><F2>")
  #expect(desk.text.contains("Vụ việc mới"), "\(desk.text)")
  #expect(desk.text.contains("Cư trú bất hợp pháp"), "\(desk.text)")
  desk.press("<F2>")
  let register = desk.state.context.register
  #expect(register.openIncidents(ofPerson: 0).count == 1, "\(desk.text)")
  #expect(desk.text.contains("Nhập xuất cảnh › "), "\(desk.text)")
  desk.press("UU")
  #expect(desk.state.context.register.records(.incident).isEmpty, "\(desk.text)")
  #expect(event(desk).status == "ABROAD")
}

@Test func anIncidentIsEnteredCorrectedAndClosedByKeys() {
  var desk = clerk()
  desk.press("ivi pham<Tab>0509<Tab><Tab><Tab>Đánh nhau<F2>")
  var register = desk.state.context.register
  #expect(register.records(.incident).count == 1, "\(desk.text)")
  #expect(register.link(Incident.worker, 0) == 0 && register.text(Incident.state, 0) == "open")
  desk.press("<F9>tien do<Enter><Home>jjj<Enter>")
  #expect(desk.text.contains("! chưa xong"), "\(desk.text)")
  desk.press("E<Tab><Tab><Tab><Tab><End> ở xưởng<F2>")
  register = desk.state.context.register
  #expect(register.text(Incident.note, 0) == "Đánh nhau ở xưởng", "\(desk.text)")
  desk.press("c<F2>")
  #expect(desk.text.contains("đã xong"), "\(desk.text)")
  register = desk.state.context.register
  #expect(register.text(Incident.state, 0) == "closed")
  #expect(register.day(Incident.closedOn, 0) == DemoProvince.today)
  #expect(register.link(Incident.worker, 0) == 0)
  desk.press("U")
  #expect(desk.text.contains("! chưa xong"), "\(desk.text)")
}

@Test func anIncidentIsNotClosedBeforeItHappened() {
  var desk = clerk()
  desk.press("ivi pham<Tab>0509<Tab><Tab>0409<F2>")
  #expect(desk.text.contains("Trước ngày xảy ra 05/09/2024"), "\(desk.text)")
  #expect(desk.state.context.register.records(.incident).isEmpty)
}

@Test func aSupervisorChoosesTheCommuneOfAnIncident() {
  var desk = Desk(Demo.context("082"))
  let before = desk.state.context.register.records(.incident).count
  desk.press("<F9>tien do<Enter><Home>jjj<Enter>a")
  desk.press("vi pham<Tab>0509<Tab>muong hum<Tab><Tab><Tab>Vụ việc mẫu<F2>")
  let register = desk.state.context.register
  let rows = register.records(.incident)
  #expect(rows.count == before + 1, "\(desk.text)")
  #expect(rows.last.flatMap { register.unit(Incident.commune, $0) } == Demo.unit("02728"), "\(desk.text)")
}

@Test func aWarningOfAStatusIsToldBeforeItIsSaved() {
  // Back in time is who stayed to the end of the contract; the day of the change is long before it.
  var desk = clerk()
  desk.press("cve nuoc dung<Enter>")
  let before = desk.state.context.register.count(.event)
  desk.press("<F2>")
  #expect(desk.text.contains("? W21 ") && desk.text.contains("F2 lần nữa"), "\(desk.text)")
  #expect(desk.state.context.register.count(.event) == before)
  desk.press("<F2>")
  #expect(desk.state.context.register.count(.event) == before + 1, "\(desk.text)")
}

@Test func aNameThatIsTooLongSaysSo() {
  var desk = clerk()
  desk.press("a" + String(repeating: "a", count: 81))
  #expect(desk.text.contains("tối đa 80 ký tự"), "\(desk.text)")
}
