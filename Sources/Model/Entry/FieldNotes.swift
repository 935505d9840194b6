/// Notes with which a supervisor gives a record back: each on the field that is to be looked at again.
extension Register {
  private static let notePrefix = "note."

  /// The notes on a departure, by field; they go when the record is saved again.
  public func notes(on departure: Int) -> [(field: String, text: String)] {
    openValues(.departure, departure, prefix: Register.notePrefix).compactMap { field, value in
      if case .text(let text) = value { (field, text) } else { nil }
    }
  }

  /// The departures that were given back and not saved since, in the order in which they came to be known.
  public var notedDepartures: [Int] {
    // A name that no line has used stands in no record: most registers are done here.
    let isUsed = DepartureEntry.fields.contains { texts.find(Register.notePrefix + $0.key) != nil }
    guard isUsed else { return [] }
    return open.keys.compactMap { key in
      guard let record = row(of: texts[key]), record.kind == .departure, isRecord(.departure, record.row),
        !notes(on: record.row).isEmpty
      else { return nil }
      return record.row
    }.sorted()
  }

  /// What is kept when a departure is given back with a note on one of its fields.
  public func edits(givingBack departure: Int, on field: String, note: String) -> [Edit] {
    let entity = key(.departure, departure)
    return [Edit(entity, [(Register.notePrefix + field, .text(note))], basis: basis(of: entity))]
  }

  /// The fields that take the notes off, for whoever saves the record again.
  func withoutNotes(_ departure: Int) -> [(String, FieldValue)] {
    notes(on: departure).map { (Register.notePrefix + $0.field, .none) }
  }
}
