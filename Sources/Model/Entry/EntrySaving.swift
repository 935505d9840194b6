extension Register {
  /// What is kept when a departure is entered: person, household, class, departure and status, as one save.
  ///
  /// A person who is on file keeps what is stored of who they are, and what was written stands beside it; only what was
  /// missing is filled in. A departure that is given an `id` is the same one however often it is saved.
  public func edits(
    adding entry: DepartureEntry, id: String? = nil, today: Day,
    fresh: () -> String = { "\(LineID.random())" }
  ) -> [Edit] {
    guard let unit = entry.unit else { return [] }
    let unitKey = Places.standard.key(of: unit)
    var edits: [Edit] = []

    let known = person(citizenId: entry.text(Worker.citizenId), passport: entry.text(Worker.passport))
    let worker = known.map { key(.worker, $0) } ?? "worker/\(fresh())"
    let personal = Register.personal.filter { field in
      entry[field] != .none && known.map { isReplaced(field, ofPerson: $0, by: entry) } ?? true
    }
    if !personal.isEmpty {
      edits.append(Edit(worker, personal.map { ($0.key, entry[$0]) }, basis: basis(of: worker)))
    }

    let departure = "departure/\(id ?? fresh())"
    let household = householdEdits(entry, unitKey, today, fresh(), &edits)
    var fields: [(String, FieldValue)] = [
      (Departure.worker.key, .link(worker)), (Departure.household.key, .link(household)),
      (Departure.commune.key, .unit(unit)),
    ]
    for field in DepartureEntry.fields where field.entity == .departure && entry[field] != .none {
      fields.append((field.key, entry[field]))
    }
    if let batch = entry.text(Departure.batch) { fields.append((Departure.batch.key, .text(batch))) }
    for (rule, reason) in entry.overrides.sorted(by: { $0.key < $1.key }) {
      fields.append(("override.\(rule)", .text(reason)))
    }
    if let known { fields += writtenFields(entry, of: known) }
    edits.append(Edit(departure, fields))
    edits += statusEvents(entry, departure, today, fresh)
    return edits
  }

  static let personal = [
    Worker.fullName, Worker.citizenId, Worker.birthDate, Worker.sex, Worker.ethnicGroup, Worker.phone,
    Worker.passport,
  ]

  /// What is kept when a departure on file is corrected; `basis` is what its form knew when it was opened.
  public func edits(
    correcting departure: Int, to entry: DepartureEntry, basis: EntryBasis, today: Day,
    fresh: () -> String = { "\(LineID.random())" }
  ) -> [Edit] {
    var edits: [Edit] = []
    let departureKey = key(.departure, departure)
    if let worker = link(Departure.worker, departure) {
      edits.append(
        Edit(
          key(.worker, worker), Register.personal.map { ($0.key, entry[$0]) }, basis: basis.lines("worker")))
    }
    var fields: [(String, FieldValue)] = DepartureEntry.fields.filter { $0.entity == .departure }
      .map { ($0.key, entry[$0]) }
    if let unit = entry.unit {
      fields.append((Departure.commune.key, .unit(unit)))
      let household = householdEdits(
        entry, Places.standard.key(of: unit), today, householdKey(departure) ?? fresh(), &edits,
        basis: basis.lines("review"))
      edits += reviewsCarried(departure, to: household, besides: edits)
      fields.append((Departure.household.key, .link(household)))
    }
    if let batch = entry.text(Departure.batch) { fields.append((Departure.batch.key, .text(batch))) }
    fields += overrideFields(departure, entry, today) + withoutNotes(departure)
    edits.append(Edit(departureKey, fields, basis: basis.lines("departure")))
    let (kept, corrections) = eventEdits(departure, entry)
    edits += corrections
    let withdrawn = Set(events(of: departure)).subtracting(kept)
    let status = status(of: departure, on: today, without: withdrawn)
    if let wanted = entry.code(DepartureEntry.status), wanted != status {
      let isLeavingKnown = kept.contains { code(StatusEvent.status, $0) == "ABROAD" }
      if !isLeavingKnown, entry.hasLeft, let left = entry.day(Departure.departedOn) {
        edits += datingBack(departure, to: left)
      }
      edits += statusEvents(entry, departureKey, today, fresh, isLeavingKnown: isLeavingKnown)
    }
    return edits
  }

  /// What a correction does to the events on file: those of leaving and of coming back follow their dates, and are taken
  /// back where the date was emptied.
  private func eventEdits(_ departure: Int, _ entry: DepartureEntry) -> (kept: [Int], edits: [Edit]) {
    var edits: [Edit] = []
    var kept: [Int] = []
    let left = day(Departure.departedOn, departure)
    let returns = returns(of: departure)
    for event in events(of: departure) {
      let isLeaving =
        code(StatusEvent.status, event) == "ABROAD" && left != nil && day(StatusEvent.on, event) == left
      let isReturn =
        event == returns.last || returns.contains(event) && entry.day(DepartureEntry.returnedOn) == nil
      let wanted: Day? =
        isLeaving
        ? entry.day(Departure.departedOn)
        : isReturn ? entry.day(DepartureEntry.returnedOn) : day(StatusEvent.on, event)
      let entity = key(.event, event)
      let basis = basis(of: entity)
      if wanted == nil, isLeaving || isReturn {
        edits.append(Edit(entity, [(StatusEvent.deleted.key, .flag(true))], basis: basis))
        continue
      }
      kept.append(event)
      if wanted != day(StatusEvent.on, event), let wanted {
        edits.append(Edit(entity, [(StatusEvent.on.key, .day(wanted))], basis: basis))
      }
    }
    return (kept, edits)
  }

  /// The reasons of a corrected entry, without those for warnings that the correction has put right.
  private func overrideFields(_ departure: Int, _ entry: DepartureEntry, _ today: Day)
    -> [(String, FieldValue)]
  {
    let before = self.entry(departure, today: today).overrides
    return Set(before.keys).union(entry.overrides.keys).sorted().map { code in
      ("override.\(code)", entry.overrides[code].map { .text($0) } ?? .none)
    }
  }

  private func isLeavingKnown(_ departure: Int) -> Bool {
    events(of: departure).contains { code(StatusEvent.status, $0) == "ABROAD" }
  }

  private func householdKey(_ departure: Int) -> String? {
    link(Departure.household, departure).flatMap { text(Household.key, $0) }
  }

  private func householdEdits(
    _ entry: DepartureEntry, _ unitKey: String, _ today: Day, _ fresh: String, _ edits: inout [Edit],
    basis: [LineID] = []
  ) -> String {
    let name = entry.text(Household.key) ?? fresh
    let household = Household.entity(commune: unitKey, key: name)
    let isOnFile = row(of: household).map { isRecord(.household, $0.row) } ?? false
    if !isOnFile, let unit = entry.unit {
      // One that was deleted is brought back, by naming the deletion.
      edits.append(
        Edit(
          household,
          [
            (Household.commune.key, .unit(unit)), (Household.key.key, .text(name)),
            (Household.deleted.key, .none),
          ], basis: self.basis(of: household)))
    }
    if let outcome = entry.code(DepartureEntry.householdClass) {
      let year =
        entry.integer(DepartureEntry.householdYear) ?? entry.day(Departure.departedOn)?.year ?? today.year
      edits.append(
        Edit(
          HouseholdReview.entity(household: household, year: year),
          [
            (HouseholdReview.household.key, .link(household)), (HouseholdReview.year.key, .integer(year)),
            (HouseholdReview.outcome.key, .code(outcome)),
          ], basis: basis))
    }
    return household
  }

  /// The events a status amounts to: leaving is dated by the departure, coming back by the return.
  private func statusEvents(
    _ entry: DepartureEntry, _ departure: String, _ today: Day, _ fresh: () -> String,
    isLeavingKnown: Bool = false
  ) -> [Edit] {
    guard let status = entry.code(DepartureEntry.status) else { return [] }
    func event(_ status: String, _ day: Day) -> Edit {
      Edit(
        "event/\(fresh())",
        [
          (StatusEvent.departure.key, .link(departure)), (StatusEvent.status.key, .code(status)),
          (StatusEvent.on.key, .day(day)),
        ])
    }
    guard let left = entry.day(Departure.departedOn), entry.hasLeft else { return [event(status, today)] }
    if status == "ABROAD" || status == "ILLEGAL_DEPARTURE" { return [event(status, left)] }
    let since = entry.day(DepartureEntry.returnedOn) ?? max(left, today)
    return (isLeavingKnown ? [] : [event("ABROAD", left)]) + [event(status, since)]
  }
}

/// What a form knew of each record when it was opened.
public struct EntryBasis: Sendable, Equatable {
  public var known: [String: [LineID]]

  public init(_ known: [String: [LineID]] = [:]) { self.known = known }

  func lines(_ kind: String) -> [LineID] { known[kind] ?? [] }
}

extension Register {
  /// What a form on a departure has to remember.
  public func entryBasis(_ departure: Int) -> EntryBasis {
    var known = ["departure": basis(of: key(.departure, departure))]
    if let worker = link(Departure.worker, departure) { known["worker"] = basis(of: key(.worker, worker)) }
    if let household = link(Departure.household, departure) {
      known["review"] = reviews(of: household).flatMap { basis(of: key(.review, $0)) }
    }
    return EntryBasis(known)
  }

  /// The worker with this citizen id, or else the one with this passport, unless that has another citizen id.
  public func person(citizenId: String?, passport: String?) -> Int? {
    people(Worker.citizenId, citizenId).first
      ?? people(Worker.passport, passport).first { worker in
        let known = text(Worker.citizenId, ofPerson: worker)
        return citizenId == nil || known == nil || known == citizenId
      }
  }

  /// A person by name, marks ignored, and birth date.
  public func person(named name: String, born birth: Day) -> Int? {
    let folded = name.folded
    return column(Worker.birthDate).rows(of: birth.rawValue).first { worker in
      isRecord(.worker, worker) && text(Worker.fullName, ofPerson: worker)?.folded == folded
    }
  }

  /// All records with this number; until they are merged, one person may have several.
  func people(_ field: Field, _ number: String?) -> [Int] {
    guard let number, let text = texts.find(number) else { return [] }
    return column(field).rows(of: text).filter { !flag(Worker.deleted, $0) }
  }
}

extension Register {
  /// What is asked about a person, in the order of the paper form.
  public static var personalFields: [Field] { personal }
}

extension CitizenNumber {
  /// The number, where the text is one.
  public static func read(_ text: String) -> CitizenNumber? {
    do throws(TextProblem) { return try CitizenNumber(text) } catch { return nil }
  }
}
