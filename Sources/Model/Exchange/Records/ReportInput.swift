/// The report of a unit for a period, as the command line takes it.
extension Register {
  func report(_ json: JSON, _ today: Day, _ places: Places) throws(Finding) -> [Edit] {
    let typed = try FieldReader.unit(json, "unit", today, places)
    let written = try required(json, "period", PeriodReport.period)
    let state = try required(json, "state", PeriodReport.state)
    guard case .text(let code) = state, let known = PeriodReport.State(rawValue: code) else {
      let all = PeriodReport.State.allCases.map(\.rawValue).joined(separator: ", ")
      throw Finding(
        "B00", .block, "state", Words("Tình trạng là một trong: \(all).", "The state is one of: \(all)."))
    }
    guard case .text(let name) = written, let period = Period(code: name) else {
      throw Finding(
        "B00", .block, "period",
        Words(
          "Kỳ viết như 2024-09, 2024-Q3, 2024-H1, 2024.",
          "A period is written 2024-09, 2024-Q3, 2024-H1 or 2024."))
    }
    let on = try FieldReader.past(try required(json, "on", PeriodReport.on), "on", today)
    let unit = places.inForce(typed, period.last)
    if let obstacle = obstacle(known, period, on, unit, today) { throw obstacle }
    let entity = PeriodReport.entity(unit: places.key(of: unit), period: name)
    var fields: [(String, FieldValue)] = [
      (PeriodReport.unit.key, .unit(unit)), (PeriodReport.period.key, written),
      (PeriodReport.state.key, state),
      (PeriodReport.on.key, on),
    ]
    let record = row(of: entity)
    if known.isReceived, record.map({ day(PeriodReport.receivedOn, $0.row) == nil }) ?? true {
      fields.append((PeriodReport.receivedOn.key, on))
    }
    fields += try optional(json, PeriodReport.by)
    fields += try optional(json, PeriodReport.note)
    return [Edit(entity, fields, basis: basis(of: entity))]
  }

  /// Why a report cannot be: its period had not ended, or nothing is said of a period in which people left.
  private func obstacle(
    _ state: PeriodReport.State, _ period: Period, _ on: FieldValue, _ unit: UnitID, _ today: Day
  ) -> Finding? {
    if state != .exempt, case .day(let on) = on, on < period.last {
      return Finding(
        "B15", .block, "period",
        Words(
          "Ngày \(on.text) kỳ \(period.code) chưa hết.", "Period \(period.code) had not ended on \(on.iso)."))
    }
    guard state == .nothing else { return nil }
    let count = departed(from: unit, in: period, today)
    if count == 0 { return counted(of: unit, in: period) }
    return Finding(
      "B21", .block, "state",
      Words("Kỳ này có \(count) lượt xuất cảnh.", "\(count) people left in that period."))
  }

  /// Why nothing can be said to have happened in a period of which the month grid counts departures.
  private func counted(of unit: UnitID, in period: Period) -> Finding? {
    let months = period.reckoning == .calendar ? Array(period.months) : []
    let count = months.reduce(0) { sum, month in
      let name = DepartureCount.month(month, of: period.year)
      let entity = DepartureCount.entity(unit: Places.standard.key(of: unit), month: name)
      return sum + (row(of: entity).flatMap { integer(DepartureCount.value, $0.row) } ?? 0)
    }
    if count == 0 { return nil }
    return Finding(
      "B21", .block, "state",
      Words(
        "Bảng theo tháng đếm \(count) lượt trong kỳ này.", "The month grid counts \(count) for that period."))
  }

  /// How many departures of a commune count in a period.
  private func departed(from unit: UnitID, in period: Period, _ today: Day) -> Int {
    let (first, last) = (period.first, period.last)
    let days = column(Departure.departedOn)
    let rows = column(Departure.commune).rows(of: Int32(unit.index)).filter {
      days[$0] >= first.rawValue && days[$0] <= last.rawValue
    }
    if rows.isEmpty { return 0 }
    let reader = DepartureReader(self)
    var latest = Int32.min
    return rows.count { reader.facts(of: $0, on: today, &latest).hasLeft }
  }
}
