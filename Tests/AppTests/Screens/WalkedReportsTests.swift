import Testing

@testable import App
@testable import Model

/// The numbers of the report matrix, of a commune's months, of the month grid and of the first screen.
@Suite("A number of reports opens what is behind it")
struct WalkedReportsTests {
  private let year = 2024

  private func desk(_ code: String, _ keys: String, _ register: Register = Demo.register) -> Desk {
    var desk = Desk(Demo.context(code, register: register))
    desk.press(keys)
    return desk
  }

  /// Opens what is chosen, hands what it says, and comes back by Backspace to the same cell.
  private func opened(_ desk: inout Desk, by key: String = "<Enter>") -> String {
    let before = desk.frame
    desk.press(key)
    let text = desk.text
    #expect(text != before.text, "nothing opened: \(text)")
    desk.press("<BS>")
    #expect(desk.text == before.text && desk.frame.cursor == before.cursor, "back to the same cell")
    return text
  }

  private func count(_ text: String, of word: String) -> Int? {
    if text.contains("Không có lượt nào") || text.contains("Chưa có lượt nào") { return 0 }
    let number = text.firstMatch(of: #/(\d[\d.]*) (lượt|xã|cảnh báo|bản ghi)/#)
    return number.flatMap { $0.2 == word ? Int($0.1.filter(\.isNumber)) : nil }
  }

  @Test(arguments: [("10", "", Catalogue.y2023), ("082", "", .y2023), ("10", "ZZ", .y2025)])
  func ofTheMatrix(code: String, keys: String, catalogue: Catalogue) {
    let places = Places.standard
    let unit = catalogue == .y2023 ? Demo.unit(code) : places.province(of: catalogue)
    var desk = desk(code, "<F9>bao cao ky<Enter>" + keys + ",,,,,,,")
    let census = desk.state.context.census
    let matrix = ReportMatrix(census, unit, year: year)
    let grid = CountsGrid(census, unit, year: year)
    for month in catalogue == .y2023 ? Array(0..<12) : [0, 7, 8] {
      for _ in 0..<12 where !desk.text.contains("[\(month + 1)]") { desk.press(".") }
      desk.press("<Home>")
      for row in matrix.missingFirst(month: month) {
        guard let below = matrix.units[row] else { continue }
        let cell = matrix.cells[row][month]
        let text = opened(&desk)
        if places[below].level != .commune {
          let part = ReportMatrix(census, below, year: year)
          #expect(text.contains("[\(month + 1)]") && text.contains("› \(places[below].name)"), "\(text)")
          let missing = part.cells.reduce(0) { $0 + $1[month].missing }
          #expect(missing == cell.missing || month > 8, "\(places[below].name), \(month + 1)")
          #expect(part.cells.reduce(0) { $0 + $1[month].departures } == cell.departures)
          let tally = part.tally(month: month)
          #expect(text.contains("đã báo cáo \(tally.received)/\(tally.due)"), "\(text)")
        } else if cell.isMissingSeveral(matrix.periods[month], today: DemoProvince.today) {
          #expect(count(text, of: "xã") == cell.missing, "\(places[below].name): \(text)")
        } else {
          let recorded = cell.departures - grid.cells[row][month].unrecorded
          #expect(count(text, of: "lượt") == recorded, "\(places[below].name), \(month + 1): \(text)")
        }
        if month == 0 {
          let ofYear = matrix.total(row: row) - grid.cells[row].reduce(0) { $0 + $1.unrecorded }
          #expect(count(opened(&desk, by: "<Tab>"), of: "lượt") == ofYear, "\(places[below].name), the year")
        }
        desk.press("<Down>")
      }
    }
  }

  @Test(arguments: ["10", "082"])
  func ofTheYearInTheGrid(code: String) {
    let unit = Demo.unit(code)
    var desk = desk(code, "<F9>bang theo<Enter><Home>" + String(repeating: "<Tab>", count: 12))
    let grid = CountsGrid(desk.state.context.census, unit, year: year)
    for (row, below) in grid.units.enumerated() {
      #expect(desk.text.contains("Cả năm: \(grid.total(row: row)) lượt"), "\(desk.text)")
      let text = opened(&desk)
      if below.map({ Places.standard[$0].level }) == .commune {
        #expect(
          count(text, of: "lượt") == grid.total(row: row) - grid.cells[row].reduce(0) { $0 + $1.unrecorded })
      } else {
        #expect(text.contains("Cả năm:"), "\(text)")
      }
      desk.press("<Down>")
    }
    desk.press("5")
    #expect(desk.text.contains("Chỉ gõ số đếm cho tháng đã bắt đầu"))
  }

  @Test func ofACommunesMonths() {
    var desk = desk("02728", "<F9>bao cao ky<Enter><Home>")
    let matrix = ReportMatrix(desk.state.context.census, Demo.unit("02728"), year: year)
    for month in 0..<12 {
      #expect(count(opened(&desk), of: "lượt") == matrix.cells[0][month].departures, "month \(month + 1)")
      desk.press("<Down>")
    }
  }

  @Test(arguments: ["10", "082", "02728"])
  func ofTheFirstScreen(code: String) throws {
    var desk = desk(code, "")
    desk.send(.tick)
    let census = desk.state.context.census
    let progress = Progress(census, Scope(Demo.unit(code)), year: year)
    for expected in [
      progress.t1.achieved - progress.t1.fromCounts, progress.t1.pipeline, progress.t3.numerator,
    ] {
      desk.press("<Tab>")
      #expect(count(opened(&desk), of: "lượt") == expected)
    }
    desk.press("<Tab>")
    var seen: [String] = []
    for _ in 0..<12 {
      let line = String(desk.text.split(separator: "\n").first { $0.contains(" ▸ ") } ?? "")
      if seen.contains(line) { break }
      seen.append(line)
      if let missing = line.firstMatch(of: #/thiếu (\d+)/#).flatMap({ Int($0.1) }) {
        let text = opened(&desk)
        #expect(missing > 0 ? count(text, of: "xã") == missing : text.contains("Báo cáo kỳ"), "\(text)")
      } else if let left = line.firstMatch(of: #/· (\d+) lượt đi/#).flatMap({ Int($0.1) }) {
        // A commune's month: the number stands in the chosen line and opens its people from there.
        var inside = desk
        inside.press("<Enter>")
        #expect(count(opened(&inside), of: "lượt") == left, "\(line)")
      } else if let open = line.firstMatch(of: #/(\d+) chưa có lý do/#).flatMap({ Int($0.1) }) {
        #expect(opened(&desk).contains(" \(open) chưa có lý do"), "\(line)")
      } else if let days = line.firstMatch(of: #/quá (\d+) ngày · (\S+)/#) {
        #expect(opened(&desk).contains("▸"), "\(days.2)")
      }
      desk.press("<Down>")
    }
    #expect(seen.count > 4, "\(seen)")
  }

  /// The rows of a grid, those that cannot be told apart among them, and counts of a whole district.
  @Test func aCountOfADistrictStandsInItsOwnGrid() {
    let district = Demo.unit("082")
    var register = Register()
    register.anticipate(
      register.change(register.edits(counting: district, 3, of: year, as: 7, source: "báo cáo huyện")))
    var desk = desk("10", "<F9>bang theo<Enter><Tab><Tab>", register)
    while !(desk.text.split(separator: "\n").first { $0.contains("▸") } ?? "").contains("Bát Xát") {
      desk.press("<Down>")
    }
    #expect(desk.text.contains("7 lượt, chỉ có số đếm (báo cáo huyện)"), "\(desk.text)")
    let text = opened(&desk)
    #expect(text.contains("› Bát Xát") && text.contains("chưa chia") && text.contains("7s"), "\(text)")
    desk.press("<Enter>")
    #expect(desk.text.contains("7 lượt của cả đơn vị"), "\(desk.text)")
    desk.press("9<Enter>so khac<Enter>")
    #expect(desk.text.contains("9s"), "\(desk.text)")
  }

  @Test func thoseWhoCannotBePlacedOpenByThemselves() throws {
    let places = Places.standard
    var register = Register()
    // A commune of 2025 that came from several districts or communes of 2023.
    let merged = try #require(
      places.communes(of: .y2025).first { unit in
        places[unit].isOfPlan && places.project(unit, to: .y2023) == .unknown(district: nil)
          && places.origins(of: unit, in: .y2023).count > 1
      } ?? places.communes(of: .y2025).first { places.origins(of: $0, in: .y2023).count > 1 })
    var province = DemoProvince()
    var entry = try #require(province.departures().first)
    entry.unit = merged
    entry[Departure.departedOn] = .day(Day(iso: "2024-07-05") ?? .first)
    entry[DepartureEntry.status] = .code("ABROAD")
    register.anticipate(register.change(register.edits(adding: entry, today: DemoProvince.today)))
    var desk = desk("10", "<F9>tien do<Enter>", register)
    let progress = Progress(desk.state.context.census, Scope(Demo.unit("10")), year: year)
    let row = try #require(progress.rows.last)
    #expect(row.unit == nil && row.departures == 1)
    desk.press("<End>")
    #expect(count(opened(&desk), of: "lượt") == row.departures)
    desk.press("<Esc><F9>bang theo<Enter><End><Tab><Tab><Tab><Tab><Tab><Tab>")
    #expect(count(opened(&desk), of: "lượt") == 1, "\(desk.text)")
  }
}
