import Model
import Testing

@testable import App

/// Every number on a screen of figures opens as many records as it says, in every period.
@Suite("A number opens what is behind it")
struct WalkedFiguresTests {
  /// How many records the list that is open holds, by its own title.
  private func listed(_ desk: Desk) -> Int? {
    guard let match = desk.text.firstMatch(of: #/(\d[\d.]*) (?:lượt|vụ|hộ)\b/#) else { return nil }
    return Int(match.1.filter(\.isNumber))
  }

  private static let periods = ["", ">", ">>", ">>>", "Q", ">>Q", "<,", ","].map { $0 }
  private static let units = ["10", "082", "085", "02728"]

  /// Opens what is chosen, reads how many there are, and comes back to the same place.
  private func opened(_ desk: inout Desk) -> Int? {
    let before = desk.text
    desk.press("<Enter>")
    let count =
      desk.text.contains("Không có lượt nào") || desk.text.contains("Không có vụ việc nào") ? 0 : listed(desk)
    desk.press("<Esc>")
    #expect(desk.text == before, "back to the same cell")
    return count
  }

  @Test(arguments: units, periods)
  func ofTheTargetsAndTheUnitsBelow(code: String, keys: String) {
    var desk = Desk(Demo.context(code, role: .supervisor))
    desk.press("<F9>tien do<Enter>" + keys)
    let periods = [
      "": "2024", ">": "2024-H2", ">>": "2024-Q3", ">>>": "2024-09", "Q": "2024S", ">>Q": "2024-Q3S",
    ]
    let period = periods[keys].flatMap(Period.init(code:)) ?? Period(year: 2023)
    let progress = Progress(desk.state.context.census, Scope(Demo.unit(code)), period)
    desk.press("<Home>")
    let missing = progress.t3.denominator - progress.t3.numerator
    let expected = [
      progress.t1.achieved - progress.t1.fromCounts, progress.t2.part.denominator,
      missing > 0 ? missing : progress.t3.numerator, progress.t4.reduce(0) { $0 + $1.open + $1.closed },
    ]
    for (index, number) in expected.enumerated() {
      #expect(opened(&desk) == number, "T\(index + 1) of \(code) in \(period.code)")
      desk.press("<Down>")
    }
    // The other numbers of each target, one Tab after the other.
    let (t1, t2, t3) = (progress.t1, progress.t2, progress.t3)
    let others: [[Int]] = [
      [t1.pipeline], [t2.part.numerator, t2.toNearPoor, t2.notReviewed, t2.areaUnknown],
      missing > 0 ? [t3.numerator] : [],
      progress.t4.flatMap { cases in
        let all = cases.open + cases.closed
        return all == 0 ? [] : cases.open > 0 && cases.closed > 0 ? [all, cases.open] : [all]
      },
    ]
    for (index, numbers) in others.enumerated() {
      var desk = Desk(Demo.context(code, role: .supervisor))
      desk.press("<F9>tien do<Enter>" + keys + "<Home>" + String(repeating: "<Down>", count: index))
      for number in numbers {
        desk.press("<Tab>")
        #expect(opened(&desk) == number, "T\(index + 1) of \(code) in \(period.code): \(desk.text)")
      }
    }
    for (opening, part): (Int, @Sendable (Progress.Row) -> Int) in [
      (1, { $0.departures - $0.fromCounts }), (2, { $0.poverty.denominator }),
      (3, { $0.poverty.numerator }), (4, { $0.training.denominator - $0.training.numerator }),
      (5, { $0.training.numerator }),
    ] where !progress.rows.isEmpty {
      var desk = Desk(Demo.context(code, role: .supervisor))
      desk.press("<F9>tien do<Enter>" + keys + String(repeating: "<Tab>", count: opening))
      for row in progress.rows where row.unit != nil {
        #expect(opened(&desk) == part(row), "\(opening) of \(String(describing: row.unit)) in \(period.code)")
        desk.press("<Down>")
      }
    }
  }

  @Test(arguments: ["10", "082"], ["", ">>", ">>>", "Q"])
  func ofTheMap(code: String, keys: String) {
    var desk = Desk(Demo.context(code, role: .supervisor))
    desk.press("<F9>tien do<Enter>" + keys + "O")
    for figure in 0..<4 {
      for _ in 0..<Places.standard.children(of: Demo.unit(code)).count {
        let line = desk.state.frame().cursor
        let text = desk.text.split(separator: "\n", omittingEmptySubsequences: false)[line.y + 1]
        let cell = text.dropFirst(line.x).split(separator: " ").first.map(String.init) ?? ""
        let parts = cell.split(separator: "/").compactMap { Int($0) }
        let number =
          switch (figure, parts.count) {
          case (0, 2), (_, 1): parts[0]
          case (2, 2): parts[1]
          case (3, 2): parts[0] < parts[1] ? parts[1] - parts[0] : parts[0]
          default: 0
          }
        #expect(opened(&desk) == number, "figure \(figure), “\(cell)”: \(desk.text)")
        desk.press("<Right>")
      }
      desk.press(String(repeating: "<Left>", count: 60) + "<Tab>")
    }
  }

  /// The rows, the columns and the sums of tables by one thing and by two.
  @Test(arguments: ["10", "082"], ["", ">>", "Q"])
  func ofBreakdowns(code: String, keys: String) {
    for across in 0..<3 {
      for rows in 0..<11 {
        var desk = Desk(Demo.context(code, role: .supervisor))
        desk.press("<F9>phan to<Enter>" + keys + String(repeating: "<S-Tab>", count: across))
        desk.press(String(repeating: "<Tab>", count: rows) + "<End>")
        if across == 0 {
          let former = desk.text.split(separator: "\n").first { $0.contains("Tổng cộng") }?
            .split(separator: " ").compactMap { Int($0) }.dropFirst().first
          desk.press("]")
          #expect(opened(&desk) == former, "\(desk.text)")
          desk.press("[")
        }
        guard let sum = desk.text.split(separator: "\n").first(where: { $0.contains("Tổng cộng") }) else {
          continue
        }
        let numbers = sum.split(separator: " ").compactMap { Int($0) }
        #expect(opened(&desk) == (across == 0 ? numbers.first : numbers.last), "\(desk.text)")
        desk.press("<Home>")
        let row = desk.state.frame().cursor.y
        let line = desk.text.split(separator: "\n", omittingEmptySubsequences: false)[row]
        let cells = line.split(separator: " ").filter { Int($0) != nil || $0 == "·" }
        guard
          let shown = across == 0
            ? line.firstMatch(of: #/ (\d+) +\d+,\d%/#).flatMap({ Int($0.1) })
            : cells.last.map({ Int($0) ?? 0 })
        else { continue }
        #expect(opened(&desk) == shown, "\(desk.text)")
      }
    }
  }

  /// The months of a grid whose records are counted.
  @Test func ofTheMonthGrid() {
    var desk = Desk(Demo.context("02728", role: .supervisor))
    desk.press("<F9>bang theo<Enter>")
    let grid = CountsGrid(desk.state.context.census, Demo.unit("02728"), year: 2024)
    for month in 0..<9 {
      let cell = grid.cells[0][month]
      #expect(opened(&desk) == cell.value - cell.unrecorded, "month \(month + 1)")
      desk.press("<Tab>")
    }
  }
}
