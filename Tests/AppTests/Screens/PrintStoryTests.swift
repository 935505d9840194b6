import Model
import Testing

@testable import App

private func desk(_ place: String, _ keys: String, role: Office.Role = .supervisor) -> Desk {
  var desk = Desk(Demo.context(place, role: role))
  desk.press(keys)
  return desk
}

@Test func theFiguresShownArePrintedForThePeriodThatIsTyped() {
  var desk = desk("082", "<F9>tien do<Enter>p")
  #expect(desk.text.contains("In kỳ nào?") && desk.text.contains("Enter: tháng 9/2024"), "\(desk.text)")
  desk.press("13<Enter>")
  #expect(desk.beeps == 1 && desk.text.contains("Kỳ viết như"), "\(desk.text)")
  desk.press("<^U>h1<Enter>")
  #expect(desk.text.contains("6 tháng đầu năm 2024"), "\(desk.text)")
  desk.press("/lũy kế từ<Enter>")
  let figures = PeriodFigures(
    desk.state.context.census, Demo.unit("082"), Period(year: 2024, months: 1...6))
  #expect(desk.text.contains("Lũy kế từ đầu năm \(figures.toDate)/"), "\(desk.text)")
  desk.press("<Esc>")
  #expect(desk.text.contains("T1 Lao động xuất cảnh") && !desk.text.contains("In kỳ nào?"), "\(desk.text)")
}

@Test func enterTakesThePeriodThatHasJustEnded() {
  var desk = desk("082", "<F9>tien do<Enter>p<Enter>")
  #expect(desk.text.contains("tháng 9 năm 2024"), "\(desk.text)")
  desk.press("<Esc>,p<Enter>")
  #expect(desk.text.contains("In › Báo cáo kỳ › Bát Xát") || desk.text.contains("năm 2023"), "\(desk.text)")
  desk.press("<Esc>..p<Enter>")
  #expect(desk.text.contains("chưa bắt đầu"), "\(desk.text)")
}

@Test func eachListPrintsItsOwnPaper() {
  for (place, keys, words) in [
    ("082", "<F9>bao cao ky<Enter>p", "Tình hình báo cáo kỳ của các xã"),
    ("02728", "<F9>bao cao ky<Enter><Home><Down>p", "tháng 2 năm 2024"),
    ("082", "<F9>tien do<Enter><Home><Enter>p", "Danh sách người lao động"),
    ("10", "<F9>nhiem vu<Enter>p<Enter>", "Tiến độ thực hiện nhiệm vụ"),
  ] {
    let desk = desk(place, keys)
    #expect(desk.text.contains(words), "\(desk.text)")
    #expect(desk.text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "\(desk.text)")
  }
}

@Test func whatIsShownIsWrittenAndTheNoticeSaysWhere() throws {
  var desk = desk("082", "<F9>tien do<Enter><Home><Enter>p")
  desk.press("X")
  let document = try #require(desk.world.exported.last)
  #expect(document.fileName == "workers-082-2024" && document.isSynthetic)
  #expect(desk.text.contains("Đã ghi /home/mau/lenduong/workers-082-2024.html"), "\(desk.text)")
  #expect(HTMLRendering(document).text.contains("010•••••"))
  desk.press("vX")
  let whole = try #require(desk.world.exported.last)
  #expect(!HTMLRendering(whole).text.contains("010•••••"))
}

@Test func aLongPaperIsReadByTheKeysOfAList() {
  var desk = desk("10", "<F9>bao cao ky<Enter>p")
  let first = desk.text
  desk.press("<PgDn>")
  #expect(desk.text != first && !desk.text.contains("Độc lập"))
  desk.press("<End>")
  #expect(desk.text.contains("CHỦ TỊCH") && desk.text.contains("Mã số liệu"), "\(desk.text)")
  desk.press("<Home>")
  #expect(desk.text == first)
  desk.press("jk")
  #expect(desk.text == first)
}

@Test func whoLooksOnlyMayPrint() {
  var desk = desk("082", "<F9>tien do<Enter>p<Enter>X", role: .reader)
  #expect(desk.world.exported.count == 1, "\(desk.text)")
  desk.press("<Esc>")
  #expect(desk.text.contains("T1 Lao động xuất cảnh"))
}

@Test func theFirstScreenPrintsMyOwnReport() {
  var desk = desk("082", "ph1")
  #expect(desk.text.contains("In kỳ nào?") && desk.text.contains("Hôm nay"), "\(desk.text)")
  desk.press("<Enter>")
  #expect(
    desk.text.contains("In › Báo cáo kỳ › Bát Xát") && desk.text.contains("6 tháng đầu năm 2024"),
    "\(desk.text)")
  desk.press("<Esc>p<Esc>")
  #expect(desk.text.contains("Hôm nay") && !desk.text.contains("In kỳ nào?"), "\(desk.text)")
}
