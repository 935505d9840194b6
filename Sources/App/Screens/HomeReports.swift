import Model

/// What the first screen says of reports: what came back, what is due, who is missing.
extension HomeScreen {
  /// The records that a supervisor gave back: the first one opens, on the very field.
  static func returned(_ context: Context) -> [Item] {
    let register = context.register
    let query = PeopleQuery(context.census, Scope(context.unit), year: context.today.year)
    let rows = register.notedDepartures.filter { query.contains(register.unit(Departure.commune, $0)) }
    guard let first = rows.first, let note = register.notes(on: first).first else { return [] }
    let title = Words("\(rows.count) hồ sơ bị trả lại", "\(rows.count) records given back")
    let name = register.title(RecordID(.departure, first), context.language)
    return [
      Item(
        title: title[context.language], detail: "\(name): “\(note.text)”", style: .warning,
        route: .departureForm(
          DepartureRequest(departure: register.key(.departure, first), focus: note.field)))
    ]
  }

  /// The period that is due and the one that comes next.
  static func reports(_ context: Context, _ progress: Progress) -> [Item] {
    let places = Places.standard
    let last = ReportingPeriod.lastDue(on: context.today, dueDay: context.plan.reportDueDay)
    let isOwn = places[context.unit].catalogue == places.catalogue(on: context.today)
    guard isOwn, places[context.unit].level == .commune else {
      let missing = progress.reports.due - progress.reports.received
      let words = Words(
        "đã nhận \(progress.reports.received)/\(progress.reports.due), thiếu \(missing)",
        "received \(progress.reports.received)/\(progress.reports.due), \(missing) missing")
      return [
        Item(
          title: Words("Báo cáo tháng \(last.month)", "Reports of \(last.code)")[context.language],
          detail: words[context.language], style: missing > 0 ? .warning : .plain,
          route: .reports(context.unit, last.year))
      ]
    }
    return [last.next, last].map { period in
      let entity = PeriodReport.entity(unit: places.key(of: context.unit), period: period.code)
      let row = context.register.row(of: entity)?.row
      let state = row.flatMap { context.register.text(PeriodReport.state, $0) }
        .flatMap(PeriodReport.State.init(rawValue:))
      let due = String((period.due?.text ?? "").prefix(5))
      let note = row.flatMap { state == .returned ? context.register.text(PeriodReport.note, $0) : nil }
      let isLate = state == nil && (period.due.map { $0 < context.today } ?? false)
      let days = period.due.map { abs($0 - context.today) } ?? 0
      let count = departures(in: period, context)
      let left = Words(" · \(count) lượt đi", " · \(count) left")[context.language]
      let detail =
        (state?.words
        ?? Words(
          isLate ? "chưa gửi · quá hạn \(days) ngày (\(due))" : "chưa gửi · hạn \(due) (còn \(days) ngày)",
          isLate
            ? "not sent · \(days) days overdue (\(due))" : "not sent · due \(due) (in \(days) days)"))[
          context.language] + left
      return Item(
        title: Words("Báo cáo tháng \(period.month)", "Report of \(period.code)")[context.language],
        detail: note.map { "\(detail): \($0)" } ?? detail,
        style: isLate || state == .returned ? .warning : .plain,
        route: .reports(context.unit, period.year))
    }
  }

  /// How many left from here in a month.
  private static func departures(in period: ReportingPeriod, _ context: Context) -> Int {
    PeopleQuery(context.census, Scope(context.unit), year: period.year).departures(.departed).filter { row in
      context.register.day(Departure.departedOn, row).map { $0.month == period.month } ?? false
    }.count
  }
}
