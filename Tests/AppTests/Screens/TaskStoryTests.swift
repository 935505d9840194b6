import Model
import Testing

@testable import App

/// Tasks that a province sets itself, beside the plan's clauses.
@Suite("Tasks beside the plan")
struct TaskStoryTests {
  private func desk(_ keys: String = "", role: Office.Role = .supervisor) -> Desk {
    var desk = Desk(Demo.context("10", role: role))
    desk.press("<F9>nhiem vu<Enter>" + keys)
    return desk
  }

  @Test func aTemplateFillsTheTaskWhichIsNeverShownAsThePlans() {
    var desk = desk("aban hanh ke hoach cua huyen<Enter>")
    #expect(desk.text.contains("Ban hành kế hoạch của huyện, xã"), "\(desk.text)")
    desk.press("<Tab><Tab><Tab>1<Tab>3110<F2>")
    #expect(desk.text.contains("Đã lưu nhiệm vụ bổ sung") || desk.text.contains("BS 1"), "\(desk.text)")
    desk.press("<End>")
    #expect(desk.text.contains("BS 1") && desk.text.contains("không phải văn bản kế hoạch"), "\(desk.text)")
    #expect(desk.text.contains("hạn 31/10/2024, còn 23 ngày làm việc"), "\(desk.text)")
    #expect(desk.text.contains("gắn T1"), "\(desk.text)")
    desk.press("u40<F2>")
    #expect(desk.text.contains("40%"), "\(desk.text)")
    desk.press("<End>d")
    #expect(!desk.text.contains("BS 1") || desk.text.contains("Đã xóa BS 1"), "\(desk.text)")
    #expect(desk.state.context.register.ownTasks.isEmpty)
    desk.press("U")
    #expect(desk.state.context.register.ownTasks.count == 1)
  }

  @Test func aClauseOfThePlanCannotBeDeleted() {
    var desk = desk("d")
    #expect(desk.text.contains("Mục của kế hoạch không xóa được"), "\(desk.text)")
    desk.press("<End>")
    #expect(!desk.text.contains("BS 1"))
  }

  @Test func aDeadlineIsCountedInWorkingDays() {
    var desk = desk("jjD10lv<Enter>")
    #expect(desk.text.contains("Hạn 14/10/2024"), "\(desk.text)")
    desk.press("5/QĐ<Enter>")
    #expect(desk.text.contains("còn 10 ngày làm việc"), "\(desk.text)")
  }

  /// The number is the list's, and neither the deadline nor the legend hides anything.
  @Test func theMonthsSayAboveWhatTheyShowAndHideNothing() {
    var desk = desk("jj<Tab>")
    let lines = desk.text.split(separator: "\n").map(String.init)
    #expect(lines[2].contains("Số: % cuối tháng, theo cơ quan chủ trì"), "\(desk.text)")
    let row = lines.first { $0.contains("▸") } ?? ""
    let percent = TaskProgress(desk.state.context.register, today: DemoProvince.today).percent("III.1.1") ?? 0
    #expect(row.contains(" \(percent)"), "\(row)")
    desk.press("D3009<Enter>5/QĐ<Enter>u90<F2>")
    let next = desk.text.split(separator: "\n").map(String.init).first { $0.contains("▸") } ?? ""
    #expect(next.contains("90H"), "\(desk.text)")
  }

  @Test func theMonthsOfAYearShowReportsDeadlinesAndWhatIsLate() {
    var desk = desk("jjD10lv<Enter>5/QĐ<Enter><Tab>")
    #expect(desk.text.contains("T12") && desk.text.contains("H: hạn"), "\(desk.text)")
    let row = desk.text.split(separator: "\n").first { $0.contains("▸") } ?? ""
    #expect(row.hasSuffix("H") || row.contains(" H "), "\(row)")
    desk.press(",")
    #expect(desk.text.contains("2023"), "\(desk.text)")
    desk.press("<Tab>")
    #expect(desk.text.contains("Chủ trì"), "\(desk.text)")
  }

  /// The list, the clause, the first screen, plain lines and the paper count a late clause alike.
  @Test func whatIsLateIsCountedAlikeEverywhere() {
    var desk = desk("jjD2008" + "24<Enter>5/QĐ<Enter>")
    let late = TaskDue(.of(2024, 8, 20), today: DemoProvince.today)
    #expect(desk.text.contains("20/08 \(late.mark)"), "\(desk.text)")
    #expect(desk.text.contains("hạn 20/08/2024, \(late.words.vi)"), "\(desk.text)")
    #expect(desk.state.linear.lines.contains { $0.contains("Hạn: 20/08, \(late.words.vi)") } == false)
    desk.press("<^K>")
    #expect(desk.state.linear.lines.contains { $0.contains("Hạn: 20/08, \(late.words.vi)") }, "\(desk.text)")
    desk.press("<^K>")
    let paper = DocumentRequest(.tasks, Demo.unit("10"), Period(year: 2024))
      .document(desk.state.context.census, isSynthetic: true)
    let text = TextRendering(width: 160) { Frame.width(of: $0) }.lines(paper).joined(separator: "\n")
    #expect(text.contains("20/08/2024 !") && text.contains("quá \(late.workingDays) "), "\(text)")
    desk.press("<F9>hom nay<Enter>")
    #expect(desk.text.contains(late.words.vi), "\(desk.text)")
  }
}
