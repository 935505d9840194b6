import Model

/// One warning on a departure, as a line of the list for the supervisor.
struct WarningRow: Sendable {
  let row: Int
  let warning: StandingWarning

  /// The warnings on the departures of a unit and year, those without a reason first; who has not left counts in this year.
  static func rows(_ unit: UnitID, _ year: Int, _ context: Context) -> [WarningRow] {
    let (register, today) = (context.register, context.today)
    let query = PeopleQuery(context.census, Scope(unit), year: year)
    let rules = RuleContext(register, today: today).indexed()
    let all = query.departures(.all).filter { row in
      (register.day(Departure.departedOn, row)?.year ?? today.year) == year
    }.flatMap { row in
      Rule.standing(row, register.entry(row, today: today), rules).map { WarningRow(row: row, warning: $0) }
    }
    return all.filter { $0.warning.reason == nil } + all.filter { $0.warning.reason != nil }
  }

  func name(_ context: Context) -> String {
    context.register.title(RecordID(.departure, row), context.language)
  }

  func cells(_ context: Context) -> Table.Row {
    let place = context.register.unit(Departure.commune, row).map { Places.standard[$0].name } ?? ""
    let none = Words("! chưa có lý do", "! no reason yet")[context.language]
    return Table.Row([
      Table.Row.Cell(name(context)), Table.Row.Cell(place), Table.Row.Cell(warning.code),
      Table.Row.Cell(warning.reason ?? none, warning.reason == nil ? .warning : .plain),
    ])
  }
}
