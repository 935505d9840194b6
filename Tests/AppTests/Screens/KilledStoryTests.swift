import Model
import Testing

@testable import App

/// What lies on disk at one moment is all that is left when the program is killed then.
@Suite("Killed between two keys") struct KilledStoryTests {
  private func batch(_ script: String) -> Desk {
    var desk = PaperForm.desk()
    desk.press("<F9>nhap xuat<Enter>A" + script)
    return desk
  }

  private let header =
    "nhat<Tab>doanh nghiep dich vu<Tab><Tab><Tab><Tab>Doanh nghiệp mẫu A<Tab>36<Tab>2806<Tab>"

  @Test func whatABatchSharesIsKeptBeforeItsFirstRecordIsTyped() {
    var desk = batch(header + "<Tab>0507<F2>")
    #expect(desk.field == "Họ và tên", "\(desk.text)")
    var later = desk.restarted()
    #expect(later.text.contains("1 nháp chưa xong"), "\(later.text)")
    later.press("<Home><Enter>")
    #expect(later.field == "Họ và tên", "\(later.text)")
    #expect(later.text.contains("Doanh nghiệp m") && later.text.contains("05/07/2024"), "\(later.text)")
    desk.press("<^C><^C>")
    #expect(desk.world.drafts.isEmpty)
  }

  @Test func aBatchOwesNothingOnceARecordHasWhatItShares() {
    var desk = batch(header + "<Tab>0507<F2>")
    desk.press("Lao động mẫu Ân<Tab>0102040009011709<Tab><Tab>mong<Tab><Tab><Tab>h1<Tab>ngheo<Tab><Tab><Tab>")
    desk.press("12/BD<Tab><F7>")
    #expect(desk.departures.count == 1, "\(desk.text)")
    #expect(desk.world.drafts.isEmpty, "\(desk.world.drafts)")
    desk.press("<Esc>")
    #expect(desk.text.contains("1 lượt"), "nothing to ask about: \(desk.text)")
  }

  @Test func theFirstScreenNamesTheSharedFieldOneWasOn() {
    var later = batch(header).restarted()
    #expect(later.text.contains("dừng ở ô Trạng thái"), "\(later.text)")
    later.press("<Home><Enter>")
    #expect(later.field == "Trạng thái", "\(later.text)")
  }

  @Test func theLastFieldIsKeptWhileAReasonIsTyped() {
    var desk = PaperForm.open()
    desk.press(PaperForm().keys)
    for _ in 0..<24 where desk.field != "Ngày bồi dưỡng" { desk.press("<S-Tab>") }
    // The question is about the very field one stands on.
    desk.press("<^U>060724<F2>")
    #expect(desk.text.contains("W12") && desk.text.contains("Lý do vẫn nhận:"), "\(desk.text)")
    var later = desk.restarted()
    later.press("<Home><Enter>")
    #expect(later.field == "Ngày bồi dưỡng", "\(later.text)")
    #expect(later.text.contains("06/07/2024"), "\(later.text)")
  }

  @Test func whatWillBeCorrectedIsKeptWhileItIsLookedAt() {
    var desk = batch(header + "<Tab>0507<F2>")
    desk.press("Lao động mẫu Ân<Tab>0102040009011709<Tab><Tab>mong<Tab><Tab><Tab>h1<Tab>ngheo<Tab><Tab><Tab>")
    desk.press("12/BD<Tab><F7><F4>")
    for _ in 0..<12 where desk.field != "Ngày xuất cảnh" { desk.press("<Tab>") }
    desk.press("0407<F2>")
    #expect(desk.text.contains("Sửa 1 lượt của lô"), "\(desk.text)")
    let kept = desk.world.drafts.values.first?.scope["batch.departedOn"]
    #expect(kept?.contains("04") ?? false, "\(kept ?? "–")")
  }

  @Test func aDraftWhoseRecordIsOnFileIsDone() throws {
    var desk = PaperForm.open()
    desk.press(PaperForm().keys)
    let draft = try #require(desk.world.drafts.values.first)
    #expect(!draft.isOver(in: desk.state.context.register))
    desk.press("<F2>")
    #expect(desk.departures.count == 1, "\(desk.text)")
    #expect(draft.isOver(in: desk.state.context.register), "its departure is named as the draft was")
    desk.press("U")
    #expect(desk.departures.isEmpty, "\(desk.text)")
    #expect(draft.isOver(in: desk.state.context.register), "what was taken back was saved")
  }

  @Test func aDraftStaysUntilItsRecordIsOnFile() {
    var desk = PaperForm.open()
    desk.press(PaperForm().keys)
    desk.world.refusal = Words("CHƯA LƯU", "NOT SAVED")
    let draft = desk.world.drafts
    let dropped = desk.world.dropped
    desk.press("<F2>")
    #expect(desk.departures.isEmpty)
    #expect(desk.world.dropped == dropped, "not even for an instant")
    #expect(desk.world.drafts.keys == draft.keys)
  }

  @Test func aCorrectionThatChangesNothingLeavesNoDraft() {
    var desk = PaperForm.open()
    desk.press(PaperForm().keys + "<F2>E<End>x<Tab><S-Tab><End><BS><Tab>")
    desk.press("<F2>")
    #expect(desk.text.contains("1 lượt"), "\(desk.text)")
    #expect(desk.world.drafts.isEmpty, "\(desk.world.drafts)")
  }
}
