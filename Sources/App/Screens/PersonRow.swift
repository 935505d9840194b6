import Model

/// One departure as a line of a list; what it shows is read when it is shown.
struct PersonRow: Sendable {
  let row: Int
  /// What became of the household, in the lists behind T2.
  var outcome: HouseholdFacts.Outcome?

  /// The departures behind a figure, in the order of the names of their people once these are read.
  ///
  /// - Parameter isByDay: whether those who left last come first instead; who has not left comes last.
  static func rows(_ filter: DepartureFilter, isByDay: Bool = false, _ context: Context) -> [PersonRow] {
    let query = PeopleQuery(context.census, Scope(filter.unit), filter.period)
    var named = query.list(filter.figure, of: filter.parts, isHurried: true)
    if filter.isToSameDay {
      let counted = Set(query.departuresByTheSameDay)
      named = named.filter(counted.contains)
    }
    return (isByDay ? context.census.latestFirst(named) : named).map { row in
      PersonRow(row: row, outcome: filter.figure.isOfHouseholds ? query.outcome(of: row) : nil)
    }
  }

  func key(_ context: Context) -> String { context.register.key(.departure, row) }

  /// The commune under which it was typed.
  func commune(_ context: Context) -> UnitID? { context.register.unit(Departure.commune, row) }

  /// The person's incident that is open, else a new one.
  func incident(_ context: Context) -> IncidentRequest {
    let register = context.register
    let open = register.link(Departure.worker, row).flatMap { register.openIncidents(ofPerson: $0).last }
    return IncidentRequest(incident: open.map { register.key(.incident, $0) }, departure: key(context))
  }

  /// - Parameter places: by which the commune is named; its former one is told behind the rest.
  func cells(
    _ context: Context, mask: Character, isShown: Bool, isCommune: Bool, places: ListedPlaces? = nil
  ) -> Table.Row {
    let register = context.register
    let language = context.language
    let worker = register.link(Departure.worker, row) ?? -1
    let name = register.text(Worker.fullName, ofPerson: worker) ?? ""
    let citizenId =
      register.text(Worker.citizenId, ofPerson: worker) ?? register.text(Worker.passport, ofPerson: worker)
      ?? ""
    func code(_ field: Field) -> String {
      guard case .code(let list) = field.kind, let code = register.code(field, ofPerson: worker) else {
        return ""
      }
      // The columns are narrow: a letter for the sex, the first of a group's names.
      if language == .en, field.key == Worker.sex.key { return code }
      let name = list.text(code, language)
      return name.firstIndex(of: "(").map { String(name[..<$0]) } ?? name
    }
    let status = outcome?.words ?? context.census.status(of: row).flatMap { Status(code: $0) }?.shortWords
    let questions = register.conflictCount(around: row) + context.census.twins(of: worker).count
    let day = register.day(Departure.departedOn, row) ?? register.day(Departure.plannedOn, row)
    let isPlanned = register.day(Departure.departedOn, row) == nil
    let middle =
      isCommune
      ? [Table.Row.Cell(code(Worker.sex)), Table.Row.Cell(code(Worker.ethnicGroup))]
      : [Table.Row.Cell(places?.name(commune(context), language) ?? "")]
    let former = commune(context).flatMap { places?[$0].formerName } ?? ""
    let identity = Table.Row.Cell(isShown ? citizenId : CitizenNumber.masked(citizenId, mask))
    return Table.Row(
      [Table.Row.Cell(name), identity] + middle + [
        Table.Row.Cell(day?.text ?? "", isPlanned ? .dim : .plain),
        Table.Row.Cell(register.code(Departure.market, row) ?? ""),
        Table.Row.Cell(status?[language] ?? ""),
        Table.Row.Cell(questions > 0 ? "!\(min(questions, 9))" : "", .warning),
        Table.Row.Cell(former, .dim),
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
    case .nearPoor: Words("hộ nay cận nghèo", "near-poor now")
    case .notReviewed: Words("hộ chưa rà soát", "not yet reviewed")
    case .areaUnknown: Words("chưa rõ diện xã", "area unknown")
    case .all: Words("tất cả", "all")
    }
  }
}
