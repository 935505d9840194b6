import Model
import Testing

@testable import App

/// Presses keys, `\u{8}` for a backspace, with the built-in input method on.
private func type(_ keys: String, into field: inout TextField, by method: InputMethod? = .telex) {
  for scalar in keys.unicodeScalars {
    if scalar == "\u{8}" {
      _ = field.handle(.eraseBack)
    } else {
      _ = field.insert(Typed(String(Character(scalar)), by: method))
    }
  }
}

private func typed(_ keys: String, by method: InputMethod = .telex, limit: Int = 80) -> TextField {
  var field = TextField(limit: limit)
  type(keys, into: &field, by: method)
  return field
}

@Test(arguments: [
  ("Lao ddoongj maaux 04", "Lao động mẫu 04"), ("nguyeenx thij hoaf", "nguyễn thị hòa"),
  ("Cty Google, Ly Sow", "Cty Google, Ly Sơ"), ("tees", "tế"), ("law mowis", "law mới"),
  ("QDD-UBND", "QĐ-UBND"), ("tieens\u{8}\u{8}nhs", "tính"), ("tieng\u{8}\u{8}es", "tiế"),
])
func telexIsWrittenInATextField(keys: String, shown: String) { #expect(typed(keys).text == shown) }

@Test(arguments: [
  ("Lao d9o6ng5 ma6u4 04", "Lao động mẫu 04"), ("nguye6n4 thi5 hoa2", "nguyễn thị hòa"),
  ("12A1 so61 5", "12A1 số 5"),
])
func vniIsWrittenInATextField(keys: String, shown: String) {
  #expect(typed(keys, by: .vni).text == shown)
}

@Test func aBackspaceTakesALetterAndTypingGoesOnFromWhatStands() {
  #expect(typed("tieengs\u{8}").text == "tiến")
  #expect(typed("tieengs\u{8}g").text == "tiếng")
  #expect(typed("hoaf\u{8}a").text == "hòa")
  #expect(typed("hoaf\u{8}\u{8}\u{8}\u{8}\u{8}as").text == "á")
}

@Test func aWordThatBecameNoSyllableComesBackAtItsEnd() {
  var field = typed("law")
  #expect(field.text == "lă")
  #expect(field.keys == "law")
  field.leave()
  #expect(field.text == "law")
  field = typed("law ")
  #expect(field.text == "law ")
  field = typed("law")
  _ = field.handle(.lineStart)
  #expect(field.text == "law")
}

@Test func theRestOfAWordBehindTheCaretIsLetAlone() {
  var field = TextField("ng")
  _ = field.handle(.lineStart)
  type("tiees", into: &field)
  #expect(field.text == "tiếng")
  field.leave()
  #expect(field.text == "tiếng")
}

@Test func whatIsPastedIsNeverComposed() {
  var field = TextField()
  #expect(field.insert("tieengs") == true)
  #expect(field.text == "tieengs")
}

@Test func marksTypedIntoAStandingWordChangeIt() {
  var field = TextField("Nguyên")
  type("x", into: &field)
  #expect(field.text == "Nguyễn")
}

/// An outside input method may be on as well: what it sends by itself is left to it.
@Test(arguments: ["Nguye\u{8}ê\u{8}ễn", "Nguyen\u{8}\u{8}ễn", "Nguye\u{302}\u{8}\u{302}\u{303}n"])
func anOutsideInputMethodGoesOnWorking(sent: String) {
  for method in InputMethod.allCases {
    var field = typed(sent, by: method)
    field.leave()
    #expect(Array(field.text.utf8) == Array("Nguyễn".utf8))
  }
}

@Test func aSwitchInAWordLeavesWhatStands() {
  var field = typed("tieen")
  type("1", into: &field, by: .vni)
  #expect(field.text == "tiến")
  type("s", into: &field, by: nil)
  #expect(field.text == "tiếns")
}

@Test func aMarkNeedsNoRoomAndALetterThatHasNoneIsRefused() {
  var field = typed("tien", limit: 4)
  type("es", into: &field)
  #expect(field.text == "tiến")
  #expect(field.insert(Typed("g", by: .telex)) == false)
  #expect(field.text == "tiến")
  type("z", into: &field)
  #expect(field.text == "tiên")
}

@Test(arguments: [Alphabet.ascii, .digits, .date])
func codesAndDatesAreNeverComposed(alphabet: Alphabet) {
  for method in InputMethod.allCases {
    var field = TextField(limit: 20, alphabet: alphabet)
    var plain = TextField(limit: 20, alphabet: alphabet)
    type("a1s2d9dd", into: &field, by: method)
    type("a1s2d9dd", into: &plain, by: nil)
    #expect(field.text == plain.text)
  }
}

@Test func aPickerFindsWhatIsMeantWithMarksAndWithout() {
  let list = ChoiceList([Choice("JP", "Nhật Bản"), Choice("AMS", "A Mú Sung"), Choice("AR", "Áo")])
  func found(_ keys: String, by method: InputMethod) -> [String] {
    var picker = Picker(list)
    for key in keys { _ = picker.insert(Typed(String(key), by: method)) }
    return picker.candidates.map { list.choices[$0].code }
  }
  #expect(found("nhaajt", by: .telex) == ["JP"])
  #expect(found("nhat", by: .telex) == ["JP"])
  #expect(found("ams", by: .telex).first == "AMS")
  #expect(found("aso", by: .telex) == ["AR"])
  var picker = Picker(list)
  _ = picker.insert(Typed("n", by: .vni))
  #expect(picker.insert(Typed("1", by: .vni)) == .chosen)
}

@Test func f8GoesFromOffToTelexToVNIAndIsRemembered() {
  var pilot = Pilot(FormScreen())
  #expect(!pilot.text.contains("Telex"))
  pilot.press("<F8>")
  #expect(pilot.notice == "Bộ gõ có sẵn: Telex")
  pilot.press("ddoongj")
  #expect(pilot.text.contains("động"), "\(pilot.text)")
  #expect(pilot.text.split(separator: "\n").last?.hasSuffix("F8 Telex") == true, "\(pilot.text)")
  pilot.press("<^T> ma6u4<F8> as")
  #expect(pilot.text.contains("động mẫu as"), "\(pilot.text)")
  #expect(!pilot.text.contains("F8 VNI"))
  let kept = pilot.effects.filter { if case .keepInputMethod = $0 { true } else { false } }
  #expect(kept == [.keepInputMethod(.telex), .keepInputMethod(.vni), .keepInputMethod(nil)])
}
