/// Which records changed since somebody last asked, so that what follows from them can follow.
enum Changes: Sendable, Equatable {
  /// Nobody keeps up: everything has to be looked at.
  case all
  case records(Set<RecordID>)
}

extension Register {
  /// Notes that a record changed, or what links to it.
  mutating func touch(_ kind: EntityKind, _ row: Int) {
    guard case .records(var records) = changes else { return }
    changes = .all
    records.insert(RecordID(kind, row))
    changes = .records(records)
  }

  /// What has changed since the last time; from now on changes are noted one by one.
  mutating func takeChanges() -> Changes {
    defer { changes = .records([]) }
    return changes
  }
}
