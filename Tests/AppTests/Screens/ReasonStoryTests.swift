import Model
import Testing

@testable import App

@Suite("What is typed ahead becomes no reason")
struct ReasonStoryTests {
  /// A record with the orientation a day after the departure, and the key by which it is saved.
  private func asked(_ key: String = "<F7>") -> Desk {
    var desk = PaperForm.open()
    desk.press(PaperForm(trained: "060724").keys + key)
    #expect(desk.text.contains("Lý do vẫn nhận:"), "\(desk.text)")
    return desk
  }

  @Test func theQuestionIsHeard() {
    var desk = PaperForm.open()
    desk.press(PaperForm(trained: "060724").keys)
    let beeps = desk.beeps
    desk.press("<F7>")
    #expect(desk.beeps == beeps + 1, "\(desk.text)")
  }

  @Test(arguments: ["<Tab>", "<Down>", "<F2>", "<F7>"])
  func onlyEnterTakesAReason(key: String) {
    var desk = asked()
    let beeps = desk.beeps
    desk.press("Lao động Đức" + key)
    #expect(desk.departures.isEmpty, "\(desk.text)")
    #expect(desk.text.contains("Lý do vẫn nhận: Lao động Đức"), "\(desk.text)")
    #expect(desk.footer.contains("chỉ nhận bằng Enter"), "\(desk.text)")
    #expect(desk.beeps == beeps + 1)
    desk.press("<Enter>")
    #expect(desk.departures.count == 1, "\(desk.text)")
  }

  @Test func aWholePersonTypedAheadIsNotSavedAsAReason() {
    var desk = asked()
    desk.press(PaperForm.second.keys + "<F7>")
    #expect(desk.departures.isEmpty, "\(desk.text)")
    #expect(desk.text.contains("Lý do vẫn nhận:"), "\(desk.text)")
  }

  @Test func whatWasTypedAfterARefusedKeyIsAskedAboutOnce() {
    var desk = asked()
    desk.press("Lao động Đức<Tab>010204000902<Enter>")
    #expect(desk.departures.isEmpty, "\(desk.text)")
    #expect(desk.footer.contains("Enter lần nữa"), "\(desk.text)")
    desk.press("<^U>Giấy ghi nhầm<Enter>")
    #expect(desk.departures.count == 1, "\(desk.text)")
    let register = desk.state.context.register
    let reasons = desk.departures.map { register.entry($0, today: DemoProvince.today).overrides }
    #expect(reasons == [["W12": "Giấy ghi nhầm"]])
  }

  @Test func theReasonIsSaidWithWhatWasSaved() {
    var desk = asked()
    desk.press("Giấy ghi nhầm<Enter>")
    #expect(desk.footer.contains("Đã lưu: Lao động mẫu Ân"), "\(desk.text)")
    #expect(desk.footer.contains("W12: Giấy ghi nhầm"), "\(desk.text)")
    desk.press(PaperForm.second.keys + "<F7>")
    #expect(desk.footer.contains("Đã lưu: Lao động mẫu Bình"), "\(desk.text)")
    #expect(!desk.footer.contains("W12"), "the reason was the first one's: \(desk.text)")
  }

  @Test func theFooterNamesTheKeysOfTheReason() {
    let desk = asked()
    for words in ["Enter Nhận lý do", "F3 Lý do trước", "Esc Về ô"] {
      #expect(desk.footer.contains(words), "\(desk.text)")
    }
  }

  @Test func aReasonThatComesAgainTakesTwoKeys() {
    var desk = PaperForm.open()
    desk.press(PaperForm(certificate: "").keys + "<F7>")
    #expect(desk.text.contains("W15"), "\(desk.text)")
    desk.press("Trung tâm cấp sau<Enter>")
    #expect(desk.footer.contains("Đã lưu: Lao động mẫu Ân"), "\(desk.text)")
    desk.press("Lao động mẫu Bình<Tab>0102040009020607<Tab><F5><F7>*<Enter>")
    #expect(desk.departures.count == 2, "\(desk.text)")
  }

  @Test func aMissingCertificateIsSaidOnceItsFieldWasLeft() {
    var desk = PaperForm.open()
    desk.press(String(PaperForm(certificate: "").keys.dropLast("<Tab>050724<Tab>".count)))
    #expect(desk.field == "Trạng thái", "\(desk.text)")
    #expect(desk.message.contains("Chưa có số chứng chỉ"), "\(desk.text)")
  }
}
