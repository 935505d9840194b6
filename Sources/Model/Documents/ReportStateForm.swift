extension DocumentForm {
  /// Who has reported the months of the period that are over, and which commune has not.
  func state(of reports: ReportFigures) -> [Document.Block] {
    guard !reports.over.isEmpty else { return [.paragraph("Chưa có tháng nào của kỳ kết thúc.")] }
    let rows = reports.over.map { month -> [String] in
      let tally = reports.tally(month)
      let counts = [tally.due, tally.received, tally.inTime, tally.due - tally.received].map(number)
      return ["Tháng \(month)"] + counts
    }
    let columns = [
      .number, DocumentTable.Column("Tháng", 30, isFlexible: true),
      DocumentTable.Column("Phải báo cáo", 14, .right), DocumentTable.Column("Đã báo cáo", 14, .right),
      DocumentTable.Column("Đúng hạn", 14, .right), DocumentTable.Column("Chưa báo cáo", 14, .right),
    ]
    let state: [Document.Block] = [
      .table(DocumentTable("Số xã báo cáo từng tháng", columns, DocumentTable.numbered(rows)))
    ]
    return state + missing(reports) + waiting(reports)
  }

  private func missing(_ reports: ReportFigures) -> [Document.Block] {
    let missing = reports.missing
    guard !reports.due.isEmpty else { return [] }
    guard !missing.isEmpty else { return [.paragraph("Không có báo cáo nào quá hạn.")] }
    let rows = missing.map { commune -> [String] in
      let district = places.district(of: commune.unit).map { places[$0].name } ?? "–"
      return [
        places[commune.unit].fullName, district, commune.months.map { "T\($0)" }.joined(separator: ", "),
      ]
    }
    return [
      .table(
        DocumentTable(
          "Xã quá hạn chưa báo cáo (\(number(missing.count)) xã)",
          [
            .number, DocumentTable.Column("Xã", 34, isFlexible: true), DocumentTable.Column("Huyện", 20),
            DocumentTable.Column("Các tháng chưa báo cáo", 40, isFlexible: true),
          ], DocumentTable.numbered(rows)))
    ]
  }

  /// A month that is over but not yet due makes nobody late.
  private func waiting(_ reports: ReportFigures) -> [Document.Block] {
    reports.over.filter { !reports.due.contains($0) }.map { month in
      let due = reports.matrix.periods[month - 1].due?.text ?? ""
      return .note("Tháng \(month) còn hạn báo cáo đến ngày \(due).")
    }
  }

  /// The seal of a month that is closed, else a number of the same kind over the records behind the figures.
  func seal(_ figures: PeriodFigures, _ reports: ReportFigures) -> String {
    let own = Seal(figures.records, census.register)
    let text = "Mã số liệu \(own.digest) (\(number(own.count)) lượt)"
    let sealed = reports.sealed
    guard sealed.due > 0 else { return text }
    let month = ReportingPeriod(year: period.year, month: period.months.lowerBound)
    if unit.level == .commune, period.months.count == 1,
      let row = census.register.row(of: PeriodReport.entity(unit: unit.key, period: month.code))?.row,
      let kept = census.register.text(PeriodReport.digest, row)
    {
      if kept == own.digest { return "Đã khóa sổ, mã \(kept) (\(number(own.count)) lượt)" }
      let count = census.register.integer(PeriodReport.departures, row).map { " (\(number($0)) lượt)" } ?? ""
      return text + "; đã đính chính sau khi khóa sổ, mã khóa sổ \(kept)\(count)"
    }
    return text + "; đã khóa sổ \(number(sealed.count))/\(number(sealed.due)) báo cáo tháng"
  }
}
