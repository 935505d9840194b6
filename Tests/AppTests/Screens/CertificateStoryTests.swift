import Model
import Testing

@testable import App

@Suite("The certificate after the one before is offered")
struct CertificateStoryTests {
  /// The second form of a pile, at its certificate; the first one had this number.
  private func second(after certificate: String) -> Desk {
    var desk = PaperForm.open()
    desk.press(PaperForm(certificate: certificate).keys + "<F7>")
    for _ in 0..<3 where desk.text.contains("Lý do vẫn nhận:") { desk.press("bổ sung sau<Enter>") }
    desk.press("Lao động mẫu Bình<Tab>0102040009020607<Tab><F5>")
    for _ in 0..<24 where desk.field != "Số chứng chỉ" { desk.press("<Up>") }
    #expect(desk.departures.count == 1 && desk.field == "Số chứng chỉ", "\(desk.text)")
    return desk
  }

  @Test func theArrowTakesTheNextNumber() {
    var desk = second(after: "101/BD")
    #expect(desk.message.contains("→ 102/BD"), "\(desk.text)")
    desk.press("<Right>")
    #expect(desk.text.contains("[102/BD"), "\(desk.text)")
    #expect(!desk.message.contains("→"), "\(desk.text)")
    desk.press("<F7>")
    let register = desk.state.context.register
    let numbers = desk.departures.map { register.text(Departure.orientationCertificate, $0) }
    #expect(numbers == ["101/BD", "102/BD"], "\(desk.text)")
  }

  @Test func itIsOfferedAndNeverTakenByItself() {
    var desk = second(after: "101/BD")
    desk.press("<Tab><F7>bổ sung sau<Enter>")
    let register = desk.state.context.register
    let numbers = desk.departures.map { register.text(Departure.orientationCertificate, $0) }
    #expect(numbers == ["101/BD", nil], "\(desk.text)")
  }

  @Test func anotherNumberIsTypedAsEver() {
    var desk = second(after: "101/BD")
    desk.press("1")
    #expect(desk.message.contains("→ 102/BD"), "\(desk.text)")
    desk.press("40/BD")
    #expect(!desk.message.contains("→"), "\(desk.text)")
    #expect(desk.text.contains("[140/BD"), "\(desk.text)")
  }

  @Test func theKeyThatRepeatsSaysWhatTheArrowTakes() {
    var desk = second(after: "101/BD")
    desk.press("*")
    #expect(desk.footer.contains("không lặp lại. → nhận 102/BD"), "\(desk.text)")
    #expect(!desk.text.contains("[102/BD"), "\(desk.text)")
  }

  @Test func whereTheOneBeforeHadNoneNothingIsOffered() {
    let desk = second(after: "")
    #expect(!desk.message.contains("→"), "\(desk.text)")
  }

  @Test func whatIsMissingIsSaidBesideWhatIsOffered() {
    var desk = second(after: "101/BD")
    desk.press("<Tab><S-Tab>")
    #expect(desk.message.contains("→ 102/BD") && desk.message.contains("W15"), "\(desk.text)")
  }
}
