import Model

/// One warning on a departure, as a line of the list for the supervisor.
struct WarningRow: Sendable {
  let row: Int
  let warning: StandingWarning

  init(_ found: WarningWalk.Found) { (row, warning) = (found.departure, found.warning) }

  func name(_ context: Context) -> String {
    context.register.title(RecordID(.departure, row), context.language)
  }

  func cells(_ context: Context, _ places: ListedPlaces) -> Table.Row {
    let place = places.name(context.register.unit(Departure.commune, row), context.language)
    let none = Words("! chưa có lý do", "! no reason yet")[context.language]
    return Table.Row([
      Table.Row.Cell(name(context)), Table.Row.Cell(place), Table.Row.Cell(warning.code),
      Table.Row.Cell(warning.reason ?? none, warning.reason == nil ? .warning : .plain),
    ])
  }
}
