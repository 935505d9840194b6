import Model
import Testing

@testable import App

/// Screens as words, one thing after the other.
@Suite("Plain lines")
struct LinearStoryTests {
  private func desk(_ keys: String, code: String = "10", role: Office.Role = .supervisor) -> Desk {
    var desk = Desk(Demo.context(code, role: role))
    desk.press(keys + "<^K>")
    return desk
  }

  @Test func aRowSaysEachCellBehindTheNameOfItsColumn() {
    let desk = desk("<F9>tien do<Enter>")
    #expect(desk.text.contains("Đơn vị: Bát Xát"), "\(desk.text)")
    let row = desk.state.linear.lines.first { $0.contains("Đơn vị: Bát Xát") } ?? ""
    #expect(row.contains("; Chỉ tiêu: ") && row.contains("; Đã đi: ") && row.contains("; T3: "), "\(row)")
  }

  @Test func aCrossTableHasAllItsColumns() {
    let desk = desk("<F9>phan to<Enter><S-Tab>")
    let row = desk.state.linear.lines.first { $0.hasPrefix(">") || $0.hasPrefix("▸") } ?? ""
    for child in Places.standard.children(of: Demo.unit("10")) {
      #expect(row.contains("\(Places.standard[child].name)"), "\(row)")
    }
  }

  @Test func nothingIsDrawnThatIsNoWord() {
    for keys in [
      "", "<F9>tien do<Enter>", "<F9>nhiem vu<Enter>", "<F9>bao cao ky<Enter>", "<F9>phan to<Enter>",
    ] {
      let text = desk(keys).state.linear.lines.joined(separator: "\n")
      #expect(!text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) }, "\(text)")
      #expect(!text.contains("  "), "what stands apart is parted by a sign: \(text)")
    }
  }

  @Test func allRowsAreThereAndTheCursorIsOnTheChosenOne() {
    var desk = desk("<F9>tien do<Enter>")
    let names = Places.standard.children(of: Demo.unit("10")).map { Places.standard[$0].name }
    for name in names {
      #expect(desk.state.linear.lines.contains { $0.contains("Đơn vị: \(name)") }, "\(name)")
    }
    for _ in 0..<6 {
      desk.press("<Down>")
      let linear = desk.state.linear
      #expect(linear.lines[linear.cursor.y].hasPrefix("▸") || linear.lines[linear.cursor.y].hasPrefix(">"))
      let frame = desk.state.frame()
      #expect(
        String(frame.text.split(separator: "\n", omittingEmptySubsequences: false)[frame.cursor.y]).hasPrefix(
          ">"))
    }
  }

  /// Where one is, and what was just said, stay in the window wherever the cursor is.
  @Test(arguments: ["<Home>", "<End>"])
  func theTitleAndWhatWasSaidStay(keys: String) {
    var desk = desk("<F9>nhap xuat<Enter>", code: "082")
    desk.press(keys + "S")
    let lines = desk.frame.text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("Nhập xuất cảnh") ?? false, "\(desk.frame.text)")
    #expect(lines.count <= 24 && desk.frame.cursor.y < 24)
    desk.press("<F9>tien do<Enter>" + keys + "T9/QĐ<Tab><Tab>10,20<F2>")
    #expect(desk.frame.text.contains("Giao chỉ tiêu"), "\(desk.frame.text)")
    #expect(
      desk.frame.text.split(separator: "\n").last?.hasPrefix("Phân bổ cộng lại") ?? false,
      "\(desk.frame.text)")
  }

  @Test func aFormIsOneFieldALineWithTheCursorBehindWhatWasTyped() {
    var desk = desk("<F9>nhap xuat<Enter>a", code: "02728", role: .clerk)
    desk.press("Lao động mẫu Ân")
    let linear = desk.state.linear
    #expect(linear.lines[linear.cursor.y] == "> Họ và tên: Lao động mẫu Ân")
    #expect(linear.cursor.x == Frame.width(of: linear.lines[linear.cursor.y]))
    desk.press("<Tab>010204000901")
    #expect(desk.state.linear.lines.contains { $0.hasPrefix("Số định danh: 010204000901") })
    desk.press("<^K>")
    #expect(desk.text.contains("[") && desk.text.contains("Ngày sinh"), "\(desk.text)")
  }

  /// Long lines go on below; nothing is cut off, in windows of any width.
  @Test(arguments: [20, 40, 80, 200])
  func longLinesGoOnBelow(width: Int) {
    let linear = desk("<F9>tien do<Enter>").state.linear
    let wrapped = linear.wrapped(width: width).lines
    #expect(wrapped.joined(separator: " ").filter { $0 != " " } == linear.lines.joined().filter { $0 != " " })
  }

  /// A tile is one line: its unit, its number, and what its letter stands for.
  @Test func theMapSaysEachUnitInOneLine() {
    var desk = desk("<F9>ban do<Enter>")
    let progress = Progress(desk.state.context.census, Scope(Demo.unit("10")), year: 2024)
    for row in progress.rows {
      let name = row.unit.map { Places.standard[$0].name } ?? ""
      let line = desk.state.linear.lines.first { $0.contains("\(name): ") } ?? ""
      #expect(line.contains("\(name): \(row.departures)/\(row.target ?? 0) ("), "\(line)")
      #expect(line.hasSuffix("%)"), "\(line)")
    }
    #expect(desk.state.linear.lines[desk.state.linear.cursor.y].hasPrefix("> Bát Xát: "))
    desk.press("<Right><Tab>")
    let line = desk.state.linear.lines[desk.state.linear.cursor.y]
    #expect(line.hasPrefix("> Mường Khương: ") && line.contains("của nơi nhiều nhất"), "\(line)")
  }

  @Test(arguments: PrintedScreen.allCases)
  func everyScreenThatIsNamedIsPrinted(screen: PrintedScreen) {
    for code in ["10", "02728"] {
      var context = Demo.context(code)
      context.isLinear = true
      #expect(screen.lines(context).count > 2, "\(screen) \(code): \(screen.lines(context))")
    }
  }

  @Test func aCrossTableAndTheMonthsOfTasksArePrinted() {
    var context = Demo.context("10")
    context.isLinear = true
    #expect(PrintedScreen.crossTable.lines(context).first?.contains("×") ?? false)
    #expect(PrintedScreen.taskMonths.lines(context) != PrintedScreen.tasks.lines(context))
  }
}
