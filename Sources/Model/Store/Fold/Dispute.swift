/// A field of a record between whose values somebody has to choose.
public struct Dispute: Sendable {
  /// One of the values, and the line that says it.
  public struct Claim: Sendable, Equatable {
    public let value: FieldValue
    public let line: LineID
    /// The number of the line among all that its writer knew.
    public let number: Int
  }

  /// The record, `kind/id`.
  public let entity: String
  /// The field's key, which may be outside the declarations, such as `share.082@2023`.
  public let key: String
  /// What is declared of the field, where it is.
  public let field: Field?
  /// The value that is shown first.
  public let claims: [Claim]

  /// Whether it is the record itself that is to be kept or deleted.
  public var isDeletion: Bool { field != nil && key == "deleted" }
}

extension Register {
  /// The fields of a record between whose values somebody has to choose, in the order of their declaration; of a worker, of
  /// all records that were merged.
  public func disputes(of key: String) -> [Dispute] {
    guard let record = row(of: key) else { return [] }
    let fields = record.kind.fields
    let told = told(record)
    let declared = fields.indices.map { Saying.Slot.column(Int16($0)) }
    let open = told.whole.slots.filter { $0.column == nil }.sorted { name($0, fields) < name($1, fields) }
    return (declared + open).compactMap { slot in
      let claims = told.claims(slot, lines)
      guard claims.count > 1 else { return nil }
      let field = slot.column.map { fields[$0] }
      return Dispute(
        entity: key, key: name(slot, fields), field: field,
        claims: claims.map { claim in
          Dispute.Claim(
            value: field.map { value(claim.cell, $0.kind) } ?? openField(claim.cell),
            line: lines.id(claim.line),
            number: Int(lines.numbers[Int(claim.line)]))
        })
    }
  }

  func name(_ slot: Saying.Slot, _ fields: [Field]) -> String {
    switch slot {
    case .column(let index): fields[Int(index)].key
    case .open(let name): texts[name]
    }
  }

  func openField(_ cell: Int32) -> FieldValue {
    if cell == Table.none { return .none }
    return cell < 0 ? .text(texts[-cell - 1]) : .integer(Int(cell))
  }

  /// The change by which a person chooses one of the values: a line that names all lines that stand.
  ///
  /// Whoever chooses to keep a record also brings back what the same line had deleted with it.
  /// - Returns: `nil` where nothing is left to choose.
  public func choosing(_ claim: Dispute.Claim, of dispute: Dispute) -> Change? {
    guard let record = row(of: dispute.entity), let slot = slot(dispute.key, record.kind),
      told(record).claims(slot, lines).count > 1
    else { return nil }
    let told = told(record)
    guard dispute.isDeletion else {
      let history = told.history(slot)
      let live = Set(history.live(slot, lines).map(\.line))
      let replaced = history.only { live.contains($0) }.lineIDs(lines)
      return choice([
        Operation(
          entity: dispute.entity, replaces: replaced, fields: [(key: dispute.key, value: wire(claim.value))])
      ])
    }
    let isDeleted = claim.value == .flag(true)
    var operations = [
      Operation(
        entity: dispute.entity, replaces: told.own.lineIDs(lines),
        fields: [(key: dispute.key, value: .bool(isDeleted))])
    ]
    if !isDeleted {
      let deletions = Set(told.own.live(slot, lines).filter { $0.cell == 1 }.map { lines.id($0.line) })
      operations += broughtBack(with: deletions, except: dispute.entity)
    }
    return choice(operations)
  }

  private func choice(_ operations: [Operation]) -> Change {
    Change(operations: operations, highest: highestNumber, action: .choose)
  }

  /// What brings back the other records that lines had deleted.
  private func broughtBack(with deletions: Set<LineID>, except entity: String) -> [Operation] {
    var operations: [Operation] = []
    for (text, history) in histories where texts[text] != entity {
      guard let record = row(of: texts[text]), let index = record.kind.deletion,
        !isRecord(record.kind, record.row),
        history.live(.column(Int16(index)), lines).contains(where: {
          $0.cell == 1 && deletions.contains(lines.id($0.line))
        })
      else { continue }
      operations.append(
        Operation(
          entity: texts[text], replaces: history.lineIDs(lines),
          fields: [(key: "deleted", value: .bool(false))]))
    }
    return operations.sorted { $0.entity < $1.entity }
  }
}

// MARK: Conflicts

extension Register {
  /// How many fields of a record hold values between which nobody has chosen; of a worker, of all records that were merged.
  public func conflictCount(_ kind: EntityKind, _ row: Int) -> Int {
    if kind == .worker, row >= 0, row < count(.worker), merged(row).count > 1 {
      return disputes(of: key(.worker, row)).count
    }
    return Int(self[kind].conflicts[Int32(row)] ?? 0)
  }

  /// The records that one departure is made of: itself, the person, its events, the household and its classes.
  public func records(around departure: Int) -> [RecordID] {
    var records = [RecordID(.departure, departure)]
    if let worker = link(Departure.worker, departure) { records.append(RecordID(.worker, worker)) }
    records += linked(.eventsOfDeparture, to: departure).map { RecordID(.event, $0) }
    if let household = link(Departure.household, departure) {
      records += [RecordID(.household, household)] + reviews(of: household).map { RecordID(.review, $0) }
    }
    return records
  }

  /// In how many fields of all that one departure is made of somebody has to choose.
  public func conflictCount(around departure: Int) -> Int {
    // Where nobody has to choose anywhere, only records that were merged may differ.
    let mayDiffer = if let worker = link(Departure.worker, departure) { isMerged(worker) } else { false }
    guard mayDiffer || tables.indices.contains(where: { !tables[$0].conflicts.isEmpty }) else { return 0 }
    return records(around: departure).reduce(0) { $0 + conflictCount($1.kind, $1.row) }
  }

  /// The records in which somebody has to choose, in the order of rows; workers that were merged once.
  public func conflicted(_ kind: EntityKind) -> [Int] {
    var rows = Set(self[kind].conflicts.keys.map(Int.init))
    if kind == .worker {
      let aliases = backlinks[Backlinks.Relation.aliasesOfWorker.rawValue].first
      rows.formUnion(aliases.indices.filter { aliases[$0] >= 0 })
      rows = Set(rows.compactMap { merged($0).first }.filter { conflictCount(.worker, $0) > 0 })
    }
    return rows.filter { isRecord(kind, $0) }.sorted()
  }

  /// The values between which somebody has to choose, field by field.
  public func conflicts(of key: String) -> [(field: String, values: [FieldValue])] {
    disputes(of: key).filter { $0.field != nil }.map { ($0.key, $0.claims.map(\.value)) }
  }
}
