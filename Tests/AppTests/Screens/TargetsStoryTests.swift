import Model
import Testing

@testable import App

/// A supervisor types what was decided.
@Suite("Targets are decided")
struct TargetsStoryTests {
  private func desk(_ code: String = "10") -> Desk {
    var desk = Desk(Demo.context(code, role: .supervisor))
    desk.press("<F9>tien do<Enter>T")
    return desk
  }

  private func progress(_ desk: Desk, _ code: String, _ period: Period = Period(year: 2024)) -> Progress {
    Progress(desk.state.context.census, Scope(Demo.unit(code)), period)
  }

  @Test func aFurtherVersionIsInForceAndTheFormerOnesAreShown() {
    var desk = desk()
    let before = progress(desk, "082")
    desk.press("12/QĐ-UBND<Tab><^U>240<Tab>10,20,30,40<F2>")
    #expect(
      desk.text.contains("Phân bổ cộng lại"), "shares that do not add up are told of once: \(desk.text)")
    desk.press("<F2>")
    #expect(desk.text.contains("Đã lưu chỉ tiêu năm 2024"), "\(desk.text)")
    let t1 = progress(desk, "10").t1
    // On 30 September three quarters are over: 60 percent of 240.
    #expect(t1.target == 240 && t1.expected == 144, "\(t1)")
    #expect(progress(desk, "082").t1.target == before.t1.target, "the shares stay as they were")
    #expect(progress(desk, "10", Period(year: 2024, months: 10...12)).t1.target == 96)
    desk.press("T")
    #expect(desk.text.contains("12/QĐ-UBND") && desk.text.contains("T1 · "), "\(desk.text)")
  }

  @Test func aDistrictSharesOutToItsCommunes() {
    var desk = desk("082")
    desk.press("3/QĐ<Tab>")
    let communes = Places.standard.children(of: Demo.unit("082"))
    desk.press("<^U>\(communes.count)" + communes.map { _ in "<Tab>1" }.joined() + "<F2>")
    #expect(desk.text.contains("Đã lưu chỉ tiêu năm 2024"), "\(desk.text)")
    let progress = progress(desk, "082")
    #expect(progress.t1.target == communes.count && progress.rows.allSatisfy { $0.target == 1 })
    #expect(self.progress(desk, "083").t1.target != nil, "other districts keep their shares")
  }

  @Test func aPhasingThatIsNoneIsRefused() {
    var desk = desk()
    desk.press("1/QĐ<Tab><Tab>10,20<F2>")
    #expect(desk.text.contains("cộng lại 100") && desk.text.contains("Giao chỉ tiêu"), "\(desk.text)")
  }

  @Test func aDecisionIsNeededAndWhoOnlyViewsDecidesNothing() {
    var desk = desk()
    desk.press("<Tab><^U>100<F2>")
    #expect(desk.text.contains("chưa nhập"), "\(desk.text)")
    var reader = Desk(Demo.context("10", role: .reader))
    reader.press("<F9>tien do<Enter>T")
    #expect(!reader.text.contains("Giao chỉ tiêu ›"), "\(reader.text)")
  }

  @Test func percentsOfTheOtherTargetsAreDecidedToo() {
    var desk = desk()
    desk.press("9/QĐ<Tab><Tab><Tab><^U>45<F2>")
    if desk.text.contains("Phân bổ cộng lại") { desk.press("<F2>") }
    #expect(progress(desk, "10").t2.target == 45, "\(desk.text)")
    #expect(desk.state.context.register.decidedTargets("T1", year: 2024).last?.decision != "9/QĐ")
  }

  @Test func sharesOfOtherPlacesAreNotDecidedAnewWithAnotherTarget() {
    var desk = desk()
    let before = desk.state.context.register.decidedTargets("T1", year: 2024).count
    desk.press("Z9/QĐ<Tab><Tab><Tab><^U>45<F2>")
    if desk.text.contains("Phân bổ cộng lại") { desk.press("<F2>") }
    #expect(progress(desk, "10").t2.target == 45, "\(desk.text)")
    #expect(desk.state.context.register.decidedTargets("T1", year: 2024).count == before)
  }

  @Test func sharesAreKnownByOtherPlacesToo() throws {
    var desk = desk()
    let shares = #/đã phân bổ (\d+)/#
    let sum = try #require(desk.text.firstMatch(of: shares)?.1)
    #expect(sum != "0", "\(desk.text)")
    desk.press("Z")
    #expect(
      desk.text.contains("địa danh 2024-11") && desk.text.firstMatch(of: shares)?.1 == sum, "\(desk.text)")
  }

  @Test func sharesAreDecidedForTheUnitsOfAnotherCatalogue() {
    var desk = desk()
    desk.press("ZZ")
    #expect(desk.text.contains("địa danh 2025 · năm 2024"), "\(desk.text)")
    let province = Places.standard.province(of: .y2025)
    let first = Places.standard.children(of: province).first { Places.standard[$0].isOfPlan }
    #expect(desk.text.contains(first.map { Places.standard[$0].name } ?? "?"), "\(desk.text)")
    desk.press("Z<Tab>Z")
    #expect(desk.text.contains("địa danh 2024-11"), "in a number it is a key too: \(desk.text)")
  }

  @Test func whatIsTypedIsNotLostToOtherPlacesAndALetterStaysALetter() {
    var desk = desk()
    desk.press("12/QZ")
    #expect(desk.text.contains("12/QZ"), "\(desk.text)")
    desk.press("<Tab>Z")
    #expect(desk.text.contains("F2 lưu, rồi Z đổi địa danh") && desk.text.contains("12/QZ"), "\(desk.text)")
  }
}
