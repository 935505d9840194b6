extension Progress {
  /// The figures as the command line gives them (schema 1).
  public func json(_ plan: Plan = .standard, places: Places = .standard, forecast: Forecast? = nil) -> JSON {
    [
      "schema": 1, "plan": .string(plan.document.number), "unit": .string(places[scope.unit].code),
      "catalogue": .string(scope.catalogue.rawValue), "year": .integer(year),
      "yearKind": .string(period.reckoning.rawValue),
      "today": .string(today.iso),
      "targets": .array([t1JSON(forecast), t2JSON, t3JSON] + t4JSON(plan)),
      "units": .array(rows.map { unitJSON($0, places) }),
      "reports": reportsJSON(reports), "period": .string(period.code),
    ]
  }

  private func t1JSON(_ forecast: Forecast?) -> JSON {
    [
      "id": "T1", "unitOfMeasure": "departures", "achieved": .integer(t1.achieved),
      "workers": .integer(t1.workers),
      "target": t1.target.map { .integer($0) } ?? .null,
      "expectedToDate": t1.expected.map { .integer($0) } ?? .null,
      "ahead": t1.ahead.map { .integer($0) } ?? .null, "pipeline": .integer(t1.pipeline),
      "forecast": forecast?.json ?? .null,
      "fromCounts": .integer(t1.fromCounts),
    ]
  }

  private var t2JSON: JSON {
    [
      "id": "T2", "numerator": .integer(t2.part.numerator), "toNearPoor": .integer(t2.toNearPoor),
      "denominator": .integer(t2.part.denominator), "notYetReviewed": .integer(t2.notReviewed),
      "areaUnknown": .integer(t2.areaUnknown), "percent": t2.part.percentJSON, "target": .integer(t2.target),
    ]
  }

  private var t3JSON: JSON {
    [
      "id": "T3", "numerator": .integer(t3.numerator), "denominator": .integer(t3.denominator),
      "percent": t3.percentJSON, "target": .integer(t3Target),
    ]
  }

  private func t4JSON(_ plan: Plan) -> [JSON] {
    zip(["T4a", "T4b", "T4c"], t4).map { id, cases in
      [
        "id": .string(id), "open": .integer(cases.open), "closed": .integer(cases.closed),
        "target": .integer(plan.targets.first { $0.id == id }?.value ?? 0),
      ]
    }
  }

  private func unitJSON(_ row: Row, _ places: Places) -> JSON {
    [
      "code": row.unit.map { .string(places[$0].code) } ?? .null,
      "name": .string(row.unit.map { places[$0].name } ?? "chưa rõ xã cũ"),
      "target": row.target.map { .integer($0) } ?? .null, "departures": .integer(row.departures),
      "T2": ["numerator": .integer(row.poverty.numerator), "denominator": .integer(row.poverty.denominator)],
      "T3": [
        "numerator": .integer(row.training.numerator), "denominator": .integer(row.training.denominator),
      ],
      "reports": reportsJSON(row.reports), "fromCounts": .integer(row.fromCounts),
    ]
  }

  private func reportsJSON(_ reports: Reports) -> JSON {
    [
      "period": .string(reports.period), "due": .integer(reports.due), "received": .integer(reports.received),
      "inTime": .integer(reports.inTime),
    ]
  }
}

extension Progress.Part {
  /// The percentage with one decimal, rounded half up; `nil` while the whole is empty.
  public var percent: Percent? { Percent(numerator, of: denominator) }

  var percentJSON: JSON { percent.map { .number($0.json) } ?? .null }
}

extension Forecast {
  var json: JSON {
    [
      "low": .integer(low), "high": .integer(high), "level": .number("\(Forecast.level)"),
      "method": .string(Forecast.method.en),
    ]
  }
}
