@testable import Model

/// What a fold amounts to, by entity key, whatever the order of its tables: for comparing.
struct Dump: Equatable, CustomStringConvertible {
  struct Record: Equatable {
    /// The fields that have a value.
    var values: [String: String] = [:]
    /// The fields between whose values nobody has chosen, highest first.
    var conflicts: [String: [String]] = [:]
    var conflictCount = 0
    /// Of a worker, what is known of the person by all records that were merged.
    var person: [String: String] = [:]
    /// The lowest line that told of the record.
    var first = ""
  }

  var records: [String: Record] = [:]

  var description: String {
    records.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
  }

  /// The first record in which two dumps differ, as a message.
  func difference(from other: Dump) -> String {
    for key in Set(records.keys).union(other.records.keys).sorted() where records[key] != other.records[key] {
      return "\(key)\n  \(String(describing: records[key]))\n  \(String(describing: other.records[key]))"
    }
    return "none"
  }
}

extension Dump {
  init(_ register: Register) {
    for kind in EntityKind.allCases {
      let table = register[kind]
      for row in 0..<table.count where table.exists(row) {
        let key = register.key(kind, row)
        var record = Record(first: register.lines.id(table.firstLine[row]).description)
        for field in kind.fields {
          let value = register.value(field, row)
          if value != .none { record.values[field.key] = "\(value)" }
        }
        for (name, value) in register.openValues(key, prefix: "") { record.values[name] = "\(value)" }
        for (field, values) in register.conflicts(of: key) {
          record.conflicts[field] = values.map { "\($0)" }
        }
        record.conflictCount = register.conflictCount(kind, row)
        for field in kind == .worker ? Register.personalFields : [] {
          let value = register.value(field, ofPerson: row)
          if value != .none { record.person[field.key] = "\(value)" }
        }
        records[key] = record
      }
    }
  }
}

extension Register {
  /// The values of keys outside the declarations of an entity that begin with `prefix`, the prefix taken off.
  func openValues(_ key: String, prefix: String) -> [(key: String, value: OpenValue)] {
    row(of: key).map { openValues($0.kind, $0.row, prefix: prefix) } ?? []
  }
}
