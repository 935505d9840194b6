/// What is said of a record; of a worker that was merged, what is said of all records that are one.
struct Told {
  /// What is said of the record itself.
  let own: History
  /// The same of every record that was merged with it, itself included; empty where there is none.
  let parts: [History]
  private let all: History
  private let kind: EntityKind

  init(_ own: History, merged parts: [History] = [], _ kind: EntityKind) {
    (self.own, self.parts, self.kind) = (own, parts, kind)
    all = parts.reduce(into: History()) { all, part in part.sayings.forEach { all.add($0) } }
  }

  /// The lines among which a field is settled.
  func history(_ slot: Saying.Slot) -> History { isShared(slot) ? all : own }

  /// Whether several records settle a field together: whose record it is and whether it is deleted each says for itself.
  private func isShared(_ slot: Saying.Slot) -> Bool {
    !parts.isEmpty
      && slot.column.map { kind.fields[$0].key != "deleted" && kind.fields[$0].key != "into" } ?? true
  }

  /// The values of a field that stand, the one that is shown first.
  ///
  /// Where one of several records says nothing of it, or nothing any more, the others say it.
  func claims(_ slot: Saying.Slot, _ lines: Lines) -> History.Claims {
    guard isShared(slot) else { return own.claims(slot, kind, lines) }
    var live = all.live(slot, lines)
    if live.contains(where: { $0.cell != Table.none }) {
      let silent = parts.map { $0.live(slot, lines) }.filter { $0.allSatisfy { $0.cell == Table.none } }
      let lines = Set(silent.joined().map(\.line))
      live.removeAll { $0.cell == Table.none && lines.contains($0.line) }
    }
    return History.distinct(live)
  }

  /// Everything that was said.
  var whole: History { parts.isEmpty ? own : all }

  /// As far as some lines tell it.
  func only(_ isTold: (Int32) -> Bool) -> Told {
    Told(own.only(isTold), merged: parts.map { $0.only(isTold) }, kind)
  }
}

extension Saying.Slot {
  /// The position among the declared fields.
  var column: Int? { if case .column(let index) = self { Int(index) } else { nil } }
}

extension Register {
  /// What is said of a record.
  func told(_ record: RecordID) -> Told {
    let records = record.kind == .worker ? merged(record.row) : [record.row]
    let own = history(record.kind, record.row)
    return Told(own, merged: records.count > 1 ? records.map { history(.worker, $0) } : [], record.kind)
  }

  private func history(_ kind: EntityKind, _ row: Int) -> History {
    let text = self[kind].keys[row]
    return histories[text] ?? firstSaying(kind, text, row)
  }
}

// MARK: Workers that were merged

extension Register {
  /// The records of workers that were merged with this one, itself included: the one that the others lead to first.
  public func merged(_ worker: Int) -> [Int] {
    guard isMerged(worker) else { return [worker] }
    let all = allMerged(worker)
    return all.filter { $0 == worker || isRecord(.worker, $0) }
      .map { (row: $0, isAlias: link(Worker.into, $0).map(all.contains) ?? false, key: key(.worker, $0)) }
      .sorted { $0.isAlias != $1.isAlias ? $1.isAlias : $0.key < $1.key }.map(\.row)
  }

  /// Whether a record of a worker is not the only one of its person.
  func isMerged(_ worker: Int) -> Bool {
    backlinks[Backlinks.Relation.aliasesOfWorker.rawValue].hasChildren(worker)
      || link(Worker.into, worker) != nil
  }

  /// The records of workers that were merged with this one, itself and those that were deleted included.
  func allMerged(_ worker: Int) -> Set<Int> {
    let aliases = backlinks[Backlinks.Relation.aliasesOfWorker.rawValue]
    var found: Set<Int> = []
    var waiting = [worker]
    while let row = waiting.popLast() {
      guard found.insert(row).inserted else { continue }
      waiting += aliases.children(of: row)
      if let into = link(Worker.into, row) { waiting.append(into) }
    }
    return found
  }

  /// What is known of a person by all records that were merged; where they differ, the highest line.
  public func value(_ field: Field, ofPerson worker: Int) -> FieldValue {
    value(cell(field, ofPerson: worker), field.kind)
  }

  func cell(_ field: Field, ofPerson worker: Int) -> Int32 {
    guard isMerged(worker), let index = EntityKind.column(of: field), merged(worker).count > 1 else {
      return cell(field, worker)
    }
    return told(RecordID(.worker, worker)).claims(.column(Int16(index)), lines).first?.cell ?? Table.none
  }

  public func text(_ field: Field, ofPerson worker: Int) -> String? {
    if case .text(let text) = value(field, ofPerson: worker) { text } else { nil }
  }

  public func code(_ field: Field, ofPerson worker: Int) -> String? {
    if case .code(let code) = value(field, ofPerson: worker) { code } else { nil }
  }

  /// The departures of a person by all records that were merged.
  public func departures(ofPerson worker: Int) -> [Int] {
    isMerged(worker) ? merged(worker).flatMap(departures(of:)).sorted() : departures(of: worker)
  }

  /// The change by which records of workers become one: all lead to the one that was told of first.
  public func merging(_ workers: [Int]) -> Change {
    let mains = Set(workers.compactMap { merged($0).first })
    let table = self[.worker]
    let first = mains.min { lines.isHigher(table.firstLine[$1], than: table.firstLine[$0]) }
    guard let first, let index = EntityKind.column(of: Worker.into) else { return Change(operations: []) }
    let operations = mains.subtracting([first]).sorted().map { row in
      let replaced = told(RecordID(.worker, row)).own.live(.column(Int16(index)), lines)
      return Operation(
        entity: key(.worker, row), replaces: replaced.map { lines.id($0.line) },
        fields: [(key: Worker.into.key, value: .text(key(.worker, first)))])
    }
    return Change(operations: operations, highest: highestNumber, action: .merge)
  }
}
