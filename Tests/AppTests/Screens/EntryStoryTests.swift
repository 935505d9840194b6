import Model
import Testing

@testable import App

/// What a clerk types for one whole record: name, id, day and month, group, household, contract, dates.
private let record =
  "Lao động mẫu Ân<Tab>010204000901" + "0507<Tab>" + "<Tab>" + "mong<Tab><Tab>" + "<Tab>" + "h1<Tab>"
  + "hộ nghèo<Tab><Tab><Tab>" + "nhat<Tab>" + "doanh nghiep dich vu<Tab>" + "<Tab><Tab><Tab><Tab><Tab>"
  + "010624<Tab>12/BD<Tab>" + "<Tab>" + "050724<Tab>"

private func clerk() -> Desk {
  var context = Demo.context("02728", role: .clerk)
  context = {
    var empty = Context(register: Register(), today: DemoProvince.today)
    empty.office = context.office
    return empty
  }()
  var desk = Desk(context)
  desk.press("<F9>nhap xuat<Enter>a")
  return desk
}

@Test func aClerkEntersADepartureByKeysAlone() {
  var desk = clerk()
  desk.press(record + "<F2>")
  #expect(desk.text.contains("Lao động mẫu Ân"), "\(desk.text)")
  #expect(desk.text.contains("05/07/2024"))
  #expect(desk.text.contains("010•••••0901"))
  let register = desk.state.context.register
  #expect(register.records(.departure).count == 1)
  let progress = Progress(desk.state.context.census, Scope(Demo.unit("082")), year: 2024)
  #expect(progress.t1.achieved == 1)
  #expect(progress.t2.part == Progress.Part(numerator: 0, denominator: 1))
}

@Test func savingAndGoingOnKeepsTheFormOpenAndRemembersForRepeating() {
  var desk = clerk()
  desk.press(record + "<F7>Lao động mẫu Bình<Tab>0102040009020607<Tab><Tab><F3>")
  #expect(desk.text.contains("1 đã lưu"), "\(desk.text)")
  #expect(desk.text.contains("Mông"), "the ethnic group of the record before was repeated: \(desk.text)")
}

@Test func villagesOfTheCommuneAreLearned() {
  var desk = clerk()
  desk.press(
    "Lao động mẫu Hai<Tab>010204000903" + "0607<Tab><Tab>mong<Tab><Tab>Ky Quan San<Tab>h2<Tab>"
      + "hộ nghèo<Tab><Tab><Tab>nhat<Tab>doanh nghiep dich vu<Tab><Tab><Tab><Tab><Tab><Tab>"
      + "010624<Tab>13/BD<Tab><Tab>050724<Tab><F7>")
  #expect(desk.text.contains("1 đã lưu"), "\(desk.text)")
  desk.press("Lao động mẫu Ba<Tab>010204000905" + "0807<Tab><Tab>mong<Tab><Tab>kq")
  #expect(desk.text.contains("→ Ky Quan San"), "\(desk.text)")
  desk.press("<Right>")
  #expect(desk.text.contains("Ky Quan San") && !desk.text.contains("→ Ky"), "\(desk.text)")
}

@Test func aFailedSaveLosesNothing() {
  var desk = clerk()
  desk.world.refusal = Words("CHƯA LƯU: đĩa đầy", "NOT SAVED: disk full")
  desk.press(record + "<F2>")
  #expect(desk.text.contains("CHƯA LƯU: đĩa đầy"))
  #expect(desk.text.contains("Lao động mẫu Ân"))
  // A reason that needs more than a line has two.
  let path = String(repeating: "/xa", count: 15)
  desk.world.refusal = Words("CHƯA LƯU: đĩa đầy (“\(path)”). Hãy lưu lại sau khi dọn đĩa.", "NOT SAVED")
  desk.press("<F2>")
  #expect(desk.text.contains("CHƯA LƯU: đĩa đầy (“\(path)") && desk.text.contains("dọn đĩa."), "\(desk.text)")
  desk.world.refusal = nil
  desk.press("<F2>")
  #expect(desk.state.context.register.records(.departure).count == 1)
}

@Test func elevenDigitsAreNoCitizenId() {
  var desk = clerk()
  desk.press("Lao động mẫu Ân<Tab>01020400090<Tab><F2>")
  #expect(desk.state.context.register.records(.departure).isEmpty)
  #expect(desk.text.contains("12"), "\(desk.text)")
}

@Test func anImpossibleDateKeepsItsField() {
  var desk = clerk()
  desk.press("Lao động mẫu Ân<Tab>0102040009013002<Tab><F2>")
  #expect(desk.state.context.register.records(.departure).isEmpty)
  #expect(desk.text.contains("Tháng 2"), "\(desk.text)")
}

@Test func theLastChangeIsTakenBack() {
  var desk = clerk()
  desk.press(record + "<F2>U")
  #expect(desk.text.contains("0 lượt"), "\(desk.text)")
  desk.press("U")
  #expect(desk.text.contains("Không có gì để hoàn tác"))
}

@Test func aRecordIsCorrectedAndTheCorrectionTakenBack() {
  var desk = clerk()
  desk.press(record + "<F2>E")
  desk.press("<End> Hai<F2>")
  #expect(desk.text.contains("Lao động mẫu Ân Hai"), "\(desk.text)")
  desk.press("U")
  #expect(!desk.text.contains("Ân Hai"), "\(desk.text)")
  #expect(desk.text.contains("Lao động mẫu Ân"))
}

@Test func aStatusFollowsTheOneBefore() {
  var desk = clerk()
  desk.press(record + "<F2>c")
  desk.press("về nước trước<Tab>0109<Tab>Lý do gia đình<F2>")
  #expect(desk.text.contains("về sớm"), "\(desk.text)")
  desk.press("U")
  #expect(desk.text.contains("ở nước ngoài"), "\(desk.text)")
}

@Test func theRecordAfterASavedOneIsKeptAsADraftToo() {
  var desk = clerk()
  desk.press(record + "<F7>Lao động mẫu Bình<Tab>")
  #expect(desk.world.drafts.values.map(\.texts) == [[Worker.fullName.key: "Lao động mẫu Bình"]])
}

@Test func aDraftReopensOnItsField() {
  var desk = clerk()
  desk.press("Lao động mẫu Ân<Tab>010204000901")
  let kept = desk.world.drafts.values.first
  #expect(kept?.focus == Worker.birthDate.key)
  var context = desk.state.context
  context.drafts = Array(desk.world.drafts.values)
  var again = Desk(context)
  #expect(again.text.contains("nháp"), "\(again.text)")
  again.press("<Enter>")
  #expect(again.text.contains("Lao động mẫu Ân"), "\(again.text)")
  #expect(again.text.contains("▸ Ngày sinh"), "\(again.text)")
  again.press("0507<Tab>")
  #expect(again.text.contains("05/07/2004"), "the citizen id still tells the year: \(again.text)")
}

@Test func doneNeedsAnEvidenceNumber() {
  var desk = Desk()
  desk.press("<F9>nhiem vu<Enter>jju100<Tab>Hội nghị<F2>")
  #expect(desk.text.contains("số minh chứng"), "\(desk.text)")
  desk.press("12/BC<F2>")
  #expect(desk.text.contains("100%"), "\(desk.text)")
}

@Test func doneCanBeSaidWithoutEvidenceByTheSameKeyAgain() {
  var desk = Desk()
  desk.press("<F9>nhiem vu<Enter>jju100<Tab>Hội nghị<F2><F2>")
  #expect(desk.text.contains("100%"), "\(desk.text)")
}

@Test func whatWasTypedIsNotDroppedByOneKey() {
  var desk = Desk()
  desk.press("<F9>nhiem vu<Enter>jju50<Tab>Hội nghị<Esc>")
  #expect(desk.text.contains("Esc lần nữa"), "\(desk.text)")
  desk.press(" cấp xã<Esc>")
  #expect(desk.text.contains("Hội nghị cấp xã"), "\(desk.text)")
  desk.press("<Esc>")
  #expect(!desk.text.contains("Hội nghị cấp xã"), "\(desk.text)")
}

@Test func nobodyWorksTomorrow() {
  var desk = Desk()
  desk.press("<F9>nhiem vu<Enter>jju50<S-Tab>01102024<F2>")
  #expect(desk.text.contains("Ngày sau hôm nay"), "\(desk.text)")
}

@Test func thePersonBeforeIsRepeatedInANewFormToo() {
  var desk = clerk()
  desk.press("a<F3>")
  #expect(desk.text.contains("Chưa có người trước để lặp lại"), "\(desk.text)")
  desk.press("<^U>" + record + "<F2>aLao động mẫu Bình<Tab>010204000902<Tab><F5><F2>bổ sung sau<Enter>")
  #expect(desk.state.context.register.records(.departure).count == 2, "\(desk.text)")
}

@Test func aHouseholdWithoutANameShowsNone() {
  var desk = clerk()
  desk.press(record.replacing("h1<Tab>", with: "<Tab>") + "<F2><Enter>")
  #expect(desk.text.contains("Hộ (mã, tên)"), "\(desk.text)")
  let register = desk.state.context.register
  let name = register.records(.household).first.flatMap { register.text(Household.key, $0) } ?? ""
  #expect(!name.isEmpty && !desk.text.contains(name), "\(desk.text)")
  desk.press("<End> Hai<F2>")
  #expect(desk.state.context.register.records(.household).count == 1)
}

@Test func whatIsWrongElsewhereIsSaidInWords() {
  var desk = clerk()
  desk.press("Lao động mẫu Ân<Tab>010204000901" + "05<Tab>")
  #expect(desk.text.contains("! Ngày sinh: Cần đủ ngày, tháng và năm"), "\(desk.text)")
}

@Test func choicesWithLongNamesCanBeToldApart() {
  var desk = clerk()
  desk.press("Lao động mẫu Ân" + String(repeating: "<Tab>", count: 12))
  #expect(desk.text.contains("▸ Hình thức HĐ"), "\(desk.text)")
  for code in CodeList.contractForms.codes {
    #expect(desk.text.contains(code.words.vi.prefix(60)), "\(desk.text)")
  }
}

@Test func everyFigureOnTheProgressScreenOpensAsManyPeople() {
  for district in ["080", "082", "083", "084", "085", "086", "087", "088", "089"] {
    let context = Demo.context(district)
    let progress = Progress(context.census, Scope(context.unit), year: 2024)
    var desk = Desk(context)
    desk.press("<F9>tien do<Enter><Home><Enter>")
    #expect(desk.text.contains("\(progress.t1.achieved) lượt · năm 2024"), "\(district): \(desk.text)")
    desk.press("<BS><Home>j<Enter>")
    #expect(desk.text.contains("\(progress.t2.part.denominator) hộ"), "\(district): \(desk.text)")
  }
}

@Test func aNewOfficeIsFoundWithoutMarks() {
  var context = Context(register: Register(), today: DemoProvince.today)
  context.office = Office()
  var desk = Desk(context)
  desk.press("muong hum<Enter><Enter>")
  #expect(desk.text.contains("Xã Mường Hum"), "\(desk.text)")
  #expect(desk.state.context.office.role == .clerk)
}

@Test func theNextPersonAfterACorrectionIsANewRecord() {
  var desk = clerk()
  desk.press(record + "<F2>E<End> Hai<F7>")
  #expect(desk.text.contains("lượt mới"), "\(desk.text)")
  desk.press("Lao động mẫu Bình<Tab>010204000902<Tab><F5><F2>bổ sung sau<Enter>")
  let register = desk.state.context.register
  #expect(register.records(.departure).count == 2, "\(desk.text)")
  #expect(desk.text.contains("Lao động mẫu Ân Hai"), "\(desk.text)")
  #expect(desk.text.contains("Lao động mẫu Bình"), "\(desk.text)")
}

@Test func everyHintFitsTheNarrowestScreenItIsMadeFor() {
  for hint in DepartureForm.hints.values {
    for language in Language.allCases { #expect(Frame.width(of: hint[language]) <= 78, "\(hint[language])") }
  }
}

@Test func everySentenceOfARuleFitsTheNarrowestScreen() {
  for rule in Rule.catalogue {
    let problem = Problem(level: rule.level, code: rule.code, words: rule.words)
    for language in Language.allCases {
      let sentence = problem.sentence(language)
      #expect(Frame.width(of: sentence) <= 79, "\(sentence)")
    }
  }
}

@Test func theWarningOfAFieldThatWasLeftIsSaidInWords() {
  var desk = clerk()
  desk.press(late)
  #expect(desk.text.contains("? Ngày bồi dưỡng: Ngày bồi dưỡng sau ngày đi."), "\(desk.text)")
}

@Test func aStatusIsNotDatedBeforeTheOneItFollows() {
  var desk = clerk()
  desk.press(record + "<F2>cvề nước trước<Tab>0407<F2>")
  #expect(desk.text.contains("Trước ngày đi 05/07/2024"), "\(desk.text)")
  desk.press("<^U>0109<Tab>gia dinh<F2>")
  #expect(desk.text.contains("về sớm"), "\(desk.text)")
  desk.press("cthanh ly<Tab>3108<F2>")
  #expect(desk.text.contains("Trước lần chuyển trạng thái gần nhất, 01/09/2024"), "\(desk.text)")
}

/// Somebody entered today as waiting to depart, with all that a departure needs but its date.
private let waiting = record.replacing("12/BD<Tab><Tab>050724<Tab>", with: "12/BD<Tab>da co thi<Tab>")

@Test func whoWasEnteredAsWaitingMayHaveLeftBefore() {
  for keys in [
    "c" + "dang lam viec<Tab>0507<F2>",
    "E" + String(repeating: "<Tab>", count: 20) + "dang lam viec<Tab>0507<F2>",
  ] {
    var desk = clerk()
    desk.press(waiting + "<F2><F2>")
    var census = desk.state.context.census
    #expect(Progress(census, Scope(Demo.unit("082")), year: 2024).t1.pipeline == 1, "\(desk.text)")
    desk.press(keys)
    census = desk.state.context.census
    let t1 = Progress(census, Scope(Demo.unit("082")), year: 2024).t1
    #expect(t1.achieved == 1 && t1.pipeline == 0, "\(desk.text)")
    #expect(desk.text.contains("ở nước ngoài") && desk.text.contains("05/07/2024"), "\(desk.text)")
  }
}

/// The same record with the orientation a day after the departure.
private let late = record.replacing("010624<Tab>", with: "060724<Tab>")

@Test func aWarningIsPassedOverByAReasonTypedInPlace() throws {
  var desk = clerk()
  desk.press(late + "<F2>")
  #expect(desk.text.contains("Cảnh báo W12: Ngày bồi dưỡng sau ngày đi."), "\(desk.text)")
  #expect(desk.text.contains("Lý do vẫn nhận:"), "\(desk.text)")
  #expect(desk.state.context.register.records(.departure).isEmpty)
  desk.press("<Enter>")
  #expect(desk.text.contains("Lý do vẫn nhận:"), "no reason is none: \(desk.text)")
  desk.press("Giấy ghi nhầm<Enter>")
  #expect(desk.text.contains("Đã lưu: Lao động mẫu Ân"), "\(desk.text)")
  let register = desk.state.context.register
  let row = try #require(register.records(.departure).first)
  #expect(register.entry(row, today: DemoProvince.today).overrides == ["W12": "Giấy ghi nhầm"])
}

@Test func escapeGoesBackToTheFieldThatIsWarnedOf() {
  var desk = clerk()
  desk.press(late + "<F2>Giấy<Esc>")
  #expect(desk.text.contains("▸ Ngày bồi dưỡng"), "\(desk.text)")
  #expect(!desk.text.contains("Lý do vẫn nhận:"), "\(desk.text)")
  desk.press("010624<F2>")
  #expect(desk.text.contains("Đã lưu: Lao động mẫu Ân"), "\(desk.text)")
}

@Test func theSameReasonIsRepeatedByOneKey() throws {
  var desk = clerk()
  desk.press(late + "<F7>Giấy ghi nhầm<Enter>")
  desk.press(late.replacing("mẫu Ân", with: "mẫu Bình").replacing("000901", with: "000902") + "<F2>*<Enter>")
  let register = desk.state.context.register
  let rows = register.records(.departure)
  #expect(rows.count == 2, "\(desk.text)")
  for row in rows {
    #expect(register.entry(row, today: DemoProvince.today).overrides == ["W12": "Giấy ghi nhầm"])
  }
}

@Test func oneKeyPassesAWarningOverAtItsField() {
  var desk = clerk()
  desk.press(late + "<S-Tab><S-Tab><S-Tab><S-Tab>")
  #expect(desk.text.contains("▸ Ngày bồi dưỡng"), "\(desk.text)")
  #expect(desk.text.contains("F12 Vẫn nhận, ghi lý do"), "\(desk.text)")
  desk.press("<F12>Giấy ghi nhầm<Enter>")
  #expect(desk.text.contains("Lý do: Giấy ghi nhầm"), "\(desk.text)")
  #expect(desk.text.contains("[06/07/2024 ] ~"), "\(desk.text)")
  desk.press("<F2>")
  #expect(desk.text.contains("Đã lưu: Lao động mẫu Ân"), "\(desk.text)")
}

@Test func anotherDateNeedsAReasonOfItsOwn() {
  var desk = clerk()
  desk.press(late + "<F12>Giấy ghi nhầm<Enter>070724<Tab><F2>")
  #expect(desk.text.contains("Lý do vẫn nhận:"), "\(desk.text)")
}

@Test func aDraftRemembersTheReason() {
  var desk = clerk()
  desk.press(late + "<F12>Giấy ghi nhầm<Enter><Tab>")
  var context = desk.state.context
  context.drafts = Array(desk.world.drafts.values)
  var again = Desk(context)
  again.press("<Enter>")
  #expect(again.text.contains("06/07/2024   ~"), "\(again.text)")
  again.press("<F2>")
  #expect(again.text.contains("Đã lưu: Lao động mẫu Ân"), "\(again.text)")
}

@Test func aReasonIsKeptTheInstantItIsTaken() {
  var desk = clerk()
  desk.press(late + "<F12>Giấy ghi nhầm")
  #expect(desk.world.drafts.values.first?.scope["override.W12"] == nil)
  desk.press("<Enter>")
  #expect(desk.world.drafts.values.first?.scope["override.W12"] == "Giấy ghi nhầm", "\(desk.text)")
}

@Test func whatIsPutRightLosesItsReason() throws {
  var desk = clerk()
  desk.press(late + "<F2>Giấy ghi nhầm<Enter>E" + String(repeating: "<Down>", count: 18))
  #expect(desk.text.contains("▸ Ngày bồi dưỡng"), "\(desk.text)")
  desk.press("010624<F2>")
  let register = desk.state.context.register
  let row = try #require(register.records(.departure).first)
  #expect(register.entry(row, today: DemoProvince.today).overrides == [:], "\(desk.text)")
}

@Test func theSupervisorFindsWarningsAndTheirReasonsFromTheFirstScreen() {
  var desk = Desk(Demo.context("082", register: Warned.register))
  desk.send(.tick)
  #expect(desk.text.contains("2 chưa có lý do trong năm"), "\(desk.text)")
  desk.press("<End><Up><Enter>")
  #expect(desk.text.contains("3 cảnh báo, 2 chưa có lý do"), "\(desk.text)")
  #expect(desk.text.contains("Giấy xác nhận ghi nhầm"), "\(desk.text)")
  #expect(desk.text.contains("Cảnh báo W12: Ngày bồi dưỡng sau ngày đi."), "\(desk.text)")
  desk.press("<Enter>")
  #expect(desk.text.contains("Lao động mẫu 02"), "\(desk.text)")
  #expect(desk.text.contains("▸ Ngày bồi dưỡng  [09/07/2024 ] ?"), "\(desk.text)")
  desk.press("<F12>Đã hỏi trung tâm<Enter><F2>")
  #expect(desk.text.contains("3 cảnh báo, 1 chưa có lý do"), "\(desk.text)")
  desk.press(",")
  #expect(desk.text.contains("0 cảnh báo"), "\(desk.text)")
}

@Test func theInventedProvinceIsWarnedOfForLackOfTrainingAlone() {
  let context = Demo.context()
  var codes: [String: Int] = [:]
  for year in 2022...2024 {
    var walk = WarningWalk(context.census, Scope(context.unit), year: year)
    walk.go()
    for found in walk.found { codes[found.warning.code, default: 0] += 1 }
  }
  #expect(Set(codes.keys) == ["W13"], "\(codes)")
}
