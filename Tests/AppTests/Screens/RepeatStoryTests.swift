import Model
import Testing

@testable import App

@Suite("What names one person is never repeated")
struct RepeatStoryTests {
  /// A second form after a saved one that has every personal number.
  private func second() -> Desk {
    var desk = PaperForm.open()
    desk.press(PaperForm(phone: "0912345678", certificate: "CC01").keys + "<F7>")
    #expect(desk.departures.count == 1, "\(desk.text)")
    return desk
  }

  @Test(arguments: ["<F3>", "*"])
  func theKeyThatRepeatsAFieldRefusesANumber(key: String) {
    var desk = second()
    desk.press("Lao động mẫu Bình<Tab>")
    let beeps = desk.beeps
    desk.press(key)
    #expect(desk.beeps == beeps + 1)
    #expect(desk.footer.contains("Số định danh") && desk.footer.contains("không lặp lại"), "\(desk.text)")
    #expect(desk.field == "Số định danh", "\(desk.text)")
    #expect(!desk.text.contains("010204000901"), "\(desk.text)")
  }

  @Test func noFieldThatNamesOnePersonIsRepeated() {
    for (downs, label) in [
      (0, "Họ và tên"), (1, "Số định danh"), (2, "Ngày sinh"), (3, "Giới tính"), (5, "Điện thoại"),
      (10, "Số hộ chiếu"), (19, "Số chứng chỉ"),
    ] {
      var desk = second()
      desk.press(String(repeating: "<Down>", count: downs))
      #expect(desk.field == label, "\(desk.text)")
      desk.press("<F3>")
      #expect(desk.footer.contains("không lặp lại"), "\(label): \(desk.text)")
      #expect(desk.field == label, "\(desk.text)")
    }
  }

  @Test func theRestOfTheRecordLeavesOutWhatNamesOnePerson() {
    var desk = second()
    desk.press("Lao động mẫu Bình<Tab>")
    let beeps = desk.beeps
    desk.press("<F5>")
    for text in ["010204000901", "05/07/2004", "0912345678", "CC01"] {
      #expect(!desk.text.contains(text), "\(text): \(desk.text)")
    }
    #expect(desk.text.contains("Nhật Bản") && desk.text.contains("01/06/2024"), "\(desk.text)")
    #expect(desk.text.contains("Mông"), "what people share is repeated: \(desk.text)")
    #expect(desk.beeps == beeps + 1)
    #expect(desk.footer.contains("không lặp lại"), "\(desk.text)")
    #expect(desk.field == "Số định danh", "the first of them is what comes next: \(desk.text)")
    #expect(!desk.message.contains("Chặn"), "nobody has been there yet: \(desk.text)")
    desk.press("010204000902")
    #expect(desk.field == "Ngày sinh", "and it goes on by itself: \(desk.text)")
  }

  @Test func theRestGoesToTheNextNumberThatIsMissing() {
    var desk = second()
    desk.press("Lao động mẫu Bình<Tab>0102040009020607<Tab><Tab><Tab><F5>")
    #expect(desk.field == "Điện thoại", "\(desk.text)")
    #expect(desk.footer.contains("Điện thoại"), "\(desk.text)")
    desk.press("0912345679<F5>")
    #expect(desk.field == "Số chứng chỉ", "\(desk.text)")
    desk.press("CC02<F2>")
    let register = desk.state.context.register
    let numbers = register.records(.departure).map { register.text(Departure.orientationCertificate, $0) }
    #expect(numbers == ["CC01", "CC02"], "\(desk.text)")
  }

  @Test func sevenPeopleNeverShareOneCertificate() {
    var desk = second()
    for number in 2...7 {
      desk.press("Lao động mẫu \(number)<Tab>01020400090\(number)0607<Tab><F5><F7>bổ sung sau<Enter>")
    }
    let register = desk.state.context.register
    let numbers = register.records(.departure).compactMap {
      register.text(Departure.orientationCertificate, $0)
    }
    #expect(register.records(.departure).count == 7, "\(desk.text)")
    #expect(numbers == ["CC01"], "\(numbers)")
  }

  @Test func aBatchCarriesNothingThatNamesOnePerson() {
    let personal = DepartureForm.fields.filter(\.isPersonal).map(\.id)
    #expect(
      Set(personal) == [
        Worker.fullName.key, Worker.citizenId.key, Worker.birthDate.key, Worker.sex.key, Worker.phone.key,
        Worker.passport.key, Departure.orientationCertificate.key,
      ])
    #expect(Set(Batch.fields.map(\.key)).isDisjoint(with: personal))
  }

  @Test func aStarTypesItselfInNoFieldThatNamesOnePerson() {
    var desk = second()
    desk.press("*")
    #expect(desk.field == "Họ và tên" && !desk.text.contains("[" + "*"), "\(desk.text)")
  }
}
