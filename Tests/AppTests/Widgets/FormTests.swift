import Model
import Testing

@testable import App

@Test func aFormAtWorkLooksAsRecorded() throws {
  var form = Form.sample
  form.carry(["market": .code("JP"), "left": .day(.of(2024, 7, 5)), "months": .integer(36)])
  _ = form.press("Lao động mẫu 04<Tab>010204000104")
  form.setNote("sex", "từ số ID")
  form.set("sex", .code("M"))
  form.setProblems([
    "id": Problem(level: .warn, code: "W03", words: Words("tên khác trên hồ sơ", "another name"))
  ])
  _ = form.press("17092004<Tab><Tab>m")
  try expectGolden(Frame.drawn(80, 18) { form.draw(in: &$0, $0.bounds, .vi) }, "form-picker")
  _ = form.press("1")
  _ = form.press("<S-Tab><S-Tab><S-Tab><S-Tab>")
  try expectGolden(Frame.drawn(80, 18, .ascii) { form.draw(in: &$0, $0.bounds, .en) }, "form-warning-ascii")
}

@Test func aCompleteValidCodeMovesOnAndNeverBouncesForward() {
  var form = Form.sample
  _ = form.press("Lan<Tab>010204000104")
  #expect(form.focusID == "birth")
  _ = form.press("<S-Tab>")
  #expect(form.focusID == "id")
  _ = form.press("<BS>4")
  #expect(form.focusID == "id", "going back stays")
  #expect(form.press("5") == [.beep])
  #expect(form.text("id") == "010204000104")
  #expect(form.text("birth") == "")
}

@Test func aCompleteCodeThatIsNotInOrderStays() {
  var form = Form.sample
  _ = form.press("<Tab>000204000104")
  #expect(form.focusID == "id")
  let frame = Frame.drawn(80, 18) { form.draw(in: &$0, $0.bounds, .vi) }
  #expect(!frame.text.contains("undefined"))
  #expect(form.finish() == nil)
}

@Test func anExtraDigitOfAPastedCodeNeverSpills() {
  var form = Form.sample
  _ = form.press("<Tab>")
  let events = form.update(.text("0102040001049"))
  #expect(events.contains(.beep))
  #expect(form.text("id") == "010204000104")
  #expect(form.text("birth") == "")
}

@Test func enterOnTheLastFieldSaysHowToSaveAndSavesNothing() {
  var form = Form.sample
  form.focus(on: "note")
  #expect(form.press("<Enter><Enter>") == [.left("note"), .left("note")])
  #expect(form.focusID == "note")
  #expect(
    Frame.drawn(80, 18) { form.draw(in: &$0, $0.bounds, .vi) }.text.contains(
      "F2: lưu; F7: lưu, nhập người sau"))
  #expect(form.press("<F2>").last == .save)
}

@Test func aStarRepeatsTheFieldOfTheRecordBefore() {
  var form = Form.sample
  form.previous = ["people": .code("DAO"), "birth": .day(.of(2000, 1, 2))]
  form.focus(on: "birth")
  _ = form.press("*")
  #expect(form.value("birth") == .day(.of(2000, 1, 2)))
  #expect(form.focusID == "sex")
  #expect(form.press("*") == [.beep], "nothing is known of it")
  _ = form.press("<Tab>*")
  #expect(form.value("people") == .code("DAO"))
}

@Test func theQuickKeysAreTextWhereATextMayBeginWithThem() {
  var form = Form.sample
  form.focus(on: "note")
  #expect(form.press("+ họp").contains(.edited("note")))
  #expect(form.text("note") == "+ họp")
  form.focus(on: "left")
  _ = form.press("+3<Tab>")
  #expect(form.value("left") == .day(.of(2024, 10, 3)))
}

@Test func theQuickKeysAreTextOnceSomethingWasTyped() {
  var form = Form.sample
  form.previous = ["name": .text("Hoa")]
  _ = form.press("A*")
  #expect(form.text("name") == "A*")
  // Erased, it is as empty as before.
  _ = form.press("<BS><BS>*")
  #expect(form.text("name") == "Hoa")
}

@Test func plusSavesAndSlashSkipsTheGroup() {
  var form = Form.sample
  #expect(form.press("+") == [.left("name"), .saveAndNext])
  #expect(form.press("/") == [.left("name")])
  #expect(form.focusID == "market")
  _ = form.press("<F6>")
  #expect(form.focusID == "note")
}

@Test func oneKeyRepeatsTheRest() {
  var form = Form.sample
  form.previous = [
    "market": .code("TW"), "left": .day(.of(2024, 7, 5)), "name": .text("Hoa"), "months": .integer(36),
  ]
  _ = form.press("Lan<Tab><F5>")
  #expect(form.values["name"] == .text("Lan"))
  #expect(form.values["market"] == .code("TW") && form.values["months"] == .integer(36))
}

@Test func carriedFieldsAreSkippedShownApartAndOverriddenByOneKey() {
  var form = Form.sample
  form.carry(["market": .code("JP"), "left": .day(.of(2024, 7, 5)), "months": .integer(36)])
  form.focus(on: "passport")
  _ = form.press("<Tab>")
  #expect(form.focusID == "note")
  #expect(Frame.drawn(80, 18) { form.draw(in: &$0, $0.bounds, .vi) }.text.contains("(lô)"))
  _ = form.press("<Up>")
  #expect(form.focusID == "months")
  _ = form.press("<Up>0807<Tab>")
  #expect(form.value("left") == .day(.of(2024, 7, 8)))
  #expect(form.carried == ["market", "months"])
  #expect(form.isChanged)
}

@Test func typingOverAValueThatIsNoTextReplacesIt() {
  var form = Form.sample
  form.load(["months": .integer(36), "name": .text("Lan"), "id": .text("010204000104")])
  form.focus(on: "months")
  _ = form.press("12<Tab>")
  #expect(form.value("months") == .integer(12))
  form.focus(on: "name")
  _ = form.press(" Anh")
  #expect(form.text("name") == "Lan Anh")
  form.focus(on: "id")
  #expect(form.press("7") == [.beep])
}

@Test func saveIsRefusedOnTheFirstFieldThatIsNotInOrder() {
  var form = Form.sample
  form.focus(on: "left")
  _ = form.press("3102<F2>")
  #expect(form.finish() == nil)
  #expect(form.focusID == "name")
  _ = form.press("Lan")
  #expect(form.finish() == nil)
  #expect(form.focusID == "left")
  form.set("left", .none)
  #expect(form.finish() == ["name": .text("Lan")])
}

@Test func aBlockingRuleStopsAndAWarningDoesNot() {
  var form = Form.sample
  _ = form.press("Lan<Tab>")
  form.setProblems(["name": Problem(level: .block, code: "B02", words: Words("sai", "wrong"))])
  #expect(form.finish() == nil)
  form.setProblems(["name": Problem(level: .warn, code: "W02", words: Words("lạ", "odd"))])
  #expect(form.finish() != nil)
}

@Test func theRulesSentenceStandsBelowAndItsMarkBesideTheField() {
  var form = Form.sample
  _ = form.press("Lan<Tab><S-Tab>")
  form.setProblems(["name": Problem(level: .warn, code: "W02", words: Words("tên lạ", "odd name"))])
  let text = Frame.drawn(80, 18) { form.draw(in: &$0, $0.bounds, .vi) }.text
  #expect(text.contains(" Cảnh báo W02: tên lạ"))
  #expect(text.contains("] ?"))
  _ = form.press("g")
  #expect(!Frame.drawn(80, 18) { form.draw(in: &$0, $0.bounds, .vi) }.text.contains("W02"))
}

@Test func aDraftIsRestoredExactlyOnTheSameField() {
  var form = Form.sample
  form.carry(["market": .code("JP")])
  form.load(["name": .text("Hoa")])
  _ = form.press(" Mai<Tab>0102<Tab>17/9<Tab><Tab>mu")
  var other = Form.sample
  other.carry(["market": .code("JP")])
  other.load(["name": .text("Hoa")])
  other.restore(form.draft, focus: form.focusID)
  #expect(other.draft == form.draft)
  #expect(form.draft == ["name": "Hoa Mai", "id": "0102", "birth": "17/9", "people": "?mu"])
  #expect(other.focusID == "people")
  #expect(other.cells.map(\.text) == form.cells.map(\.text))
  #expect(other.base == form.base)
  let (one, two) = (form, other)
  let frames = [one, two].map { form in Frame.drawn(80, 18) { form.draw(in: &$0, $0.bounds, .vi) } }
  #expect(frames[0].text == frames[1].text)
}

@Test func escClosesTheCandidatesBeforeTheForm() {
  var form = Form.sample
  form.focus(on: "people")
  _ = form.press("m")
  #expect(form.update(.command(.cancel)) == [.edited("people")])
  #expect(form.text("people") == "")
  #expect(form.update(.command(.cancel)) == [.cancel])
}

@Test func theFocusedFieldIsAlwaysOnTheScreenWithTheCursorInIt() {
  for height in 1...20 {
    for width in [1, 2, 10, 40, 80, 200] {
      for field in Form.sampleFields {
        var form = Form.sample
        form.focus(on: field.id)
        let frame = Frame.drawn(width, height) { form.draw(in: &$0, $0.bounds, .vi) }
        #expect(frame.bounds.contains(frame.cursor), "\(width)×\(height) \(field.id)")
        if width >= 40 { #expect(frame.text.contains("▸"), "\(width)×\(height) \(field.id)") }
      }
    }
  }
}

@Test func aClickGoesToTheField() {
  var form = Form.sample
  let area = Rect(x: 0, y: 2, width: 80, height: 18)
  #expect(form.update(.click(Point(x: 60, y: 4)), area: area) == [.left("name")])
  #expect(form.focusID == "sex")
  #expect(form.update(.click(Point(x: 5, y: 19)), area: area) == [])
}

@Test func anInputMethodsBurstOverACarriedNameLosesNothing() {
  var form = Form.sample
  form.carry(["name": .text("Hoa")])
  form.focus(on: "name")
  _ = form.press("Nguye<BS>ê<BS>ễn<Tab>")
  #expect(form.text("name") == "Nguyễn")
}

@Test(arguments: [Language.vi, .en])
func everyLabelOfADepartureStandsWholeAndApartFromItsField(_ language: Language) {
  let fields = DepartureForm.fields
  var form = Form(fields, today: DemoProvince.today)
  for index in fields.indices {
    form.focus(on: fields[index].id)
    let text = Frame.drawn(80, 24) { form.draw(in: &$0, $0.bounds, language) }.text
    #expect(text.contains("▸ \(fields[index].label[language])"), "\(text)")
    #expect(text.split(separator: "\n").allSatisfy { !$0.contains(/[^ ]\[/) }, "\(text)")
  }
}
