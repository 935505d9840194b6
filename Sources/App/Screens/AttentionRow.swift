import Model

/// One record that needs a person's decision, as a line of a list.
struct AttentionRow: Sendable {
  let record: RecordID
  let key: String

  /// The records of my unit, and those that belong to none.
  static func rows(_ attention: Attention, _ context: Context) -> [AttentionRow] {
    let register = context.register
    let records: [RecordID] =
      switch attention {
      case .conflicts:
        EntityKind.allCases.flatMap { kind in register.conflicted(kind).map { RecordID(kind, $0) } }
      case .doubles: context.census.doubled.map { RecordID(.worker, $0) }
      case .returned: register.notedDepartures.map { RecordID(.departure, $0) }
      }
    guard !records.isEmpty else { return [] }
    let query = PeopleQuery(context.census, Scope(context.unit), year: context.today.year)
    return records.filter { record in register.place(of: record).map { query.contains($0) } ?? true }
      .map { AttentionRow(record: $0, key: register.key($0.kind, $0.row)) }
  }

  func cells(_ attention: Attention, _ context: Context) -> Table.Row {
    let (register, language) = (context.register, context.language)
    let place = ListedPlaces(context.unit).name(register.place(of: record), language)
    let question =
      switch attention {
      case .conflicts: register.disputes(of: key).map { $0.label(language) }.joined(separator: ", ")
      case .doubles:
        Words(
          "\(context.census.twins(of: record.row).count + 1) hồ sơ",
          "\(context.census.twins(of: record.row).count + 1) records")[language]
      case .returned: register.notes(on: record.row).first.map(\.text) ?? ""
      }
    return Table.Row([
      Table.Row.Cell(register.title(record, language)), Table.Row.Cell(record.kind.words[language]),
      Table.Row.Cell(place), Table.Row.Cell(question, .warning),
    ])
  }
}
