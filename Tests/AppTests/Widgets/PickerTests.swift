import Model
import Testing

@testable import App

private func labels(_ query: String, _ list: ChoiceList = .peoples) -> [String] {
  list.matches(query).map { list.choices[$0].label }
}

@Test func anEmptyQueryShowsTheMostUsedFirst() {
  #expect(labels("").prefix(4) == ["Mông", "Dao", "Tày", "Giáy"])
}

@Test func unmarkedLettersNarrow() {
  #expect(labels("m") == ["Mông", "Mường", "Mảng", "Mnông"])
  #expect(labels("mu") == ["Mường"])
  #expect(labels("Đ", ChoiceList([Choice("TW", "Đài Loan")])) == ["Đài Loan"])
}

@Test func marksThatWereTypedComeFirst() {
  let list = ChoiceList([Choice("A", "Mông"), Choice("B", "Mống"), Choice("C", "Mộng")])
  #expect(labels("mố", list).first == "Mống")
  #expect(labels("mo", list) == ["Mông", "Mống", "Mộng"])
}

@Test func initialsLaterWordsFormerNamesAndCodesFindToo() {
  #expect(labels("mh", .communes) == ["Mường Hum"])
  #expect(labels("hum", .communes) == ["Mường Hum"])
  #expect(labels("meo") == ["Mông"])
  #expect(labels("027", .communes).count == 4)
  #expect(labels("02728", .communes) == ["Mường Hum"])
  #expect(labels("kinh") == ["Kinh"])
  #expect(labels("zzz") == [])
}

@Test func aQueryThatBeginsWithZeroIsACode() {
  var picker = Picker(.communes)
  for digit in "02740" { #expect(picker.insert(Typed(String(digit))) == .typed) }
  picker.accept()
  #expect(picker.code == "02740")
}

@Test func aDigitChoosesAmongThoseShown() {
  var picker = Picker(.peoples)
  #expect(picker.insert("m") == .typed)
  #expect(picker.insert("2") == .chosen)
  #expect(picker.code == "MUONG")
  var other = Picker(.peoples)
  #expect(other.insert("1") == .chosen)
  #expect(other.code == "MONG")
}

@Test func aDigitWithoutACandidateIsRefused() {
  var picker = Picker(.peoples)
  _ = picker.insert("m")
  #expect(picker.insert("5") == .refused)
  #expect(picker.text == "m")
}

@Test func digitsChooseFromTheShownPage() {
  var picker = Picker(ChoiceList((1...30).map { Choice("C\($0)", "Xã mẫu \($0)") }))
  #expect(picker.handle(.pageDown) == true)
  #expect(picker.handle(.pageDown) == true)
  #expect(picker.shown.count == 9)
  #expect(picker.insert("2") == .chosen)
  #expect(picker.code == "C11")
}

@Test func theArrowsMoveOnlyWhileItIsOpen() {
  var picker = Picker(.peoples)
  #expect(picker.handle(.down) == false)
  _ = picker.insert("m")
  #expect(picker.handle(.down) == true)
  picker.accept()
  #expect(picker.code == "MUONG")
}

@Test func anExactTextLeftAloneStays() {
  var picker = Picker(.communes)
  _ = picker.insert("Mường Vi")
  picker.accept()
  #expect(picker.code == "02740")
  picker.accept()
  #expect(picker.code == "02740")
}

@Test func goingPastAnEmptyPickerChoosesNothing() {
  var picker = Picker(.peoples)
  picker.accept()
  picker.leave()
  #expect(picker.code == nil && picker.isEmpty && picker.reading == nil)
}

@Test func goingBackTakesOnlyWhatIsCertain() {
  var picker = Picker(.peoples)
  _ = picker.insert("m")
  picker.leave()
  #expect(picker.code == nil)
  guard case .failure? = picker.reading else {
    Issue.record("an open question is a problem")
    return
  }
  _ = picker.insert("u")
  picker.leave()
  #expect(picker.code == "MUONG")
}

@Test func typingOverAChoiceSearchesAnewAndEscBringsItBack() {
  var picker = Picker(.peoples, code: "DAO")
  _ = picker.insert("t")
  #expect(picker.code == nil && picker.text == "t")
  #expect(picker.handle(.cancel) == true)
  #expect(picker.code == "DAO")
  #expect(picker.handle(.cancel) == false)
}

@Test func inputMethodsSearchAsWell() {
  var picker = Picker(.peoples)
  for text in ["M", "u", "o"] { _ = picker.insert(Typed(text)) }
  _ = picker.handle(.eraseBack)
  _ = picker.handle(.eraseBack)
  for text in ["ư", "ờ", "n", "g"] { _ = picker.insert(Typed(text)) }
  picker.accept()
  #expect(picker.code == "MUONG")
}

@Test func aDraftOfASearchOrAChoiceIsRestored() {
  var picker = Picker(.peoples)
  _ = picker.insert("mu")
  var other = Picker(.peoples)
  other.restore(draft: picker.draft)
  #expect(other.text == "mu" && other.candidates == picker.candidates)
  other.restore(draft: "=DAO")
  #expect(other.code == "DAO")
}

@Test func aDraftThatBeginsWithALoneMarkIsRestored() {
  var picker = Picker(.peoples)
  _ = picker.insert("\u{301}m")
  var other = Picker(.peoples)
  other.restore(draft: picker.draft)
  #expect(Array(other.text.unicodeScalars) == ["\u{301}", "m"])
}

@Test func candidatesStandInNumberedColumns() {
  var picker = Picker(.peoples)
  _ = picker.insert("m")
  let frame = Frame.drawn(60, 3) { picker.shownCandidates.draw(in: &$0, $0.bounds) }
  #expect(frame.text == "▸1 Mông         2 Mường        3 Mảng         4 Mnông\n\n\n")
  let narrow = Frame.drawn(20, 2) { picker.shownCandidates.draw(in: &$0, $0.bounds) }
  #expect(narrow.text.contains("4 Mnông"))
}

@Test func tenThousandChoicesNarrowWithoutAWait() {
  let list = ChoiceList(
    (0..<10_000).map { Choice("\($0)", "Thôn mẫu \($0) Mường \($0 % 97)", weight: $0 % 7) })
  var picker = Picker(list)
  let clock = ContinuousClock()
  let spent = clock.measure { for letter in ["m", "u", "o", "n", "g"] { _ = picker.insert(Typed(letter)) } }
  #expect(picker.candidates.count == 10_000)
  #expect(spent < .seconds(5), "five letters took \(spent) even without optimisation")
}

@Test func aDigitShowsTheListFirst() {
  var picker = Picker(.peoples)
  _ = picker.insert("1")
  let chosen = picker.code
  #expect(chosen != nil)
  #expect(picker.insert("2") == .refused && picker.code == chosen && picker.isOpen)
  #expect(picker.insert("2") == .chosen && picker.code != chosen)
}
