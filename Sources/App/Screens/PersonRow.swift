import Model

/// One departure as a line of a list.
struct PersonRow: Sendable {
  let row: Int
  let key: String
  let name: String
  let citizenId: String
  /// What a search looks through.
  let folded: String

  static func rows(_ filter: DepartureFilter, _ context: Context) -> [PersonRow] {
    let query = PeopleQuery(context.census, Scope(filter.unit), year: filter.year)
    let register = context.register
    let rows = query.departures(filter.figure).map { row -> (row: PersonRow, order: [UInt8]) in
      let worker = register.link(Departure.worker, row) ?? -1
      let name = register.text(Worker.fullName, worker) ?? ""
      let identity =
        register.text(Worker.citizenId, worker) ?? register.text(Worker.passport, worker) ?? ""
      let person = PersonRow(
        row: row, key: register.key(.departure, row), name: name, citizenId: identity, folded: name.folded)
      return (person, VietnameseOrder.nameKey(name))
    }
    return rows.sorted { left, right in
      if left.order != right.order { return left.order.lexicographicallyPrecedes(right.order) }
      return left.row.key < right.row.key
    }.map(\.row)
  }

  func cells(_ context: Context, mask: Character, isShown: Bool, isCommune: Bool) -> Table.Row {
    let register = context.register
    let language = context.language
    let worker = register.link(Departure.worker, row) ?? -1
    func code(_ field: Field, _ row: Int) -> String {
      guard case .code(let list) = field.kind, let code = register.code(field, row) else { return "" }
      return list.text(code, language)
    }
    let status = context.census.status(of: row)
    let conflicts = register.conflictCount(.departure, row) + register.conflictCount(.worker, worker)
    let day = register.day(Departure.departedOn, row) ?? register.day(Departure.plannedOn, row)
    let isPlanned = register.day(Departure.departedOn, row) == nil
    let middle =
      isCommune
      ? [Table.Row.Cell(code(Worker.sex, worker)), Table.Row.Cell(code(Worker.ethnicGroup, worker))]
      : [Table.Row.Cell(register.unit(Departure.commune, row).map { Places.standard[$0].name } ?? "")]
    let identity = Table.Row.Cell(isShown ? citizenId : CitizenNumber.masked(citizenId, mask))
    return Table.Row(
      [Table.Row.Cell(name), identity] + middle + [
        Table.Row.Cell(day?.text ?? "", isPlanned ? .dim : .plain),
        Table.Row.Cell(register.code(Departure.market, row) ?? ""),
        Table.Row.Cell(status.flatMap { Status(code: $0) }?.shortWords[language] ?? ""),
        Table.Row.Cell(conflicts > 0 ? "!\(conflicts)" : "", .warning),
      ])
  }
}

extension PeopleQuery.Figure {
  var words: Words {
    switch self {
    case .departed: Words("đã xuất cảnh", "left")
    case .pipeline: Words("chờ xuất cảnh", "waiting to leave")
    case .trained: Words("đã bồi dưỡng", "trained")
    case .untrained: Words("chưa bồi dưỡng", "untrained")
    case .poor: Words("hộ nghèo (T2)", "poor households (T2)")
    case .escaped: Words("hộ thoát nghèo", "escaped poverty")
    case .notReviewed: Words("hộ chưa rà soát", "not yet reviewed")
    case .areaUnknown: Words("chưa rõ diện xã", "area unknown")
    case .all: Words("tất cả", "all")
    }
  }
}
