import Model
import Testing

@testable import App

private func paper(
  _ kind: DocumentKind, _ unit: String, _ period: Period,
  _ change: (inout DocumentRequest) -> Void = { _ in }
) -> Document {
  var request = DocumentRequest(kind, Demo.unit(unit), period)
  change(&request)
  return request.document(Demo.context().census, isSynthetic: true)
}

private func text(_ document: Document, width: Int = TextRendering.usualWidth) -> String {
  TextRendering(width: width) { Frame.width(of: $0) }.lines(document).map { $0 + "\n" }.joined()
}

private let year = Period(year: 2024)

@Test(arguments: [
  ("period-province", DocumentKind.period, "10", year),
  ("period-half", .period, "082", Period(year: 2024, months: 1...6)),
  ("period-commune", .period, "02728", Period(year: 2024, months: 8...8)),
  ("workers", .workers, "082", Period(year: 2024, months: 7...9)),
  ("completeness", .completeness, "082", year), ("tasks", .tasks, "10", year),
])
func aPaperIsPrintedAsRecorded(name: String, kind: DocumentKind, unit: String, period: Period) throws {
  // The ids of invented people differ from run to run, and with them the sum over their records.
  let printed = text(paper(kind, unit, period)).replacing(
    /[0-9a-f]{32}/, with: "################################")
  try expectGolden(text: printed, "documents/\(name)")
}

@Test func thePaperSaysTheNumbersOfTheScreen() throws {
  let census = Demo.context().census
  for unit in ["10", "082"] {
    let progress = Progress(census, Scope(Demo.unit(unit)), year: 2024)
    let tables = paper(.period, unit, year).tables
    let targets = tables[0].cells
    #expect(targets[0][2] == progress.t1.target.map { "\($0)" })
    #expect(targets[0][3] == "\(progress.t1.achieved)" && targets[0][4] == "\(progress.t1.achieved)")
    #expect(targets[1][4] == "\(progress.t2.part.numerator)/\(progress.t2.part.denominator)")
    #expect(targets[2][4] == "\(progress.t3.numerator)/\(progress.t3.denominator)")
    #expect(tables[1].cells.count == progress.rows.count)
    for (cells, row) in zip(tables[1].cells, progress.rows) {
      #expect(cells[1] == row.unit.map { Places.standard[$0].name })
      #expect(cells[2] == row.target.map { "\($0)" } ?? "–" && cells[3] == "\(row.departures)")
      let training = "\(row.training.numerator)/\(row.training.denominator)"
      #expect(cells[4] == (row.training.denominator > 0 ? training : "–"))
    }
    #expect(tables[1].totals[0][3] == "\(progress.t1.achieved)")
    let query = PeopleQuery(census, Scope(Demo.unit(unit)), year: 2024)
    #expect(tables[2].cells.map { $0[2] } == Breakdown.market.parts(query).map { "\($0.departures.count)" })
    let months = Breakdown.month.parts(query).prefix(9)
    #expect(tables[3].cells.map { $0[2] } == months.map { "\($0.departures.count)" })
    let august = try #require(tables[4].cells.first { $0[1] == "Tháng 8" })
    #expect(
      august.dropFirst(2).prefix(3) == [
        "\(progress.reports.due)", "\(progress.reports.received)", "\(progress.reports.inTime)",
      ])
  }
}

@Test func completenessSaysWhatTheMatrixOfEachDistrictShows() {
  let context = Demo.context()
  let cells = paper(.completeness, "10", year).tables[0].cells
  var row = 0
  for district in Places.standard.children(of: Demo.unit("10")) {
    let matrix = ReportMatrix(context.census, district, year: 2024)
    for index in matrix.units.indices {
      for month in 0..<12 {
        let (shown, _) = ReportWords.text(
          matrix.cells[index][month], matrix.periods[month], today: context.today)
        #expect(cells[row][month + 2] == shown)
      }
      #expect(cells[row].last == "\(matrix.total(row: index))")
      row += 1
    }
  }
  #expect(row == cells.count && row == 152)
  let matrix = ReportMatrix(context.census, Demo.unit("10"), year: 2024)
  let totals = paper(.completeness, "10", year).tables[0].totals
  for month in 0..<12 {
    #expect(totals[1][month + 2] == "\(matrix.tally(month: month).due)")
    #expect(totals[2][month + 2] == "\(matrix.tally(month: month).received)")
    #expect(totals[3][month + 2] == "\(matrix.tally(month: month).inTime)")
  }
}

@Test func aListHoldsThePeopleOfTheScreenInItsOrder() {
  let context = Demo.context()
  for figure in PeopleQuery.Figure.allCases {
    let filter = DepartureFilter(unit: Demo.unit("082"), period: Period(year: 2024), figure: figure)
    let rows = PersonRow.rows(filter, context).map { row -> String in
      let worker = context.register.link(Departure.worker, row.row) ?? -1
      return context.register.text(Worker.fullName, ofPerson: worker) ?? ""
    }
    let table = paper(.workers, "082", year) { $0.figure = figure }.tables[0]
    #expect(table.cells.map { $0[1] } == rows, "\(figure)")
  }
}

@Test func numbersAreMaskedUnlessAskedForAndThePaperSaysSo() {
  let masked = text(paper(.workers, "082", year))
  #expect(masked.contains("Số định danh đã được che bớt") && masked.contains("010•••••"))
  #expect(masked.firstMatch(of: #/\b\d{12}\b/#) == nil)
  let whole = text(paper(.workers, "082", year) { $0.isUnmasked = true })
  #expect(whole.contains("Số định danh ghi đầy đủ") && whole.firstMatch(of: #/010\d{9}/#) != nil)
}

@Test func everyPaperOfInventedPeopleSaysSo() {
  for kind in DocumentKind.allCases {
    let document = paper(kind, "10", year) { ($0.number, $0.signer) = ("12", "Người ký mẫu") }
    for words in ["DỮ LIỆU MẪU", "12/BC-UBND", "Người ký mẫu"] {
      #expect(text(document).contains(words), "\(kind) \(words)")
      #expect(HTMLRendering(document).text.contains(words), "\(kind) \(words)")
    }
    let real = DocumentRequest(kind, Demo.unit("10"), year).document(
      Demo.context().census, isSynthetic: false)
    #expect(!text(real).contains("DỮ LIỆU MẪU") && !HTMLRendering(real).text.contains("DỮ LIỆU MẪU"))
  }
}

@Test func everyNumberOfAChartStandsInATable() {
  let document = paper(.period, "10", year)
  let cells = Set(document.tables.flatMap(\.cells).flatMap { $0 })
  for case .chart(let chart) in document.blocks {
    for bar in chart.bars { #expect(cells.contains("\(bar.value)") && cells.contains(bar.label)) }
  }
}
