/// A batch (lô): departures that share their contract, typed once for all of them.
///
/// The values are copied into each departure; a departure may differ, and a correction reaches those that do not.
public enum Batch {
  /// What is typed once, in the order of the paper form.
  public static let fields = [
    Departure.market, Departure.contractForm, Departure.programme, Departure.sector, Departure.occupation,
    Departure.enterprise, Departure.contractMonths, Departure.orientationDate, DepartureEntry.status,
    Departure.departedOn,
  ]

  /// What a person may have of their own from before they joined, so that it stands before what the batch shares.
  public static let own = [Departure.orientationDate]

  /// What one who has left with a batch cannot have, so that nobody stops there.
  public static let empty = [Departure.plannedOn, DepartureEntry.returnedOn]
}

/// What a correction of a batch's shared values does to its departures.
public struct BatchCorrection: Sendable {
  /// One shared value that changes.
  public struct Row: Sendable {
    public let field: Field
    public let before: FieldValue
    public let after: FieldValue
    /// How many departures follow, and how many keep a value of their own.
    public let following: Int
    public let own: Int
  }

  public let rows: [Row]
  /// One for each departure that changes, all of one group.
  public let changes: [Change]
  /// The departures that change, as they will be, for the rules to look at.
  public let corrected: [(departure: Int, entry: DepartureEntry)]
}

extension Register {
  /// The departures of a batch that are not deleted, in the order in which they were entered.
  public func departures(ofBatch id: String) -> [Int] {
    guard let text = texts.find(id) else { return [] }
    return column(Departure.batch).rows(of: text).filter { isRecord(.departure, $0) }
  }

  /// What the departures of a batch share: for each field the value that most of them have.
  public func sharedValues(ofBatch id: String, today: Day) -> [String: FieldValue] {
    let entries = departures(ofBatch: id).map { entry($0, today: today) }
    var shared: [String: FieldValue] = [:]
    for field in Batch.fields {
      var counts: [FieldValue: Int] = [:]
      for entry in entries { counts[entry[field], default: 0] += 1 }
      // Of values that equally many have, the one that was entered first.
      let most = counts.values.max() ?? 0
      guard let value = entries.map({ $0[field] }).first(where: { counts[$0] == most }), value != .none else {
        continue
      }
      shared[field.key] = value
    }
    return shared
  }

  /// What happens when the shared values of a batch become others; those who have a value of their own keep it.
  public func correction(
    ofBatch id: String, from before: [String: FieldValue], to after: [String: FieldValue], today: Day
  ) -> BatchCorrection {
    let departures = departures(ofBatch: id)
    let fields = Batch.fields.filter { before[$0.key] != after[$0.key] }
    var following = Array(repeating: 0, count: fields.count)
    var changes: [Change] = []
    var all: [(departure: Int, entry: DepartureEntry)] = []
    for departure in departures {
      var corrected = entry(departure, today: today)
      var isChanged = false
      for (index, field) in fields.enumerated() where corrected[field] == before[field.key] ?? .none {
        corrected[field] = after[field.key] ?? .none
        following[index] += 1
        isChanged = true
      }
      guard isChanged else { continue }
      all.append((departure, corrected))
      let change = change(
        edits(correcting: departure, to: corrected, basis: entryBasis(departure), today: today))
      if !change.isEmpty { changes.append(change) }
    }
    let rows = fields.enumerated().map { index, field in
      BatchCorrection.Row(
        field: field, before: before[field.key] ?? .none, after: after[field.key] ?? .none,
        following: following[index], own: departures.count - following[index])
    }
    return BatchCorrection(rows: rows, changes: Change.together(changes), corrected: all)
  }
}
