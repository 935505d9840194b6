@testable import Model

/// The fold as the rules say it, slowly, over lines read by the general reader.
///
/// For each field of each entity: the lines that set it, minus those named in `s` of another line that sets it.
/// The highest by `n`, then `i`, is shown. A null that replaces nothing says nothing. Of `deleted` there are two values,
/// yes and no; “no” is also said by every line that still says something and neither knows a standing deletion nor is
/// known to one, and is shown wherever anybody says it. Of what any line erases nothing is known.
struct ReferenceFold {
  private struct Claim: Hashable {
    let id: LineID
    let n: Int
    let replaces: [LineID]
    let fields: [Operation.Assignment]
  }

  private var claims: [String: [Claim]] = [:]
  private(set) var setAside = 0
  private(set) var unreadable = 0

  init(_ lines: [[UInt8]]) {
    var read: [Line] = []
    for bytes in lines {
      do throws(JournalFault) { read.append(try Line.read(bytes)) } catch { unreadable += 1 }
    }
    setAside = read.filter { !$0.isFoldable }.count
    var unique: [Line] = []
    for line in read.sorted(by: { $0.n < $1.n }) where line.isFoldable {
      if !unique.contains(where: { $0.repeats(line) }) { unique.append(line) }
    }
    let whole = unique.filter { isComplete($0.group, unique) }
    let erased = Set(whole.filter { $0.action == .erase }.flatMap { $0.operations.map(\.entity) })
    for line in whole {
      guard let action = line.action, ![.head, .see, .erase].contains(action) else { continue }
      for operation in line.operations where !erased.contains(operation.entity) {
        let claim = Claim(id: line.id, n: line.n, replaces: operation.replaces, fields: operation.fields)
        claims[operation.entity, default: []].append(claim)
      }
    }
  }

  private func isComplete(_ group: LineGroup?, _ lines: [Line]) -> Bool {
    guard let group else { return true }
    let all = lines.filter { $0.group?.id == group.id }
    return Set(all.map(\.id)).count >= all.compactMap(\.group?.size).min() ?? 0
  }

  var dump: Dump {
    var dump = Dump()
    for (entity, claims) in claims {
      guard let kind = Register.kind(of: entity) else { continue }
      dump.records[entity] = record(kind, claims)
    }
    let folded = dump.records
    for entity in claims.keys where Register.kind(of: entity) == .worker {
      joinPerson(of: entity, folded, &dump.records[entity, default: Dump.Record()])
    }
    return dump
  }

  /// What is known of a worker by all records that were merged: their lines together settle each personal field, except that a
  /// record that says nothing any more does not contradict the others.
  private func joinPerson(of worker: String, _ folded: [String: Dump.Record], _ record: inout Dump.Record) {
    var links: [(String, String)] = []
    for (entity, one) in folded where Register.kind(of: entity) == .worker {
      guard let into = one.values["into"]?.split(separator: "\"") else { continue }
      links.append((entity, String(into[1])))
    }
    var found: Set = [worker]
    for _ in 0...links.count {
      for (one, other) in links where found.contains(one) || found.contains(other) {
        found.formUnion([one, other])
      }
    }
    let deleted = "\(FieldValue.flag(true))"
    let one = found.filter { entity in
      entity == worker || folded[entity].map { $0.values["deleted"] != deleted } ?? false
    }
    // Of two values of one line that of the record counts more to which the others lead, then that of the lower key.
    let aliases = Set(links.filter { one.contains($0.1) }.map(\.0))
    let parts = one.sorted { (aliases.contains($0) ? 1 : 0, $0) < (aliases.contains($1) ? 1 : 0, $1) }
      .map { claims[$0] ?? [] }
    let all = parts.flatMap(\.self).sorted { ($0.n, $0.id) > ($1.n, $1.id) }
    for field in Register.personalFields {
      var standing = standing(field.key, .worker, all)
      if parts.count > 1, standing.contains(where: { $0.1 != nil }) {
        let silent = parts.map { self.standing(field.key, .worker, $0) }
          .filter { $0.allSatisfy { $0.1 == nil } }.flatMap { $0.map(\.0.id) }
        standing.removeAll { $0.1 == nil && silent.contains($0.0.id) }
      }
      var values: [String?] = []
      for (_, value) in standing where !values.contains(value) { values.append(value) }
      if let value = values.first ?? nil { record.person[field.key] = value }
      guard parts.count > 1 else { continue }
      record.conflictCount += (values.count > 1 ? 1 : 0) - (record.conflicts[field.key] == nil ? 0 : 1)
      record.conflicts[field.key] = values.count > 1 ? values.map { $0 ?? "\(FieldValue.none)" } : nil
    }
  }

  private func record(_ kind: EntityKind, _ claims: [Claim]) -> Dump.Record {
    let ordered = claims.sorted { ($0.n, $0.id) > ($1.n, $1.id) }
    var record = Dump.Record(first: ordered.last?.id.description ?? "")
    let keys = Set(claims.flatMap { $0.fields.map(\.key) })
    for key in keys {
      let field = kind.fields.first { $0.key == key }
      let standing = standing(key, kind, ordered)
      var values: [String?] = []
      for (_, value) in standing where !values.contains(value) { values.append(value) }
      if key == "deleted", field != nil {
        values = deletion(
          standing, keys.subtracting([key]).flatMap { self.standing($0, kind, ordered) }, claims)
      }
      if let value = values.first ?? nil { record.values[key] = value }
      if values.count > 1 {
        record.conflictCount += 1
        if field != nil { record.conflicts[key] = values.map { $0 ?? "\(FieldValue.none)" } }
      }
    }
    return record
  }

  /// Who says what of a field and is not replaced, the highest first.
  private func standing(_ key: String, _ kind: EntityKind, _ ordered: [Claim]) -> [(Claim, String?)] {
    let field = kind.fields.first { $0.key == key }
    let setters = ordered.compactMap { claim -> (Claim, String?)? in
      guard let said = claim.fields.first(where: { $0.key == key })?.value else { return nil }
      let value = ReferenceFold.text(said, field)
      return value == nil && claim.replaces.isEmpty ? nil : (claim, value)
    }
    return setters.filter { claim, _ in
      !setters.contains { $0.0.id != claim.id && $0.0.replaces.contains(claim.id) }
    }
  }

  private func deletion(
    _ standing: [(Claim, String?)], _ others: [(Claim, String?)], _ claims: [Claim]
  ) -> [String?] {
    let yes = "\(FieldValue.flag(true))"
    let deletions = Set(standing.filter { $0.1 == yes }.map(\.0.id))
    guard !deletions.isEmpty else { return Array(standing.prefix(1).map(\.1)) }
    func isKnown(_ id: LineID, to line: LineID) -> Bool {
      var reached: Set = [line]
      while true {
        let further = reached.union(claims.filter { reached.contains($0.id) }.flatMap(\.replaces))
        if further == reached { return id != line && reached.contains(id) }
        reached = further
      }
    }
    let besides = others.map(\.0).filter { claim in
      !deletions.contains(claim.id)
        && !deletions.contains { isKnown(claim.id, to: $0) || isKnown($0, to: claim.id) }
    }
    let keeping = standing.filter { $0.1 != yes } + besides.map { ($0, nil) }
    let shown = keeping.max { ($0.0.n, $0.0.id) < ($1.0.n, $1.0.id) }
    return (shown.map { [$0.1] } ?? []) + [yes]
  }

  /// A value as the dump writes it; `nil` for none and for a value of the wrong type.
  private static func text(_ value: Value, _ field: Field?) -> String? {
    guard let field else {
      switch value {
      case .text(let text): return "\(Register.OpenValue.text(text))"
      case .integer(let whole): return "\(Register.OpenValue.integer(whole))"
      case .null, .bool: return nil
      }
    }
    let typed: FieldValue? =
      switch (field.kind, value) {
      case (.text, .text(let text)): .text(text)
      case (.code, .text(let code)): .code(code)
      case (.day, .text(let text)): Day(iso: text).map { .day($0) }
      case (.integer, .integer(let whole)): .integer(whole)
      case (.flag, .bool(let flag)): .flag(flag)
      case (.unit, .text(let key)): Places.standard.unit(key: key).map { .unit($0.id) }
      case (.link(let kind), .text(let key)): Register.kind(of: key) == kind ? .link(key) : nil
      default: nil
      }
    return typed.map { "\($0)" }
  }
}
