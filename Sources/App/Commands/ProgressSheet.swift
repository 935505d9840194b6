import Model

/// The figures of a unit and of the units below as rows of text.
struct ProgressSheet {
  let progress: Progress

  init(_ progress: Progress) { self.progress = progress }

  /// The targets, one line each.
  func summary(_ language: Language, _ forecast: Forecast? = nil) -> [String] {
    let (t1, t2, t3) = (progress.t1, progress.t2, progress.t3)
    let pace = t1.expected.map {
      Words(" · cần đến nay \($0)", " · needed by now \($0)")[language]
    }
    let likely = forecast.map { " · " + $0.words[language] } ?? ""
    let isNow = progress.period.contains(progress.today)
    let waiting =
      isNow ? Words(" · chờ xuất cảnh \(t1.pipeline)", " · waiting to leave \(t1.pipeline)")[language] : ""
    let reviewed = Words(
      " · cận nghèo \(t2.toNearPoor) · chưa rà soát \(t2.notReviewed)",
      " · near-poor \(t2.toNearPoor) · not yet reviewed \(t2.notReviewed)")[language]
    let cases = zip(["T4a", "T4b", "T4c"], progress.t4).map { id, cases in
      "\(id) \(CodeList.violationTypes.text(cases.type, language)): \(cases.open + cases.closed)"
        + Words(" · chưa xong \(cases.open)", " · open \(cases.open)")[language]
    }
    let names = [
      Words("T1 Lao động xuất cảnh: ", "T1 Workers sent abroad: "),
      Words("T2 Hộ nghèo thoát nghèo: ", "T2 Poor households escaped: "),
      Words("T3 Bồi dưỡng trước khi đi: ", "T3 Trained before leaving: "),
    ].map { $0[language] }
    return [
      heading(language),
      names[0] + "\(t1.achieved)/\(t1.target.map(String.init) ?? "–")\(pace ?? "")\(likely)\(waiting)",
      names[1] + "\(part(t2.part, language))\(reviewed)", names[2] + part(t3, language),
    ] + cases
  }

  /// What the figures are of.
  private func heading(_ language: Language) -> String {
    let unit = Places.standard[progress.scope.unit].fullName(language)
    return Words(
      "\(unit) · \(progress.period.words.vi) · đến \(progress.today.text) · báo cáo kỳ \(progress.reports.period)",
      "\(unit) · \(progress.period.words.en) · as of \(progress.today.text) · reports of \(progress.reports.period)"
    )[
      language]
  }

  private func part(_ part: Progress.Part, _ language: Language) -> String {
    "\(part.numerator)/\(part.denominator)" + (part.percent.map { " · \($0.text(language))" } ?? "")
  }

  /// The units below, as on the screen.
  func units(_ language: Language) -> Sheet {
    let head: [Words] = [
      Words("Mã", "Code"), Words("Đơn vị", "Unit"), Words("Chỉ tiêu", "Target"), Words("Đã đi", "Left"),
      Words("T2", "T2"), Words("T3", "T3"), Words("Báo cáo", "Reports"),
    ]
    return Sheet(
      head.map { $0[language] },
      progress.rows.map { row in
        [
          code(row), name(row, language), row.target.map(String.init) ?? "", String(row.departures),
          "\(row.poverty.numerator)/\(row.poverty.denominator)",
          "\(row.training.numerator)/\(row.training.denominator)",
          "\(row.reports.received)/\(row.reports.due)",
        ]
      })
  }

  /// Numbers only, each in a column of its own, named as in JSON; the unit asked for comes first.
  var csv: Sheet {
    let place = Places.standard[progress.scope.unit]
    let own = numbers(
      target: progress.t1.target, progress.t1.achieved, progress.t2.part, progress.t3, progress.reports)
    return Sheet(
      [
        "code", "name", "target", "departures", "T2.numerator", "T2.denominator", "T3.numerator",
        "T3.denominator", "reports.period", "reports.due", "reports.received", "reports.inTime",
      ],
      [[place.code, place.name] + own]
        + progress.rows.map { row in
          [code(row), name(row, .vi)]
            + numbers(target: row.target, row.departures, row.poverty, row.training, row.reports)
        })
  }

  private func numbers(
    target: Int?, _ departures: Int, _ poverty: Progress.Part, _ training: Progress.Part,
    _ reports: Progress.Reports
  ) -> [String] {
    let parts = [poverty.numerator, poverty.denominator, training.numerator, training.denominator]
    return [target.map(String.init) ?? "", String(departures)] + parts.map { String($0) }
      + [reports.period, String(reports.due), String(reports.received), String(reports.inTime)]
  }

  private func code(_ row: Progress.Row) -> String { row.unit.map { Places.standard[$0].code } ?? "" }

  private func name(_ row: Progress.Row, _ language: Language) -> String {
    row.unit.map { Places.standard[$0].name } ?? Projection.unknownWords[language]
  }
}
