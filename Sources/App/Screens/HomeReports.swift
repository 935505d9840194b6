import Model

/// What the first screen says of reports: what is due, who is missing.
extension HomeScreen {
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
          route: missing > 0
            ? .missingReports(context.unit, last)
            : .reports(context.unit, last.year, month: last.month))
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
        route: .reports(context.unit, period.year, month: period.month))
    }
  }

  /// How many left from here in a month.
  private static func departures(in period: ReportingPeriod, _ context: Context) -> Int {
    PeopleQuery(context.census, Scope(context.unit), year: period.year).departures(.departed).filter { row in
      context.register.day(Departure.departedOn, row).map { $0.month == period.month } ?? false
    }.count
  }
}
