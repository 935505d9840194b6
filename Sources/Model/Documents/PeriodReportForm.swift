extension DocumentForm {
  /// The report of a unit for a month, quarter, half-year or year: targets, who left, who has reported.
  func periodReport() -> Document {
    let figures = PeriodFigures(census, unit.id, period)
    let reports = ReportFigures(census, unit.id, period)
    let greeting =
      "Thực hiện \(planWords), Ủy ban nhân dân \(name) báo cáo kết quả đưa người lao động đi làm việc "
      + "ở nước ngoài theo hợp đồng \(period.words.vi) như sau:"
    let result: [Document.Block] =
      [.paragraph(greeting), .heading("I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU")]
      + sentences(figures).map { .paragraph($0) } + [.table(targets(figures)), .note(dayNote(figures))]
    let blocks =
      result + departures(figures) + [.heading("III. TÌNH HÌNH BÁO CÁO KỲ")] + state(of: reports)
      + [.paragraph("\(DocumentForm.ending) \(name)./.")]
    return document(
      ["Kết quả đưa người lao động đi làm việc ở nước ngoài theo hợp đồng", period.words.vi], blocks,
      seal: seal(figures, reports))
  }

  // MARK: Targets

  private func sentences(_ figures: PeriodFigures) -> [String] {
    let people = figures.workers == figures.records.count ? "" : " (\(number(figures.workers)) người)"
    let counted =
      figures.fromCounts > 0 ? ", trong đó \(number(figures.fromCounts)) lượt từ bảng số tháng" : ""
    var lines = [
      "1. Trong kỳ có \(number(figures.departures)) lượt lao động xuất cảnh\(people)\(counted); "
        + "cùng kỳ năm trước (đến \(figures.beforeUntil.text)) \(number(figures.before)) lượt, "
        + change(figures.departures, figures.before) + "."
    ]
    if let target = figures.progress.t1.target, let expected = figures.expected {
      let ahead = figures.toDate - expected
      let pace = ahead >= 0 ? "vượt \(number(ahead)) lượt" : "thiếu \(number(-ahead)) lượt"
      lines.append(
        "2. Lũy kế từ đầu năm \(number(figures.toDate))/\(number(target)) lượt, đạt "
          + "\(share(figures.toDate, of: target)) kế hoạch năm; so với tiến độ "
          + "\(figures.progress.isPhased ? "theo phân kỳ" : "đều theo ngày") (\(number(expected)) lượt) \(pace)."
      )
    } else {
      lines.append(
        "2. Lũy kế từ đầu năm \(number(figures.toDate)) lượt; đơn vị chưa được giao chỉ tiêu năm.")
    }
    if period.year == today.year, let forecast = figures.progress.forecast(census) {
      lines.append(
        "3. Dự báo cả năm \(number(forecast.low))–\(number(forecast.high)) lượt, xác suất "
          + "\(Int(Forecast.level * 100))% (\(Forecast.method.vi)).")
    }
    return lines
  }

  private func change(_ now: Int, _ before: Int) -> String {
    if now == before { return "bằng cùng kỳ" }
    let percent = Percent(abs(now - before), of: before).map { " (\($0.text(.vi)))" } ?? ""
    return (now > before ? "tăng " : "giảm ") + number(abs(now - before)) + " lượt" + percent
  }

  private func targets(_ figures: PeriodFigures) -> DocumentTable {
    let (progress, plan) = (figures.progress, census.plan)
    func title(_ id: String) -> String { plan.target(id)?.title.vi ?? id }
    var rows = [
      [
        "T1. \(title("T1"))", number(progress.t1.target), number(figures.departures), number(figures.toDate),
        progress.t1.target.map { share(figures.toDate, of: $0) } ?? "–", number(figures.before),
      ],
      [
        "T2. \(title("T2"))", "≥ \(progress.t2.target)%", "–", of(progress.t2.part),
        progress.t2.part.percent?.text(.vi) ?? "–", "–",
      ],
      [
        "T3. \(title("T3"))", "\(progress.t3Target)%", of(figures.training), of(figures.trainingToDate),
        figures.trainingToDate.percent?.text(.vi) ?? "–", "–",
      ],
    ]
    for (id, cases) in zip(["T4a", "T4b", "T4c"], figures.cases) {
      rows.append([
        "\(id). \(CodeList.violationTypes.text(cases.type, .vi)) (vụ)", "0", number(cases.new),
        cases.open > 0 ? "còn \(number(cases.open))" : cases.new > 0 ? "đã xong" : "0", "–", "–",
      ])
    }
    return DocumentTable(
      "Bảng 1. Kết quả thực hiện chỉ tiêu",
      [
        .number, DocumentTable.Column("Chỉ tiêu", 36, isFlexible: true),
        DocumentTable.Column("Kế hoạch năm", 11, .right), DocumentTable.Column("Trong kỳ", 10, .right),
        DocumentTable.Column("Lũy kế", 12, .right), DocumentTable.Column("Tỷ lệ", 10, .right),
        DocumentTable.Column("Cùng kỳ", 10, .right),
      ], DocumentTable.numbered(rows))
  }

  private func of(_ part: Progress.Part) -> String {
    part.denominator == 0 ? "–" : "\(number(part.numerator))/\(number(part.denominator))"
  }

  private func dayNote(_ figures: PeriodFigures) -> String {
    let t2 = figures.progress.t2
    var parts = ["Số liệu tính đến ngày \(today.text)."]
    if period.last > today { parts.append("Kỳ chưa kết thúc.") }
    parts.append(
      "T2 lũy kế từ năm \(census.plan.firstYear) đến hết năm \(period.year), theo hộ; trong số đã thoát nghèo có \(number(t2.toNearPoor)) hộ"
        + " cận nghèo; \(number(t2.notReviewed)) hộ chưa rà soát"
        + (t2.areaUnknown > 0 ? ", \(number(t2.areaUnknown)) hộ chưa rõ diện xã." : "."))
    parts.append("T4 ở cột lũy kế là số vụ chưa xong, kể cả từ trước kỳ.")
    return parts.joined(separator: " ")
  }

  // MARK: Departures

  private func departures(_ figures: PeriodFigures) -> [Document.Block] {
    let title = "II. LƯỢT XUẤT CẢNH TRONG KỲ"
    var tables: [(table: DocumentTable, chart: DocumentChart?)] = []
    if !figures.units.isEmpty { tables.append(byUnit(figures)) }
    if !figures.markets.isEmpty { tables.append(byMarket(figures)) }
    if period.months.count > 1 { tables.append(byMonth(figures)) }
    if tables.isEmpty {
      return [.heading(title), .paragraph("Trong kỳ không có lượt xuất cảnh nào.")]
    }
    return [.heading(title)]
      + tables.enumerated().flatMap { index, item -> [Document.Block] in
        let named = DocumentTable(
          "Bảng \(index + 2). \(item.table.title)", item.table.columns, item.table.rows,
          totals: item.table.totals)
        return [.table(named)] + (item.chart.map { [.chart($0)] } ?? [])
      }
  }

  private func byUnit(_ figures: PeriodFigures) -> (DocumentTable, DocumentChart?) {
    let rows = figures.units.map { row in
      [
        name(row.unit), number(row.target), number(row.departures),
        of(row.training), number(row.before),
      ]
    }
    let table = DocumentTable(
      "Lượt xuất cảnh theo đơn vị",
      [
        .number, DocumentTable.Column("Đơn vị", 36, isFlexible: true),
        DocumentTable.Column("Kế hoạch năm", 12, .right), DocumentTable.Column("Trong kỳ", 12, .right),
        DocumentTable.Column("Đã bồi dưỡng", 14, .right), DocumentTable.Column("Cùng kỳ", 12, .right),
      ], DocumentTable.numbered(rows),
      totals: [
        [
          "", DocumentTable.totalWord, number(figures.progress.t1.target), number(figures.departures),
          of(figures.training), number(figures.before),
        ]
      ])
    let bars = figures.units.map { DocumentChart.Bar(label: name($0.unit), value: $0.departures) }
    return (table, DocumentChart(title: "Lượt xuất cảnh trong kỳ theo đơn vị", bars: bars))
  }

  private func byMarket(_ figures: PeriodFigures) -> (DocumentTable, DocumentChart?) {
    let names = figures.markets.map { row in
      row.market.map { CodeList.markets.text($0, .vi) } ?? "chưa rõ"
    }
    return counts(
      "Lượt xuất cảnh theo thị trường", "Thị trường", names, figures.markets.map(\.departures), figures,
      hasChart: false)
  }

  /// As far as the months have begun.
  private func byMonth(_ figures: PeriodFigures) -> (DocumentTable, DocumentChart?) {
    let begun = zip(period.parts, figures.months).filter { $1 > 0 || $0.first <= today }
    return counts(
      "Lượt xuất cảnh theo tháng", "Tháng", begun.map { "Tháng \($0.0.months.lowerBound)" }, begun.map(\.1),
      figures,
      hasChart: true)
  }

  private func counts(
    _ title: String, _ head: String, _ names: [String], _ values: [Int], _ figures: PeriodFigures,
    hasChart: Bool
  ) -> (DocumentTable, DocumentChart?) {
    let rows = zip(names, values).map { name, value in
      [name, number(value), share(value, of: figures.departures)]
    }
    let table = DocumentTable(
      title,
      [
        .number, DocumentTable.Column(head, 50, isFlexible: true),
        DocumentTable.Column("Lượt", 14, .right), DocumentTable.Column("Tỷ lệ", 14, .right),
      ], DocumentTable.numbered(rows),
      totals: [
        [
          "", DocumentTable.totalWord, number(figures.departures),
          share(figures.departures, of: figures.departures),
        ]
      ])
    let bars = zip(names, values).map { DocumentChart.Bar(label: $0, value: $1) }
    return (table, hasChart ? DocumentChart(title: title, bars: bars) : nil)
  }
}
