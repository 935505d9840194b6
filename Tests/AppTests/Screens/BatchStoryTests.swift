import Model
import Testing

@testable import App

/// The shared values: market, contract form, programme, sector, occupation, recruiter, months, orientation, status, day.
private let header =
  "nhat<Tab>" + "doanh nghiep dich vu<Tab>" + "<Tab><Tab><Tab>" + "Doanh nghiệp mẫu A<Tab>" + "36<Tab>"
  + "2806<Tab>" + "<Tab>" + "0507<F2>"

private func start(_ name: String, _ number: Int) -> String {
  "Lao động mẫu \(name)<Tab>01020400090\(number)1709<Tab>"
}

/// From sex on: ethnic group, phone, village, household and its class, year, passport, certificate.
private func rest(_ number: Int) -> String {
  "<Tab>mong<Tab><Tab><Tab>h\(number)<Tab>ngheo<Tab><Tab><Tab>\(number)/BD<Tab>"
}

private func person(_ name: String, _ number: Int) -> String { start(name, number) + rest(number) }

private func clerk() -> Desk {
  var context = Context(register: Register(), today: DemoProvince.today)
  context.office = Demo.context("02728", role: .clerk).office
  var desk = Desk(context)
  desk.press("<F9>nhap xuat<Enter>A")
  return desk
}

private func days(_ desk: Desk) -> [String] {
  let register = desk.state.context.register
  return register.records(.departure).map { register.day(Departure.departedOn, $0)?.text ?? "–" }
}

@Suite("Entering a batch") struct BatchStoryTests {
  @Test func theSharedValuesAreTypedOnceAndStandInEveryRecord() {
    var desk = clerk()
    desk.press(header + person("Ân", 1) + "<F7>" + person("Bình", 2) + "<F2>")
    let register = desk.state.context.register
    let departures = register.records(.departure)
    #expect(departures.count == 2, "\(desk.text)")
    #expect(departures.allSatisfy { register.code(Departure.market, $0) == "JP" })
    #expect(departures.allSatisfy { register.integer(Departure.contractMonths, $0) == 36 })
    #expect(days(desk) == ["05/07/2024", "05/07/2024"])
    #expect(Set(departures.map { register.text(Departure.batch, $0) }).count == 1)
    #expect(register.text(Departure.batch, departures[0]) != nil)
  }

  @Test func theCursorNeverStopsOnWhatIsShared() {
    var desk = clerk()
    desk.press(header + start("Ân", 1))
    var seen: [String] = []
    for _ in 0..<16 {
      let line = desk.text.split(separator: "\n").first { $0.contains("▸") }.map(String.init) ?? ""
      seen.append(line)
      desk.press("<Tab>")
    }
    #expect(!seen.contains { $0.contains("▸ Thị trường") || $0.contains("▸ Ngày xuất cảnh") }, "\(seen)")
    #expect(desk.text.contains("(lô)"), "\(desk.text)")
  }

  @Test func oneRecordMayHaveAValueOfItsOwn() {
    var desk = clerk()
    desk.press(header + person("Ân", 1) + "<F7>" + person("Bình", 2))
    for _ in 0..<24 where !desk.text.contains("▸ Ngày xuất cảnh") { desk.press("<Down>") }
    desk.press("0607<Tab><F7>" + person("Chi", 3) + "<F2>")
    #expect(days(desk) == ["05/07/2024", "06/07/2024", "05/07/2024"], "\(desk.text)")
  }

  @Test func aCorrectionShowsWhatItChangesAndLeavesOwnValuesAlone() {
    var desk = clerk()
    desk.press(header + person("Ân", 1) + "<F7>" + person("Bình", 2))
    for _ in 0..<24 where !desk.text.contains("▸ Ngày xuất cảnh") { desk.press("<Down>") }
    desk.press("0607<Tab><F7><F4>")
    for _ in 0..<12 where !desk.text.contains("▸ Ngày xuất cảnh") { desk.press("<Tab>") }
    desk.press("0407<F2>")
    #expect(desk.text.contains("Sửa 1 lượt của lô"), "\(desk.text)")
    #expect(desk.text.contains("05/07/2024 → 04/07/2024   1 lượt, 1 giữ giá trị riêng"), "\(desk.text)")
    #expect(days(desk) == ["05/07/2024", "06/07/2024"])
    desk.press("<F2>")
    #expect(days(desk) == ["04/07/2024", "06/07/2024"], "\(desk.text)")
    desk.press(person("Chi", 3) + "<F2>")
    #expect(days(desk) == ["04/07/2024", "06/07/2024", "04/07/2024"])
  }

  @Test func aCorrectionOfManyIsOneUndo() {
    var desk = clerk()
    desk.press(header + person("Ân", 1) + "<F7>" + person("Bình", 2) + "<F7><F4>")
    for _ in 0..<12 where !desk.text.contains("▸ Ngày xuất cảnh") { desk.press("<Tab>") }
    desk.press("0407<F2><F2>")
    #expect(days(desk) == ["04/07/2024", "04/07/2024"], "\(desk.text)")
    desk.press("<Esc><Esc>U")
    #expect(days(desk) == ["05/07/2024", "05/07/2024"], "\(desk.text)")
  }

  @Test func aCorrectionThatCannotBeIsRefusedAsAWhole() {
    var desk = clerk()
    desk.press(header + person("Ân", 1) + "<F7>" + person("Bình", 2) + "<F7><F4>")
    for _ in 0..<12 where !desk.text.contains("▸ Ngày xuất cảnh") { desk.press("<Tab>") }
    desk.press("05072020<F2><F2>")
    #expect(desk.text.contains("18"), "nobody of them was of age in 2020: \(desk.text)")
    #expect(days(desk) == ["05/07/2024", "05/07/2024"])
  }

  @Test func aDraftGoesOnInItsBatch() throws {
    var desk = clerk()
    desk.press(header + person("Ân", 1) + "<F7>Lao động mẫu Bình<Tab>0102")
    desk.send(.tick)
    let batch = try #require(desk.world.drafts.values.first?.scope["batch"], "\(desk.text)")
    var context = desk.state.context
    context.drafts = Array(desk.world.drafts.values)
    var later = Desk(context)
    later.press("<Enter>04000902" + "1709<Tab>" + rest(2) + "<F2>")
    let register = later.state.context.register
    let departures = register.records(.departure)
    #expect(departures.map { register.text(Departure.batch, $0) } == [batch, batch], "\(later.text)")
    #expect(days(later) == ["05/07/2024", "05/07/2024"])
    #expect(register.person(citizenId: "010204000902", passport: nil) != nil)
  }

  @Test func whatABatchSharesIsKeptFieldByField() {
    var desk = clerk()
    desk.press("nhat<Tab>")
    let kept = desk.world.drafts.values.first?.scope
    #expect(kept?["batch.market"] == "=JP", "\(kept ?? [:])")
    #expect(kept?["batchFocus"] == Departure.contractForm.key)
    desk.press("doanh")
    #expect(desk.world.drafts.values.first?.scope == kept, "letters alone are not written one by one")
  }

  @Test func aPersonWhoIsWaitingLeavesWithTheBatchInFewKeys() {
    var desk = clerk()
    desk.press("<Esc>a" + start("Ân", 1) + "<Tab>mong<Tab><Tab><Tab>h1<Tab>ngheo<Tab><Tab>")
    for _ in 0..<14 where !desk.text.contains("▸ Trạng thái") {
      desk.press(desk.text.contains("▸ Số chứng chỉ") ? "1/BD<Tab>" : "<Tab>")
    }
    desk.press("dang ky<Tab><F2>")
    let register = desk.state.context.register
    #expect(register.records(.departure).count == 1, "\(desk.text)")
    desk.press("A" + header + "<Tab>010204000901")
    #expect(desk.text.contains("chờ đi"), "\(desk.text)")
    desk.press("<F11><F7>")
    #expect(desk.state.context.register.records(.departure).count == 1, "\(desk.text)")
    #expect(days(desk) == ["05/07/2024"], "\(desk.text)")
    #expect(desk.text.contains("▸ Họ và tên"), "the next record: \(desk.text)")
  }

  @Test func aMistypedNumberTakesBackWhatItFilledIn() {
    var desk = clerk()
    desk.press(header + person("Ân", 1) + "<F7><Tab>010204000901")
    #expect(desk.text.contains("Lao động mẫu Ân"), "\(desk.text)")
    desk.press("<S-Tab><BS>2<Tab>")
    #expect(!desk.text.contains("Lao động mẫu Ân"), "\(desk.text)")
  }

  @Test func aRecordThatHasLeftIsNotMovedIntoAnotherBatch() {
    var desk = clerk()
    desk.press(header + person("Ân", 1) + "<F2>A" + header + "<Tab>010204000901<F11>")
    let register = desk.state.context.register
    let before = register.records(.departure).map { register.text(Departure.batch, $0) }
    desk.press("<F2>")
    let after = desk.state.context.register
    #expect(before.count == 1)
    #expect(after.records(.departure).map { after.text(Departure.batch, $0) } == before, "\(desk.text)")
  }

  @Test func whatWasTypedOverAFilledFieldStaysWhenTheNumberWasMistyped() {
    var desk = clerk()
    desk.press(header + person("Ân", 1) + "<F7><Tab>010204000901<S-Tab><S-Tab>")
    desk.press("<End> Hai<Tab><BS>2<Tab>")
    #expect(desk.text.contains("Lao động mẫu Ân Hai"), "\(desk.text)")
    #expect(!desk.text.contains("17/09/2004"), "what was filled in has gone: \(desk.text)")
  }

  @Test func everythingSharedIsMarkedWhereverItStands() {
    var desk = clerk()
    desk.press(header.replacing("<Tab><Tab><Tab><Tab>", with: "<Tab><Tab>che bien<Tab><Tab>"))
    let lines = desk.text.split(separator: "\n").map(String.init)
    for label in [
      "Thị trường", "Hình thức HĐ", "Chương trình", "Ngành nghề", "Công việc", "Đơn vị đưa đi", "Số tháng HĐ",
      "Ngày bồi dưỡng", "Trạng thái", "Ngày xuất cảnh",
    ] {
      let line = lines.first { $0.contains(" \(label) ") } ?? ""
      let half = line.split(separator: " \(label) ").last ?? ""
      #expect(half.prefix(61).contains("lô"), "\(label): \(desk.text)")
    }
    #expect(desk.text.contains(" lô   Công việc"), "apart from what follows: \(desk.text)")
  }
}
