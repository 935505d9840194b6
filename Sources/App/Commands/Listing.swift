import Model

/// What a list is asked for beside its kind, and the records that answer.
struct Listing {
  let kind: ListCommand.Kind
  var scope: Scope
  /// Whose clauses of the plan are listed; all where no unit was named.
  var party: TaskParty?
  var year: Int?
  var period: Period?
  var status: String?
  var market: String?
  var householdClass: String?
  var warning: String?
  var text: String?

  /// Refuses a filter that this kind of record cannot answer, and a code that no list knows.
  func check() throws(Refusal) {
    let isPerson = [.departures, .workers, .households].contains(kind)
    let filters: [(String, String?)] = [
      ("--market", market), ("--class", householdClass), ("--warning", warning),
    ]
    for (name, value) in filters where value != nil && !isPerson { throw unanswered(name) }
    if period != nil, !isPerson, kind != .reports { throw unanswered("--period") }
    if kind == .tasks, status != nil { throw unanswered("--status") }
    switch kind {
    case .departures, .workers, .households: try known(status, in: .statuses)
    case .incidents: try known(status, of: ["open", "closed"])
    case .reports: try known(status, of: PeriodReport.State.allCases.map(\.rawValue))
    case .tasks: break
    }
    try known(market, in: .markets)
    try known(householdClass, in: .householdClasses)
    if let warning, warning != Listing.anyWarning,
      !Rule.all.contains(where: { $0.code == warning && $0.level == .warn })
    {
      throw Refusal(
        Words(
          "Không có cảnh báo “\(warning)”; xem “lenduong rules”.",
          "There is no warning “\(warning)”; see “lenduong rules”."))
    }
  }

  private func unanswered(_ name: String) -> Refusal {
    Refusal(
      Words("\(name) không dùng cho \(kind.rawValue).", "\(name) does not apply to \(kind.rawValue)."))
  }

  private func known(_ code: String?, in list: CodeList) throws(Refusal) {
    guard let code, !list.contains(code) else { return }
    throw Refusal(
      Words(
        "Danh mục “\(list.words.vi)” không có mã “\(code)”.",
        "The list “\(list.words.en)” has no code “\(code)”."))
  }

  private func known(_ code: String?, of codes: [String]) throws(Refusal) {
    guard let code, !codes.contains(code) else { return }
    let all = codes.joined(separator: ", ")
    throw Refusal(Words("--status là một trong: \(all).", "--status is one of: \(all)."))
  }

  /// So many objects, each made when it is asked for.
  struct Rows: Sendable {
    let count: Int
    let make: @Sendable (Int) -> JSON
    /// Harmless JSON of some of them, `between` before each but the very first, `end` behind each.
    let bytes: @Sendable (_ numbers: Range<Int>, _ between: [UInt8], _ end: [UInt8]) -> [UInt8]

    fileprivate init(departures found: [Int], _ records: RecordsJSON) {
      count = found.count
      make = { records.departure(found[$0]) }
      bytes = { numbers, between, end in
        records.bytes(
          departures: found[numbers], isFirst: numbers.lowerBound == 0, between: between, end: end)
      }
    }

    fileprivate init(_ rows: [JSON]) {
      count = rows.count
      make = { rows[$0] }
      bytes = { numbers, between, end in
        numbers.flatMap { ($0 == 0 ? [] : between) + rows[$0].harmlessBytes + end }
      }
    }
  }

  func rows(_ records: RecordsJSON, _ plan: Plan) -> Rows {
    let census = records.census
    let query = PeopleQuery(census, scope, year: year ?? census.today.year)
    let register = census.register
    switch kind {
    case .departures:
      let found = departures(records, query)
      return Rows(departures: found, records.ready(for: found.count))
    case .workers:
      // Records that were merged are one person, told once.
      let people = Set(
        linked(to: Departure.worker, records, query, register).compactMap { register.merged($0).first })
      return Rows(people.sorted().map(records.worker))
    case .households:
      var people = self
      (people.year, people.householdClass) = (nil, nil)
      let found = people.linked(to: Departure.household, records, query, register, all: .household)
        .filter { query.contains(register.unit(Household.commune, $0)) }
      return Rows(found.map(records.household).filter(hasClass))
    case .incidents:
      let found = register.records(.incident).filter { query.contains(register.unit(Incident.commune, $0)) }
      return Rows(
        found.map(records.incident)
          .filter { isOf($0["on"]) && says($0["state"], status) && mentions([$0["note"]]) })
    case .reports:
      let found = register.records(.report).filter { query.contains(register.unit(PeriodReport.unit, $0)) }
      return Rows(
        found.map(records.report)
          .filter {
            isOf($0["period"]) && isWithinPeriod($0["period"]) && says($0["state"], status)
              && mentions([$0["by"], $0["note"]])
          })
    case .tasks:
      let unitQuery = if case .place? = party { query } else { PeopleQuery?.none }
      return Rows(
        records.tasks(plan, of: party) { update in
          (year == nil || update.on.year == year) && unitQuery?.contains(update.unit) ?? true
        }.filter { mentions([$0["titleVi"], $0["titleEn"]]) })
    }
  }

  private var asksOfDepartures: Bool {
    year != nil || period != nil || status != nil || market != nil || householdClass != nil || warning != nil
      || text != nil
  }

  /// The departures that answer; only those of which nothing else tells it are looked through for warnings.
  private func departures(_ records: RecordsJSON, _ query: PeopleQuery) -> [Int] {
    let (census, name) = (records.census, text.map { SoughtText($0) })
    let register = census.register
    let all = query.departures(.all)
    let records = warning == nil ? records : records.ready(for: all.count)
    let asked = period ?? year.map { Period(year: $0) }
    return all.filter { row in
      (asked.map { period in register.day(Departure.departedOn, row).map(period.contains) ?? false } ?? true)
        && (status == nil || census.status(of: row) == status)
        && (market == nil || register.code(Departure.market, row) == market)
        && (householdClass == nil
          || register.householdClass(ofDeparture: row, today: census.today)?.code == householdClass)
        && name.map { census.isNamed(row, containing: $0) } ?? true
        && isWarned(row, records)
    }
  }

  /// What `--warning` takes for whichever warning.
  static let anyWarning = "all"

  /// Whether a departure has the warning that was asked for, with a reason or without.
  private func isWarned(_ row: Int, _ records: RecordsJSON) -> Bool {
    guard let warning else { return true }
    let standing = records.standing(row)
    return warning == Listing.anyWarning ? !standing.isEmpty : standing.contains { $0.code == warning }
  }

  /// The people or households of the departures that answer.
  private func linked(
    to field: Field, _ records: RecordsJSON, _ query: PeopleQuery, _ register: Register,
    all kind: EntityKind? = nil
  ) -> [Int] {
    if let kind, !asksOfDepartures { return Array(register.records(kind)) }
    let rows = asksOfDepartures ? departures(records, query) : query.departures(.all)
    return Set(rows.compactMap { register.link(field, $0) }).sorted()
  }

  /// The class in the year asked for, else the latest.
  private func hasClass(_ household: JSON) -> Bool {
    let classes = household["classes"]?.members ?? []
    let judged = classes.last { year == nil || $0.key == year.map(String.init) }
    return (year == nil || judged != nil) && says(judged?.value, householdClass)
  }

  private func says(_ json: JSON?, _ wanted: String?) -> Bool { wanted == nil || json?.text == wanted }

  private func isOf(_ date: JSON?) -> Bool {
    year.map { date?.text?.hasPrefix(String($0)) ?? false } ?? true
  }

  /// Whether the period of a report lies within the one asked for.
  private func isWithinPeriod(_ code: JSON?) -> Bool {
    guard let period else { return true }
    return code?.text.flatMap(Period.init(code:)).map {
      period.contains($0.first) && period.contains($0.last)
    } ?? false
  }

  private func mentions(_ texts: [JSON?]) -> Bool {
    text.map { wanted in texts.contains { $0?.text?.folded.contains(wanted.folded) ?? false } } ?? true
  }
}
