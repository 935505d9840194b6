@testable import Model

/// The fold as the rules say it, slowly, over lines read by the general reader.
///
/// For each field of each entity: the lines that set it, minus those named in `s` of another line that sets it.
/// The highest by `n`, then `i`, is shown. A null that replaces nothing says nothing.
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
    for line in unique where isComplete(line.group, unique) {
      guard let action = line.action, ![.head, .see, .erase].contains(action) else { continue }
      for operation in line.operations {
        let claim = Claim(id: line.id, n: line.n, replaces: operation.replaces, fields: operation.fields)
        claims[operation.entity, default: []].append(claim)
      }
    }
  }

  private func isComplete(_ group: LineGroup?, _ lines: [Line]) -> Bool {
    guard let group else { return true }
    return Set(lines.filter { $0.group?.id == group.id }.map(\.id)).count >= group.size
  }

  var dump: Dump {
    var dump = Dump()
    for (entity, claims) in claims {
      guard let kind = Register.kind(of: entity) else { continue }
      dump.records[entity] = record(kind, claims)
    }
    return dump
  }

  private func record(_ kind: EntityKind, _ claims: [Claim]) -> Dump.Record {
    let ordered = claims.sorted { ($0.n, $0.id) > ($1.n, $1.id) }
    var record = Dump.Record(first: ordered.last?.id.description ?? "")
    for key in Set(claims.flatMap { $0.fields.map(\.key) }) {
      let field = kind.fields.first { $0.key == key }
      let setters = ordered.compactMap { claim -> (Claim, String?)? in
        guard let said = claim.fields.first(where: { $0.key == key })?.value else { return nil }
        let value = ReferenceFold.text(said, field)
        return value == nil && claim.replaces.isEmpty ? nil : (claim, value)
      }
      var values: [String?] = []
      for (claim, value) in setters {
        let isReplaced = setters.contains { $0.0 != claim && $0.0.replaces.contains(claim.id) }
        if !isReplaced, !values.contains(value) { values.append(value) }
      }
      if let value = values.first ?? nil { record.values[key] = value }
      if values.count > 1 {
        record.conflictCount += 1
        if field != nil { record.conflicts[key] = values.map { $0 ?? "\(FieldValue.none)" } }
      }
    }
    return record
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
