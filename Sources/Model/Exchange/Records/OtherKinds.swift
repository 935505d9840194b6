extension Register {
  /// Reads one record of a kind and gives the edits that keep it; throws the first thing that is wrong.
  public func edits(
    adding kind: AddedKind, _ json: JSON, today: Day, plan: Plan = .standard, places: Places = .standard
  ) throws(Finding) -> [Edit] {
    guard json.members != nil else {
      throw Finding("B00", .block, "", Words("Không phải một bản ghi JSON.", "Not a JSON record."))
    }
    if let unknown = kind.unknownKey(json) { throw FieldReader.unknown(unknown) }
    switch kind {
    case .departure: return []
    case .householdReview: return try review(json, today, places)
    case .incident: return try incident(json, today, places)
    case .taskUpdate: return try taskUpdate(json, today, plan, places)
    case .target: return try target(json, today, plan, places)
    case .report: return try report(json, today, places)
    }
  }

  func required(_ json: JSON, _ key: String, _ field: Field) throws(Finding) -> FieldValue {
    guard let value = json[key], value != .null else {
      throw Finding("B00", .block, key, Words("Thiếu “\(key)”.", "“\(key)” is missing."))
    }
    do throws(Finding) { return try FieldReader.value(value, field) } catch {
      throw Finding(error.code, error.level, key, error.words)
    }
  }

  func optional(_ json: JSON, _ field: Field) throws(Finding) -> [(String, FieldValue)] {
    guard let value = json[field.key], value != .null else { return [] }
    return [(field.key, try FieldReader.value(value, field))]
  }

  private func review(_ json: JSON, _ today: Day, _ places: Places) throws(Finding) -> [Edit] {
    let unit: UnitID
    let name: FieldValue
    var edits: [Edit] = []
    if json.given("household") == nil, let id = json["citizenId"]?.text {
      guard let worker = person(citizenId: id, passport: nil),
        let departure = departures(of: worker).last, let household = link(Departure.household, departure),
        let commune = self.unit(Household.commune, household), let key = text(Household.key, household)
      else {
        throw Finding(
          "B11", .block, "citizenId",
          Words("Không có ai mang số định danh này.", "Nobody on file has this citizen id."))
      }
      unit = commune
      name = .text(key)
    } else {
      unit = try FieldReader.commune(json, "commune", today, places)
      name = try required(json, "household", Household.key)
    }
    guard case .text(let key) = name else { throw FieldReader.wrongType(Household.key) }
    let year = try required(json, "year", HouseholdReview.year)
    let outcome = try required(json, "class", HouseholdReview.outcome)
    guard case .integer(let number) = year else { throw FieldReader.wrongType(HouseholdReview.year) }
    let household = Household.entity(commune: places.key(of: unit), key: key)
    if row(of: household) == nil {
      edits.append(Edit(household, [(Household.commune.key, .unit(unit)), (Household.key.key, .text(key))]))
    }
    let entity = HouseholdReview.entity(household: household, year: number)
    edits.append(
      Edit(
        entity,
        [
          (HouseholdReview.household.key, .link(household)), (HouseholdReview.year.key, year),
          (HouseholdReview.outcome.key, outcome),
        ], basis: basis(of: entity)))
    return edits
  }

  private func incident(_ json: JSON, _ today: Day, _ places: Places) throws(Finding) -> [Edit] {
    var fields: [(String, FieldValue)] = [
      (Incident.type.key, try required(json, "type", Incident.type)),
      (Incident.on.key, try FieldReader.past(try required(json, "on", Incident.on), "on", today)),
      (Incident.commune.key, .unit(try FieldReader.commune(json, "commune", today, places))),
    ]
    let state = json.given("state") ?? "open"
    guard case .string(let state) = state, state == "open" || state == "closed" else {
      throw Finding(
        "B00", .block, "state",
        Words("Tình trạng là “open” hoặc “closed”.", "The state is “open” or “closed”."))
    }
    fields.append((Incident.state.key, .text(state)))
    fields += try optional(json, Incident.closedOn)
    fields += try optional(json, Incident.note)
    if let id = json.given("citizenId") {
      guard let worker = id.text.flatMap({ person(citizenId: $0, passport: nil) }) else {
        throw Finding(
          "B11", .block, "citizenId",
          Words("Không có ai mang số định danh này.", "Nobody on file has this citizen id."))
      }
      fields.append((Incident.worker.key, .link(key(.worker, worker))))
    }
    return [Edit("incident/\(LineID.random())", fields)]
  }

  private func taskUpdate(_ json: JSON, _ today: Day, _ plan: Plan, _ places: Places) throws(Finding)
    -> [Edit]
  {
    let task = try required(json, "task", TaskUpdate.task)
    guard case .text(let id) = task, (plan.tasks + ownTasks).contains(where: { $0.id == id }) else {
      throw Finding(
        "B12", .block, "task", Words("Kế hoạch không có mục này.", "The plan has no such clause."))
    }
    guard plan.children(of: id).isEmpty else {
      throw Finding(
        "B12", .block, "task",
        Words("Cập nhật ở mục con của mục “\(id)”.", "Update one of the sub-clauses of “\(id)”."))
    }
    var fields: [(String, FieldValue)] = [
      (TaskUpdate.task.key, task),
      (TaskUpdate.unit.key, .unit(try FieldReader.unit(json, "unit", today, places))),
      (TaskUpdate.on.key, try FieldReader.past(try required(json, "on", TaskUpdate.on), "on", today)),
    ]
    fields += try optional(json, TaskUpdate.percent)
    fields += try optional(json, TaskUpdate.note)
    fields += try optional(json, TaskUpdate.evidence)
    let keys = fields.map(\.0)
    if !keys.contains(TaskUpdate.evidence.key), json[TaskUpdate.percent.key]?.whole == 100 {
      throw Finding("B07", .block, TaskUpdate.evidence.key, TaskUpdate.evidenceWords)
    }
    return [Edit("update/\(LineID.random())", fields)]
  }

  private func target(_ json: JSON, _ today: Day, _ plan: Plan, _ places: Places) throws(Finding) -> [Edit] {
    let target = try required(json, "id", TargetVersion.target)
    guard case .text(let id) = target, plan.targets.contains(where: { $0.id == id }) else {
      throw Finding(
        "B12", .block, "id", Words("Kế hoạch không có chỉ tiêu này.", "The plan has no such target."))
    }
    var fields: [(String, FieldValue)] = [
      (TargetVersion.target.key, target),
      (TargetVersion.year.key, try required(json, "year", TargetVersion.year)),
      (TargetVersion.value.key, try required(json, "value", TargetVersion.value)),
    ]
    fields += try optional(json, TargetVersion.decision)
    fields += try phasing(json, id)
    let catalogue = json["catalogue"]?.text ?? places.catalogue(on: today).rawValue
    let shares = json.given("shares") ?? [:]
    guard let members = shares.members else { throw FieldReader.wrongType(TargetVersion.value, "shares") }
    for share in members {
      guard let unit = Catalogue(rawValue: catalogue).flatMap({ places.unit(code: share.key, catalogue: $0) })
      else {
        throw Finding(
          "B06", .block, "shares",
          Words(
            "Danh mục \(catalogue) không có mã “\(share.key)”.",
            "Catalogue \(catalogue) has no unit “\(share.key)”."))
      }
      guard let count = share.value.whole, count >= 0 else {
        throw FieldReader.wrongType(TargetVersion.value, "shares")
      }
      fields.append((TargetVersion.share(unit.key), .integer(count)))
    }
    return [Edit("target/\(LineID.random())", fields)]
  }

  private func phasing(_ json: JSON, _ target: String) throws(Finding) -> [(String, FieldValue)] {
    let fields = try optional(json, TargetVersion.phasing)
    guard case .text(let text)? = fields.first?.1 else { return fields }
    guard target == "T1", Pace.phasing(text) != nil else {
      throw Finding("B00", .block, TargetVersion.phasing.key, TargetVersion.phasingWords)
    }
    return fields
  }

  /// What is wrong with the shares of a target that may be kept all the same: they do not add up to its value.
  ///
  /// A share of a commune whose district has one too is a part of that one.
  public func sharesWarning(_ json: JSON, today: Day, places: Places = .standard) -> Finding? {
    let catalogue = json["catalogue"]?.text.flatMap(Catalogue.init(rawValue:)) ?? places.catalogue(on: today)
    guard let value = json["value"]?.whole, let shares = json.given("shares")?.members, !shares.isEmpty else {
      return nil
    }
    let given = Set(shares.compactMap { places.unit(code: $0.key, catalogue: catalogue)?.id })
    let sum = shares.reduce(0) { sum, share in
      let above = places.unit(code: share.key, catalogue: catalogue)?.parent
      return above.map(given.contains) ?? false ? sum : sum + (share.value.whole ?? 0)
    }
    guard sum != value else { return nil }
    return Finding(
      "W22", .warn, "shares",
      Words(
        "Phân bổ cộng lại \(sum), chỉ tiêu là \(value).",
        "The shares add up to \(sum), the value is \(value)."))
  }
}

extension JSON {
  /// The value under a key, where there is one and it is not `null`.
  func given(_ key: String) -> JSON? {
    if let value = self[key], value != .null { value } else { Optional.none }
  }
}
