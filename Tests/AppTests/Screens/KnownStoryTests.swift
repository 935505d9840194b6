import Model
import Testing

@testable import App
@testable import Model

/// Somebody on file, before the pile is typed.
private func person(_ status: String, _ change: (inout DepartureEntry) -> Void = { _ in }) -> DepartureEntry {
  var entry = DepartureEntry(unit: Demo.unit("02728"))
  entry[Worker.fullName] = .text("Lao động mẫu 01")
  entry[Worker.citizenId] = .text("010204000901")
  entry[Worker.birthDate] = .day(.of(2004, 9, 17))
  entry[Worker.sex] = .code("M")
  entry[Worker.ethnicGroup] = .code("MONG")
  entry[Worker.phone] = .text("0912000901")
  entry[DepartureEntry.householdClass] = .code("POOR")
  entry[DepartureEntry.householdYear] = .integer(2024)
  entry[DepartureEntry.status] = .code(status)
  change(&entry)
  return entry
}

private func back(_ entry: inout DepartureEntry) {
  entry[Departure.market] = .code("TW")
  entry[Departure.contractForm] = .code("SERVICE_ENT")
  entry[Departure.departedOn] = .day(.of(2021, 3, 8))
  entry[DepartureEntry.returnedOn] = .day(.of(2024, 3, 4))
  entry[Departure.village] = .text("Ky Quan San")
}

private func oriented(_ entry: inout DepartureEntry) {
  entry[Departure.orientationDate] = .day(.of(2024, 6, 14))
  entry[Departure.orientationCertificate] = .text("1/A")
}

private func desk(_ people: DepartureEntry...) -> Desk {
  var register = Register()
  for entry in people {
    register.anticipate(register.change(register.edits(adding: entry, today: DemoProvince.today)))
  }
  var desk = PaperForm.desk(register: register)
  desk.press("<F9>nhap xuat<Enter>")
  return desk
}

/// What a batch shares: Japan, 36 months, oriented on 28/06, left on 05/07.
private let batch =
  "Anhat<Tab>doanh nghiep dich vu<Tab><Tab>che bien<Tab><Tab>Doanh nghiệp mẫu A<Tab>36<Tab>2806<Tab><Tab>0507<F2>"
private let typed = "<Down>010204000901"

extension Desk {
  fileprivate var register: Register { state.context.register }

  /// The line of a field, with what stands beside it.
  fileprivate func line(_ label: String) -> String {
    text.split(separator: "\n").first { $0.contains(" \(label) ") }.map(String.init) ?? ""
  }
}

@Suite("Somebody on file is typed again")
struct KnownStoryTests {
  // MARK: Going on with what is on file, in a batch

  @Test func whatOneHasOfTheirOwnStandsBeforeWhatTheBatchShares() {
    var desk = desk(person("ORIENTATION_DONE", oriented))
    desk.press(batch + typed + "<F11>")
    #expect(desk.line("Ngày bồi dưỡng").contains("14/06/2024"), "\(desk.text)")
    #expect(!desk.line("Ngày bồi dưỡng").contains("lô"), "\(desk.text)")
    #expect(desk.line("Ngày xuất cảnh").contains("05/07/2024   (lô)"), "\(desk.text)")
    #expect(desk.footer.contains("Giữ riêng: Ngày bồi dưỡng"), "\(desk.text)")
    desk.press("<F7>")
    let row = desk.departures[0]
    #expect(desk.departures.count == 1, "\(desk.text)")
    #expect(desk.register.day(Departure.orientationDate, row) == .of(2024, 6, 14), "\(desk.text)")
    #expect(desk.register.text(Departure.orientationCertificate, row) == "1/A")
    #expect(desk.register.day(Departure.departedOn, row) == .of(2024, 7, 5))
    #expect(desk.register.text(Departure.batch, row) != nil)
  }

  @Test func whatAgreesWithTheBatchIsTheBatchs() {
    var desk = desk(person("ORIENTATION_DONE") { $0[Departure.orientationDate] = .day(.of(2024, 6, 28)) })
    desk.press(batch + typed + "<F11>")
    #expect(desk.line("Ngày bồi dưỡng").contains("28/06/2024   (lô)"), "\(desk.text)")
    #expect(!desk.footer.contains("Giữ riêng"), "\(desk.text)")
  }

  @Test func whatTheBatchPutsInThePlaceOfWhatIsOnFileIsSaid() {
    var desk = desk(person("REGISTERED") { $0[Departure.market] = .code("TW") })
    desk.press(batch + typed + "<F11>")
    #expect(desk.footer.contains("Theo lô, khác sổ: Thị trường"), "\(desk.text)")
    desk.press("<F7>bổ sung sau<Enter>")
    #expect(desk.register.code(Departure.market, desk.departures[0]) == "JP", "\(desk.text)")
  }

  @Test func whatTheBatchDoesNotSayStays() {
    var desk = desk(
      person("REGISTERED") {
        $0[Departure.programme] = .code("JP_INTERN")
        $0[Departure.plannedOn] = .day(.of(2024, 12, 1))
      })
    desk.press(batch + typed + "<F11><F7>bổ sung sau<Enter>")
    let row = desk.departures[0]
    #expect(desk.register.code(Departure.programme, row) == "JP_INTERN", "\(desk.text)")
    #expect(desk.register.day(Departure.plannedOn, row) == nil, "who has left plans nothing: \(desk.text)")
  }

  @Test func theCaretGoesToWhatIsMissingAndPassesByWhatIsShared() {
    var desk = desk(person("REGISTERED"))
    desk.press(batch + typed + "<F11>")
    #expect(desk.field == "Số chứng chỉ", "the rules ask for it: \(desk.text)")
    desk.press("1/A<Tab>")
    #expect(desk.message.contains("Đã hết các ô"), "all that follows is the batch's: \(desk.text)")
    desk.press("<F7>")
    #expect(desk.register.text(Departure.orientationCertificate, desk.departures[0]) == "1/A", "\(desk.text)")
  }

  @Test func whereNothingIsAskedForItGoesToTheFirstEmptyField() {
    var desk = desk(
      person("ORIENTATION_DONE") {
        oriented(&$0)
        $0[Departure.village] = .text("Ky Quan San")
      })
    desk.press(batch + typed + "<F11>")
    #expect(desk.field == "Hộ (mã, tên)", "\(desk.text)")
    desk.press("<Tab><Tab><Tab>")
    #expect(desk.field == "Số hộ chiếu", "\(desk.text)")
    desk.press("<Tab>")
    #expect(desk.field == "Ngày bồi dưỡng", "their own day is no batch's: \(desk.text)")
  }

  @Test func aDraftOfOneWhoJoinsABatchComesBackAsItWas() {
    var desk = desk(person("ORIENTATION_DONE", oriented))
    desk.press(batch + typed + "<F11>")
    for _ in 0..<24 where desk.field != "Số tháng HĐ" { desk.press("<Down>") }
    desk.press("24<Tab>")
    desk.send(.tick)
    var later = desk.restarted()
    later.press("<Enter>")
    for (label, shown) in [
      ("Thị trường", "Nhật Bản"), ("Ngày xuất cảnh", "05/07/2024"), ("Ngày bồi dưỡng", "14/06/2024"),
      ("Số tháng HĐ", "24"),
    ] { #expect(later.line(label).contains(shown), "\(label): \(later.text)") }
    #expect(later.line("Ngày xuất cảnh").contains("(lô)"), "\(later.text)")
    #expect(!later.line("Số tháng HĐ").hasSuffix("(lô)"), "\(later.text)")
    later.press("<F2>")
    let row = later.departures[0]
    #expect(later.departures.count == 1 && later.register.integer(Departure.contractMonths, row) == 24)
    #expect(later.register.code(Departure.market, row) == "JP", "\(later.text)")
    #expect(later.register.text(Departure.batch, row) != nil)
  }

  // MARK: A new contract

  @Test func aWarningJustCausedIsSaidWhereverItStands() {
    var desk = desk(
      person("ABROAD") {
        back(&$0)
        $0[DepartureEntry.returnedOn] = .none
      })
    desk.press(batch + typed)
    #expect(desk.field == "Ngày sinh", "\(desk.text)")
    #expect(desk.message.contains("? Ngày xuất cảnh: Lượt đi trước"), "\(desk.text)")
  }

  @Test(arguments: [("WITHDRAWN", "không đi"), ("REJECTED", "trượt")])
  func whoseLifeEndedBeforeDepartureIsNotWaiting(status: String, words: String) {
    var desk = desk(person(status))
    desk.press(batch + typed)
    #expect(!desk.text.contains("chờ đi"), "\(desk.text)")
    #expect(desk.line("Số định danh").contains("\(words) · F11: HĐ mới"), "\(desk.text)")
    desk.press("<F11>")
    #expect(desk.field == "Số chứng chỉ" && !desk.text.contains("› sửa"), "\(desk.text)")
    desk.press("2/A<F7>")
    #expect(desk.departures.count == 2, "\(desk.text)")
    let statuses = desk.departures.map { desk.register.status(of: $0, on: DemoProvince.today) }
    #expect(statuses == [status, "ABROAD"])
    #expect(Set(desk.departures.map { desk.register.link(Departure.worker, $0) }).count == 1)
  }

  @Test func whoWaitsAgainIsWaiting() {
    var desk = desk(person("REGISTERED"), person("WITHDRAWN"))
    desk.press(batch + typed)
    #expect(desk.text.contains("chờ đi · F11"), "\(desk.text)")
    desk.press("<F11>2/A<F7>")
    let statuses = desk.departures.map { desk.register.status(of: $0, on: DemoProvince.today) }
    #expect(statuses == ["ABROAD", "WITHDRAWN"], "\(desk.text)")
  }

  @Test func whoIsBackAndRegisteredAgainOnTheSameContractIsLeftAlone() {
    var desk = desk(person("REGISTERED", back))
    desk.press(batch + typed + "<F11>")
    #expect(desk.line("Ngày xuất cảnh").contains("08/03/2021"), "\(desk.text)")
  }

  @Test func aNewContractOffersWhereTheyLive() {
    var desk = desk(
      person("RETURNED_ON_TIME") {
        back(&$0)
        $0[Household.key] = .text("Hộ mẫu 01")
      })
    desk.press(batch + typed)
    for (label, shown) in [
      ("Thôn, bản", "Ky Quan San"), ("Hộ (mã, tên)", "Hộ mẫu 01"), ("Diện hộ", "Hộ nghèo"),
      ("Năm rà soát", "2024"),
    ] { #expect(desk.line(label).contains(shown), "\(label): \(desk.text)") }
    desk.press("<F7>bổ sung sau<Enter>")
    #expect(desk.departures.count == 2, "\(desk.text)")
    #expect(Set(desk.departures.map { desk.register.link(Departure.household, $0) }).count == 1)
    #expect(desk.register.text(Departure.village, desk.departures[1]) == "Ky Quan San")
  }

  @Test func aMistypedNumberTakesWhereTheyLiveWithIt() {
    var desk = desk(person("RETURNED_ON_TIME", back))
    desk.press(batch + typed + "<S-Tab><BS>2<Tab>")
    #expect(!desk.text.contains("Ky Quan San") && !desk.text.contains("Hộ nghèo"), "\(desk.text)")
  }

  @Test func aHouseholdWithoutANameStaysTheSame() {
    var desk = desk(person("RETURNED_ON_TIME", back))
    desk.press(batch + typed + "<F7>bổ sung sau<Enter>")
    for _ in 0..<3 where desk.text.contains("Lý do vẫn nhận:") { desk.press("bổ sung sau<Enter>") }
    #expect(desk.departures.count == 2, "\(desk.text)")
    #expect(Set(desk.departures.map { desk.register.link(Departure.household, $0) }).count == 1)
  }

  @Test func whoLivedElsewhereBringsNoHousehold() {
    var desk = desk(
      person("RETURNED_ON_TIME") {
        back(&$0)
        $0.unit = Demo.unit("02731")
      })
    desk.press(batch + typed)
    #expect(desk.text.contains("Lao động mẫu 01"), "\(desk.text)")
    #expect(!desk.text.contains("Ky Quan San") && !desk.text.contains("Hộ nghèo"), "\(desk.text)")
  }

  // MARK: Keys

  @Test func anEnterOfHabitPassesOnWhereTheNextFieldIsFilled() {
    var desk = desk(person("REGISTERED"))
    desk.press(batch + typed + "<Enter>")
    #expect(desk.field == "Giới tính", "\(desk.text)")
  }

  @Test func theRestIsRepeatedAfterAStrangersFieldsWereTakenBack() {
    var desk = desk(person("REGISTERED"))
    desk.press("a" + PaperForm(name: "Lao động mẫu 02", citizen: "010204000902").keys + "<F7>")
    #expect(desk.departures.count == 2, "\(desk.text)")
    desk.press("Lao động mẫu 03<Tab>010204000901<S-Tab><BS>3<F5>")
    #expect(desk.line("Dân tộc").contains("Mông"), "\(desk.text)")
    #expect(!desk.text.contains("0912000901"), "the stranger's own is gone: \(desk.text)")
    #expect(!desk.text.contains("17/09/2004"), "\(desk.text)")
  }

  @Test func whoIsRecognisedByTheRightNumberKeepsWhatIsTheirs() {
    var desk = desk(
      person("RETURNED_ON_TIME") {
        back(&$0)
        $0[Worker.ethnicGroup] = .code("DAO")
      })
    desk.press("a" + PaperForm(name: "Lao động mẫu 02", citizen: "010204000902").keys + "<F7>")
    desk.press("<Down>01020400090")
    desk.press("1<S-Tab><F5>")
    #expect(desk.line("Dân tộc").contains("Dao"), "\(desk.text)")
  }
}
