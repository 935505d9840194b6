import Model
import Testing

@testable import App

@Suite("Drafts that are discarded, named, or not left")
struct DraftStoryTests {
  /// One draft on disk, seen from the first screen.
  private func home() -> Desk {
    var desk = PaperForm.open()
    desk.press("Lao động mẫu Ân<Tab>0102<Esc><Esc><Esc>")
    return desk
  }

  @Test func aDraftIsDiscardedOnTheFirstScreenByTheSecondPress() {
    var desk = home()
    desk.press("<Home>")
    #expect(desk.text.contains("▸ 1 nháp chưa xong"), "\(desk.text)")
    #expect(desk.footer.contains("d Bỏ nháp"), "\(desk.text)")
    desk.press("d")
    #expect(desk.footer.contains("d lần nữa"), "\(desk.text)")
    #expect(desk.world.drafts.count == 1)
    desk.press("d")
    #expect(desk.world.drafts.isEmpty)
    #expect(!desk.text.contains("nháp chưa xong"), "\(desk.text)")
    #expect(desk.footer.contains("Đã bỏ nháp: Lao động mẫu Ân"), "\(desk.text)")
    #expect(!desk.restarted().text.contains("nháp chưa xong"))
  }

  @Test func anotherKeyMeansToKeepIt() {
    var desk = home()
    desk.press("<Home>d<Down><Up>d")
    #expect(desk.world.drafts.count == 1, "\(desk.text)")
    desk.press("d")
    #expect(desk.world.drafts.isEmpty, "\(desk.text)")
  }

  @Test func onlyTheDraftUnderThePointerIsDiscarded() {
    var desk = home()
    desk.press("<F9>nhap xuat<Enter>aLao động mẫu Bình<Tab><Esc><Esc><Esc><Home>")
    #expect(desk.world.drafts.count == 2)
    let line = desk.text.split(separator: "\n").first { $0.contains("▸") } ?? ""
    let name = line.contains("Bình") ? "Bình" : "Ân"
    desk.press("dd")
    #expect(desk.world.drafts.count == 1)
    #expect(!desk.text.contains("Lao động mẫu \(name), dừng"), "\(desk.text)")
  }

  @Test func aRowThatIsNoDraftHasNothingToDiscard() {
    var desk = home()
    desk.press("<End>")
    #expect(!desk.footer.contains("Bỏ nháp"), "\(desk.text)")
    desk.press("dd")
    #expect(desk.world.drafts.count == 1)
    #expect(desk.beeps > 0)
  }

  @Test func theFormDiscardsItsDraftByTheSecondPress() {
    var desk = PaperForm.open()
    desk.press(PaperForm().keys + "<F7>Lao động mẫu Bình<Tab>0102<S-Tab><^C>")
    #expect(desk.footer.contains("^C lần nữa"), "\(desk.text)")
    #expect(desk.world.drafts.count == 1)
    desk.press("<Right><^C>")
    #expect(desk.text.contains("Lao động mẫu Bình"), "a key between means to stay: \(desk.text)")
    desk.press("<^C>")
    #expect(desk.world.drafts.isEmpty)
    #expect(desk.footer.contains("Đã bỏ nháp: Lao động mẫu Bình"), "\(desk.text)")
    #expect(desk.departures.count == 1, "what was saved stays")
    desk.press("<Esc>")
    #expect(!desk.text.contains("nháp chưa xong"), "\(desk.text)")
  }

  /// From the palette one comes to the first screen anew, and from there to the same draft a second time.
  @Test func aDraftThatIsOpenTwiceIsDiscardedWhereOneStands() {
    var desk = PaperForm.open()
    desk.press("Lao động mẫu Ân<Tab>0102<F9>hom nay<Enter><Home><Enter>")
    #expect(desk.text.contains("Lao động mẫu Ân"), "\(desk.text)")
    desk.press("<^C><^C>")
    #expect(desk.world.drafts.isEmpty, "\(desk.text)")
    desk.press("<Esc><Esc><Esc><Esc>")
    #expect(desk.world.drafts.isEmpty, "the form below does not keep it again")
  }

  @Test func aCorrectionThatIsDiscardedLeavesTheRecordAsItWas() {
    var desk = PaperForm.open()
    desk.press(PaperForm().keys + "<F2>E<End> Hai<Tab><^C><^C><Down>")
    #expect(desk.text.contains("Lao động mẫu Ân"), "\(desk.text)")
    #expect(!desk.text.contains("Ân Hai"), "\(desk.text)")
    #expect(desk.world.drafts.isEmpty)
  }

  @Test func aDraftThatWasReopenedIsDiscardedInItsForm() {
    var desk = home().restarted()
    desk.press("<Home><Enter><^C><^C>")
    #expect(desk.state.context.drafts.isEmpty, "\(desk.text)")
    #expect(!desk.text.contains("nháp chưa xong"), "\(desk.text)")
  }

  @Test func anEmptyFormHasNothingToDiscard() {
    var desk = PaperForm.open()
    desk.press("<^C>")
    #expect(desk.footer.contains("Chưa gõ gì"), "\(desk.text)")
    #expect(desk.text.contains("▸ Họ và tên"), "\(desk.text)")
  }

  @Test func aBatchThatHasNotBegunIsDiscardedToo() {
    var desk = PaperForm.desk()
    desk.press("<F9>nhap xuat<Enter>Anhat<Tab><^C><^C>")
    #expect(desk.world.drafts.isEmpty, "\(desk.text)")
    #expect(desk.text.contains("0 lượt"), "\(desk.text)")
  }

  @Test func theFormSaysHowToDiscardBeforeOneLeaves() {
    var desk = PaperForm.open()
    desk.press("Lao động mẫu Ân<Tab><Esc>")
    #expect(desk.footer.contains("^C"), "\(desk.text)")
    desk.press("<F1>")
    #expect(desk.text.contains("Trợ giúp"))
    desk.press("/bỏ nháp")
    #expect(desk.text.contains("^C"), "\(desk.text)")
  }

  @Test func aDraftThatIsOpenBelowIsNotDiscardedFromAbove() {
    var desk = PaperForm.open()
    desk.press("Lao động mẫu Ân<Tab>0102<S-Tab><F9>hom nay<Enter><Home>")
    #expect(desk.text.contains("▸ 1 nháp chưa xong"), "\(desk.text)")
    desk.press("dd")
    #expect(desk.world.drafts.count == 1)
    #expect(desk.footer.contains("đang mở"), "\(desk.text)")
  }

  @Test func theRoleThatOnlyViewsLeavesNoDraft() {
    var full = PaperForm.open()
    full.press(PaperForm().keys + "<F2>")
    var desk = PaperForm.desk(.reader, register: full.state.context.register)
    desk.press("<F9>nhap xuat<Enter><Enter><End> Hai<Tab>")
    #expect(!desk.text.contains("Ân Hai"), "\(desk.text)")
    desk.send(.tick)
    #expect(desk.world.drafts.isEmpty)
    desk.press("<Esc>")
    #expect(!desk.footer.contains("giữ nháp"), "\(desk.text)")
    #expect(desk.world.drafts.isEmpty)
    #expect(desk.text.contains("1 lượt"), "\(desk.text)")
  }

  @Test func theDraftOfACorrectionCarriesTheName() {
    var desk = PaperForm.open()
    desk.press(PaperForm().keys + "<F2>E" + String(repeating: "<Down>", count: 11))
    #expect(desk.field == "Thị trường", "\(desk.text)")
    desk.press("dai loan<Tab><S-Tab><Esc><Esc><Esc>")
    #expect(desk.text.contains("Lao động mẫu Ân, dừng ở ô Thị trường"), "\(desk.text)")
  }
}

@Test func readingTheHelpBetweenMeansToKeepTheDraft() {
  var desk = PaperForm.open()
  desk.press("Lao động mẫu Ân<Tab><^C><F1><Esc><^C>")
  #expect(desk.text.contains("Lao động mẫu Ân") && desk.world.drafts.count == 1, "\(desk.text)")
}
