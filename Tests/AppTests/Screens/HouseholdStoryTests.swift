import Testing

@testable import App
@testable import Model

private func review(_ count: Int) -> Desk {
  var desk = Desk(Households.context(count))
  desk.press("<F9>ra soat<Enter>")
  return desk
}

private func classes(_ desk: Desk, _ year: Int) -> [String?] {
  let register = desk.state.context.register
  return register.records(.household).map { register.reviewedClass($0, in: year) }
}

@Test func fiftyHouseholdsAreReviewedByFiftyKeys() {
  var desk = review(50)
  #expect(desk.text.contains("50 hộ, chưa rà soát 50 · năm 2024"), "\(desk.text)")
  let lines = desk.state.context.register.lineCount
  let keys = (0..<50).map { String($0 % 5 + 1) }
  desk.press(keys.joined())
  #expect(desk.text.contains("50 hộ, chưa rà soát 0"), "\(desk.text)")
  #expect(desk.state.context.register.lineCount == lines + 50, "each class is a line of its own")
  let wanted = keys.map { CodeList.householdClasses.code(at: (Int($0) ?? 1) - 1) }
  #expect(classes(desk, 2024) == wanted)
  #expect(classes(desk, 2023) == Array(repeating: "POOR", count: 50))
}

@Test func aKeyTooManyChangesNothing() {
  var desk = review(3)
  desk.press("1235")
  #expect(classes(desk, 2024) == ["POOR", "NEAR_POOR", "NEWLY_ESCAPED"])
  #expect(desk.text.contains("Đã rà soát hết"), "\(desk.text)")
  desk.press("<Up>5")
  #expect(classes(desk, 2024) == ["POOR", "OTHER", "NEWLY_ESCAPED"], "\(desk.text)")
}

@Test func whatEscapedByTheReviewCountsForTheTarget() {
  var desk = review(5)
  desk.press("12345")
  let t2 = Progress(desk.state.context.census, Scope(Demo.unit("082")), year: 2024).t2
  #expect(t2.part == Progress.Part(numerator: 4, denominator: 5))
  #expect(t2.toNearPoor == 1 && t2.notReviewed == 0)
}

@Test func aClassIsTakenBackAndTheCaretGoesToIt() {
  var desk = review(3)
  desk.press("12U")
  #expect(desk.text.contains("chưa rà soát 2"), "\(desk.text)")
  #expect(desk.text.contains("▸ h02"), "\(desk.text)")
  desk.press("3U")
  #expect(desk.text.contains("▸ h02"), "\(desk.text)")
  desk.press("U")
  #expect(desk.text.contains("chưa rà soát 3"), "\(desk.text)")
  #expect(desk.text.contains("▸ h01"), "\(desk.text)")
  #expect(classes(desk, 2023) == ["POOR", "POOR", "POOR"])
}

@Test func aWrongClassIsReplacedAndTheOldOneComesBack() {
  var desk = review(3)
  desk.press("11<Home>2")
  #expect(classes(desk, 2024) == ["NEAR_POOR", "POOR", nil])
  #expect(desk.text.contains("▸ h03"), "the caret goes to the next without a class: \(desk.text)")
  desk.press("U")
  #expect(classes(desk, 2024) == ["POOR", "POOR", nil])
}

@Test func aFailedSaveGoesBackToItsHousehold() {
  var desk = review(3)
  desk.world.refusal = Words("CHƯA LƯU: đĩa đầy", "NOT SAVED: disk full")
  desk.press("1")
  #expect(desk.text.contains("CHƯA LƯU: đĩa đầy"), "\(desk.text)")
  #expect(desk.text.contains("▸ h01"), "\(desk.text)")
  #expect(desk.text.contains("chưa rà soát 3"), "\(desk.text)")
}

@Test func theYearIsSwitchedAndTheYearBeforeStandsBeside() {
  var desk = review(2)
  desk.press("5")
  #expect(desk.text.contains("nghèo             khác"), "\(desk.text)")
  desk.press(",")
  #expect(desk.text.contains("chưa rà soát 0 · năm 2023"), "\(desk.text)")
  desk.press("..")
  #expect(desk.text.contains("năm 2024"), "nobody reviews next year: \(desk.text)")
}

@Test func aReaderReviewsNothing() {
  var context = Households.context(2)
  context.office.role = .reader
  var desk = Desk(context)
  desk.press("<F9>ra soat<Enter>1")
  #expect(desk.text.contains("Vai trò “chỉ xem”"), "\(desk.text)")
  #expect(classes(desk, 2024) == [nil, nil])
}

@Test func aHouseholdShowsItsPeopleAndItsClassByYear() {
  var desk = Desk(Households.context(3))
  desk.press("<F9>nhap xuat<Enter>jw")
  #expect(desk.text.contains("Hộ h02"), "\(desk.text)")
  #expect(desk.text.contains("1 người · 1 lượt"), "\(desk.text)")
  #expect(desk.text.contains("2023  nghèo"), "\(desk.text)")
  #expect(desk.text.contains("▸ 2024  ?"), "\(desk.text)")
  desk.press("2")
  #expect(desk.text.contains("▸ 2024  cận nghèo"), "\(desk.text)")
  desk.press("U")
  #expect(desk.text.contains("▸ 2024  ?"), "\(desk.text)")
}

@Test func anotherPersonOfTheHouseholdIsEnteredFromIt() {
  var desk = Desk(Households.context(2))
  desk.press("<F9>nhap xuat<Enter>waLao động mẫu Bình<Tab>010204000902")
  #expect(desk.text.contains("h01"), "the household is filled in: \(desk.text)")
}

@Test func aPersonMovesToAnotherHousehold() {
  var desk = Desk(Households.context(2))
  desk.press("<F9>nhap xuat<Enter>wE")
  #expect(desk.text.contains("▸ "), "\(desk.text)")
  desk.press("<^U>h02<F2>")
  let register = desk.state.context.register
  #expect(register.departures(ofHousehold: 0).isEmpty, "\(desk.text)")
  #expect(register.departures(ofHousehold: 1).count == 2, "\(desk.text)")
  desk.press("<Esc>jw")
  #expect(desk.text.contains("2 người · 2 lượt"), "\(desk.text)")
}
