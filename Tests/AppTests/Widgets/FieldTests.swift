import Model
import Testing

@testable import App

private let today = Day.of(2024, 9, 30)

@Test(arguments: [("0507", "05/07/2024"), ("5/7", "05/07/2024"), ("h", "30/09/2024"), ("-2", "28/09/2024")])
func aDateIsShownInFullOnceLeft(typed: String, shown: String) {
  var field = DateField(meaning: .past, today: today)
  _ = field.insert(Typed(typed))
  #expect(field.field.text == typed)
  field.leave()
  #expect(field.field.text == shown)
}

@Test func anImpossibleDateStaysAsTypedAndSaysWhy() throws {
  var field = DateField(meaning: .past, today: today)
  _ = field.insert("3102")
  field.leave()
  #expect(field.field.text == "3102")
  #expect(field.day == nil)
  guard case .failure(let problem)? = field.reading else {
    Issue.record("no problem was found")
    return
  }
  #expect(problem.level == .block && !problem.words.vi.isEmpty && !problem.words.en.isEmpty)
}

@Test func aKnownYearLeavesDayAndMonthToBeTyped() {
  var field = DateField(meaning: .birth, today: today)
  field.year = 2004
  _ = field.insert("1709")
  #expect(field.day == .of(2004, 9, 17))
}

@Test func numbersKeepToTheirRange() {
  var field = NumberField(in: 1...1200)
  _ = field.insert("1.200")
  #expect(field.number == 1200)
  field.leave()
  #expect(field.field.text == "1200")
  field.set("1201")
  #expect(field.number == nil)
  field.set("x")
  #expect(field.number == nil)
}

@Test func anExtraDigitOfACodeIsRefused() {
  var field = CodeField(length: 3)
  #expect(field.insert("012") == true)
  #expect(field.isComplete)
  #expect(field.insert("3") == false)
  #expect(field.field.text == "012")
}

@Test func anUnfinishedCodeIsAProblem() {
  var field = CodeField(length: 12)
  #expect(field.reading == nil)
  _ = field.insert("01")
  #expect(
    field.reading
      == .failure(Problem(level: .block, words: Words("mới có 2/12 chữ số", "only 2 of 12 digits"))))
}
