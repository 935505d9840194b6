/// Records as the command line shows them, objects as `add` takes them (schema 1).
public struct RecordsJSON: Sendable {
  public let census: Census
  let places: Places
  /// Whether citizen ids are shown whole.
  let isUnmasked: Bool
  /// By which places records are told; `nil` for those under which they were typed.
  let catalogue: Catalogue?
  private var rules: RuleContext

  public init(
    _ census: Census, isUnmasked: Bool, asOf catalogue: Catalogue? = nil, places: Places = .standard
  ) {
    self.census = census
    self.isUnmasked = isUnmasked
    self.catalogue = catalogue
    self.places = places
    rules = RuleContext(census.register, today: census.today, places: places, names: census.names)
  }

  /// The same, ready to tell the warnings of so many departures.
  public func ready(for count: Int) -> RecordsJSON {
    guard count > RecordsJSON.few else { return self }
    var records = self
    records.rules = rules.indexed()
    return records
  }

  /// Of so many departures each looks through the columns by itself.
  private static let few = 20

  var register: Register { _read { yield census.register } }
  var today: Day { census.today }

  private func json(_ value: FieldValue) -> JSON {
    switch value {
    case .none: .null
    case .text(let text), .code(let text), .link(let text): .string(text)
    case .day(let day): .string(day.iso)
    case .integer(let integer): .integer(integer)
    case .flag(let flag): .bool(flag)
    case .unit(let unit): .string(places[unit].code)
    }
  }

  /// Whether a field holds a number that is masked.
  static func isIdentity(_ field: Field) -> Bool {
    field.number == Worker.citizenId.number || field.number == Worker.passport.number
  }

  private func identity(_ value: FieldValue) -> JSON { identityText(value).map { .string($0) } ?? .null }

  func identityText(_ value: FieldValue) -> String? {
    guard case .text(let number) = value else { return nil }
    return isUnmasked ? number : CitizenNumber.masked(number)
  }

  func place(_ key: String, _ unit: UnitID?) -> [JSON.Member] {
    if let catalogue { return place(key, unit.map { PlaceAsOf($0, catalogue, places: places) }, catalogue) }
    return [
      JSON.Member(key, unit.map { .string(places[$0].code) } ?? .null),
      JSON.Member("catalogue", unit.map { .string(places[$0].catalogue.rawValue) } ?? .null),
    ]
  }

  /// The same by the places of a catalogue, with the unit typed and its former name.
  private func place(_ key: String, _ place: PlaceAsOf?, _ catalogue: Catalogue) -> [JSON.Member] {
    let former = RecordsJSON.former(key)
    return [
      JSON.Member(key, place?.unit.map { .string(places[$0].code) } ?? .null),
      JSON.Member("catalogue", place.map { _ in .string(catalogue.rawValue) } ?? .null),
      JSON.Member(former.typed, place.map { .string(places[$0.typed].key) } ?? .null),
      JSON.Member(former.name, place?.formerName.map { .string($0) } ?? .null),
    ]
  }

  public func departure(_ row: Int) -> JSON {
    let entry = register.entry(row, today: today)
    let worker = register.link(Departure.worker, row)
    let person = if let worker { JSON.string(register.key(.worker, worker)) } else { JSON.null }
    let twins = if let worker { census.twins(of: worker) } else { [Int]() }
    var members = [JSON.Member("id", .string(register.key(.departure, row))), JSON.Member("worker", person)]
    members += place("commune", entry.unit)
    for field in DepartureEntry.fields {
      members.append(
        JSON.Member(field.key, RecordsJSON.isIdentity(field) ? identity(entry[field]) : json(entry[field])))
    }
    members.append(JSON.Member("batch", json(register.value(Departure.batch, row))))
    members.append(JSON.Member("overrides", overrides(entry)))
    members.append(JSON.Member("written", written(row)))
    members.append(JSON.Member("conflicts", .array(conflicts(row).map { .string($0) })))
    members.append(JSON.Member("sameId", keys(twins)))
    members.append(JSON.Member("warnings", .array(warnings(row, entry).map { .string($0) })))
    return .object(members)
  }

  func overrides(_ entry: DepartureEntry) -> JSON {
    .object(entry.overrides.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
  }

  func written(_ row: Int) -> JSON {
    .object(register.written(on: row).map { JSON.Member($0.field.key, json($0.value)) })
  }

  func conflicts(_ row: Int) -> [String] {
    var keys: [String] = []
    if register.conflictCount(.departure, row) > 0 {
      keys += register.conflicts(of: register.key(.departure, row)).map(\.field)
    }
    if let worker = register.link(Departure.worker, row), register.conflictCount(.worker, worker) > 0 {
      keys += register.conflicts(of: register.key(.worker, worker)).map(\.field)
    }
    return keys
  }

  /// The warnings on a departure, with a reason or without.
  public func standing(_ row: Int) -> [StandingWarning] {
    Rule.standing(row, register.entry(row, today: today), rules)
  }

  /// The warnings that nobody has given a reason for.
  public func warnings(_ row: Int, _ entry: DepartureEntry) -> [String] {
    Rule.standing(row, entry, rules).filter { $0.reason == nil }.map(\.code)
  }

  public func worker(_ row: Int) -> JSON {
    var members = [JSON.Member("id", .string(register.key(.worker, row)))]
    for field in Register.personal {
      let value = register.value(field, ofPerson: row)
      members.append(JSON.Member(field.key, RecordsJSON.isIdentity(field) ? identity(value) : json(value)))
    }
    members.append(
      JSON.Member(
        "departures", .array(register.departures(ofPerson: row).map { .string(register.key(.departure, $0)) })
      ))
    members.append(JSON.Member("merged", keys(register.merged(row).filter { $0 != row })))
    members.append(JSON.Member("sameId", keys(census.twins(of: row))))
    members.append(
      JSON.Member(
        "conflicts", .array(register.conflicts(of: register.key(.worker, row)).map { .string($0.field) })))
    if catalogue != nil {
      // A person is where the departure was typed that was told of last.
      let latest = register.departures(ofPerson: row).last
      members += place("commune", latest.flatMap { register.unit(Departure.commune, $0) })
    }
    return .object(members)
  }

  private func keys(_ workers: [Int]) -> JSON {
    .array(workers.map { .string(register.key(.worker, $0)) })
  }

  public func household(_ row: Int) -> JSON {
    let departures = register.departures(ofHousehold: row)
    let members = Set(departures.compactMap { register.link(Departure.worker, $0) }).sorted()
    let classes = register.reviews(of: row).compactMap { review in
      register.integer(HouseholdReview.year, review).flatMap { year in
        register.code(HouseholdReview.outcome, review).map { JSON.Member(String(year), .string($0)) }
      }
    }.sorted { $0.key < $1.key }
    return .object(
      [
        JSON.Member("id", .string(register.key(.household, row))),
        JSON.Member("household", json(register.value(Household.key, row))),
      ] + place("commune", register.unit(Household.commune, row)) + [
        JSON.Member("members", .array(members.map { .string(register.key(.worker, $0)) })),
        JSON.Member("classes", .object(classes)),
      ])
  }

  public func incident(_ row: Int) -> JSON {
    let worker = register.link(Incident.worker, row)
    return .object(
      [JSON.Member("id", .string(register.key(.incident, row)))]
        + [Incident.type, Incident.on].map { JSON.Member($0.key, json(register.value($0, row))) }
        + place("commune", register.unit(Incident.commune, row))
        + [
          JSON.Member(
            "citizenId", worker.map { identity(register.value(Worker.citizenId, ofPerson: $0)) } ?? .null)
        ]
        + [Incident.state, Incident.closedOn, Incident.note].map {
          JSON.Member($0.key, json(register.value($0, row)))
        })
  }

  public func report(_ row: Int) -> JSON {
    .object(
      place("unit", register.unit(PeriodReport.unit, row))
        + [
          PeriodReport.period, PeriodReport.state, PeriodReport.on, PeriodReport.receivedOn, PeriodReport.by,
          PeriodReport.note, PeriodReport.departures, PeriodReport.digest,
        ].map { JSON.Member($0.key, json(register.value($0, row))) })
  }

  /// The plan's clauses, each with those of its updates that are wanted.
  ///
  /// - Parameter party: whose clauses; all where none is named.
  public func tasks(
    _ plan: Plan, of party: TaskParty? = nil, _ isWanted: (TaskProgress.Update) -> Bool = { _ in true }
  ) -> [JSON] {
    let progress = TaskProgress(register, today: today, plan: plan, places: places)
    let tasks = progress.tasks.filter { task in party.map { progress.concerns(task, $0) } ?? true }
    return tasks.map { task in
      .object([
        JSON.Member("task", .string(task.id)),
        JSON.Member("parent", task.parent.map { .string($0) } ?? .null),
        JSON.Member("titleVi", .string(task.title.vi)), JSON.Member("titleEn", .string(task.title.en)),
        JSON.Member("lead", .array(task.lead.map { .string($0) })),
        JSON.Member("coordinating", .array(task.coordinating.map { .string($0) })),
        JSON.Member("due", progress.due(task.id).map { .string($0.iso) } ?? .null),
        JSON.Member("percent", progress.percent(task.id).map { .integer($0) } ?? .null),
        JSON.Member("updates", .array(progress.updates(of: task.id).filter(isWanted).map(update))),
        JSON.Member("partOfPlan", .bool(task.isOfPlan)),
        JSON.Member("target", task.target.map { .string($0) } ?? .null),
      ])
    }
  }

  private func update(_ update: TaskProgress.Update) -> JSON {
    .object(
      place("unit", update.unit) + [
        JSON.Member("on", .string(update.on.iso)),
        JSON.Member("percent", update.percent.map { .integer($0) } ?? .null),
        JSON.Member("note", .string(update.note)), JSON.Member("evidence", .string(update.evidence)),
      ])
  }
}

extension RecordsJSON {
  /// What each kind of record says, in order: the head of a table, also of an empty one.
  public static let departureKeys =
    ["id", "worker", "commune", "catalogue"] + DepartureEntry.fields.map(\.key) + [
      "batch", "overrides", "written", "conflicts", "sameId", "warnings",
    ]
  public static let workerKeys =
    ["id"] + Register.personal.map(\.key) + [
      "departures", "merged", "sameId", "conflicts",
    ]
  public static let householdKeys = ["id", "household", "commune", "catalogue", "members", "classes"]
  public static let incidentKeys = [
    "id", "type", "on", "commune", "catalogue", "citizenId", "state", "closedOn", "note",
  ]
  public static let reportKeys = [
    "unit", "catalogue", "period", "state", "on", "receivedOn", "by", "note",
    "departures", "digest",
  ]
  public static let taskKeys = [
    "task", "parent", "titleVi", "titleEn", "lead", "coordinating", "due", "percent", "updates",
    "partOfPlan", "target",
  ]

  /// The same where records are told by the places of a catalogue: behind it the unit typed and its former name.
  public static func asOf(_ keys: [String]) -> [String] {
    guard let index = keys.firstIndex(of: "catalogue"), index > 0 else {
      return keys.contains("fullName") ? keys + asOf(["commune", "catalogue"]) : keys
    }
    let former = former(keys[index - 1])
    return keys[...index] + [former.typed, former.name] + keys[(index + 1)...]
  }

  /// The keys beside a unit's: `typedCommune` (`02728@2023`) and `formerCommune` (a full name).
  static func former(_ key: String) -> (typed: String, name: String) {
    let name = key.prefix(1).uppercased() + key.dropFirst()
    return ("typed" + name, "former" + name)
  }
}
