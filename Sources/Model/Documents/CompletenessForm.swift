extension DocumentForm {
  /// Communes by months: who has reported what, under their districts, with the legend of the marks.
  func completeness() -> Document {
    let reports = ReportFigures(census, unit.id, period)
    let months = Array(period.months)
    let tallies = months.map { reports.tally($0) }
    func sums(_ words: String, _ value: (Progress.Reports) -> Int) -> [String] {
      ["", words] + tallies.map { number(value($0)) } + [""]
    }
    let rows = communes
    let left = months.map { month in
      reports.matrix.cells.reduce(0) { $0 + $1[month - 1].departures }
    }
    let table = DocumentTable(
      "",
      [.number, DocumentTable.Column("Xã", 24, isFlexible: true)]
        + months.map { DocumentTable.Column("T\($0)", 5, .right) }
        + [DocumentTable.Column("Lượt", 6, .right)],
      rows,
      totals: [
        ["", DocumentTable.totalWord] + left.map(number) + [number(left.reduce(0, +))],
        sums("Phải báo cáo", \.due), sums("Đã báo cáo", \.received), sums("Đúng hạn", \.inTime),
      ], isDense: true)
    let over = reports.over
    let sentences = over.map { month -> String in
      let tally = reports.tally(month)
      let share = share(tally.received, of: tally.due)
      return "tháng \(month): \(number(tally.received))/\(number(tally.due)) xã (\(share))"
    }
    let missing = reports.missing.count
    let summary =
      over.isEmpty
      ? "Chưa có tháng nào của kỳ kết thúc."
      : "Số xã đã báo cáo, \(sentences.joined(separator: "; ")). "
        + (missing == 0 ? "Không xã nào quá hạn." : "\(number(missing)) xã quá hạn báo cáo.")
    return document(
      ["Tình hình báo cáo kỳ của các xã", period.words.vi],
      [
        .paragraph(summary), .table(table), .note("Ký hiệu:\(ReportMatrix.legendOfCommunes.vi)."),
        .note(
          "Số trong ô là lượt xuất cảnh của tháng. Số liệu tính đến ngày \(today.text); "
            + "hạn báo cáo là ngày \(census.plan.reportDueDay) của tháng sau."),
        .paragraph("\(DocumentForm.ending) \(name)./."),
      ], seal: "Mã số liệu \(DocumentForm.digest(table))")
  }

  /// The communes' rows, under their districts where there are several.
  private var communes: [DocumentTable.Row] {
    let below = places.children(of: unit.id).filter { places[$0].isOfPlan }
    let hasDistricts = below.contains { places[$0].level == .district }
    var count = 0
    var rows: [DocumentTable.Row] = []
    for group in hasDistricts ? below : [unit.id] {
      let matrix = ReportMatrix(census, group, year: period.year)
      if hasDistricts { rows.append(.group(places[group].fullName)) }
      for (row, unit) in matrix.units.enumerated() {
        count += 1
        let cells = period.months.map { month in
          matrix.cells[row][month - 1].mark(matrix.periods[month - 1], today: today).text
        }
        let sum = period.months.reduce(0) { $0 + matrix.cells[row][$1 - 1].departures }
        rows.append(.cells(["\(count)", name(unit)] + cells + [number(sum)]))
      }
    }
    return rows
  }
}
