/// What a paper says of a person on file where the file says otherwise: the file is kept, and so is what was written.
///
/// It stands on the departure as open values (`written.<field>`) until a correction makes both agree.
extension Register {
  private static let writtenPrefix = "written."

  /// Who a person is; what a new paper says of these does not replace what is on file.
  private static let identifying = [Worker.fullName, Worker.birthDate, Worker.sex, Worker.ethnicGroup]
  /// What people have anew from time to time.
  private static let changing = [Worker.phone, Worker.passport]

  /// The values on a departure's paper that differ from what is on file of the person, by field.
  public func written(on departure: Int) -> [(field: Field, value: FieldValue)] {
    let said = said(on: departure)
    guard !said.isEmpty, let worker = link(Departure.worker, departure) else { return [] }
    return Register.differing(said) { value($0, ofPerson: worker) }
  }

  /// The fields in which the paper of a departure says something else than its entry as it is being corrected.
  func contradictions(_ entry: DepartureEntry, correcting departure: Int) -> [Field] {
    Register.differing(said(on: departure)) { entry[$0] }.map(\.field)
  }

  /// What is kept of a departure's paper beside its values, by field.
  private func said(on departure: Int) -> [(key: String, value: OpenValue)] {
    openValues(.departure, departure, prefix: Register.writtenPrefix)
  }

  private static func differing(
    _ said: [(key: String, value: OpenValue)], from stored: (Field) -> FieldValue
  ) -> [(field: Field, value: FieldValue)] {
    identifying.compactMap { field in
      guard case .text(let text)? = said.first(where: { $0.key == field.key })?.value,
        differs(text, from: stored(field), in: field)
      else { return nil }
      return field.read(text).map { (field, $0) }
    }
  }

  /// The fields of an entry that say something else of a person than what is on file.
  public func contradictions(_ entry: DepartureEntry, of worker: Int) -> [Field] {
    Register.identifying.filter { field in
      guard let text = entry[field].written else { return false }
      return Register.differs(text, from: value(field, ofPerson: worker), in: field)
    }
  }

  /// Whether a new paper's value takes the place of what is on file of a person: what was missing, and what changes in
  /// a life.
  func isReplaced(_ field: Field, ofPerson worker: Int, by entry: DepartureEntry) -> Bool {
    let stored = value(field, ofPerson: worker)
    return stored == .none || Register.changing.contains { $0.key == field.key } && stored != entry[field]
  }

  /// What is kept of them on a new departure.
  func writtenFields(_ entry: DepartureEntry, of worker: Int) -> [(String, FieldValue)] {
    contradictions(entry, of: worker).compactMap { field in
      entry[field].written.map { (Register.writtenPrefix + field.key, .text($0)) }
    }
  }

  private static func differs(_ text: String, from stored: FieldValue, in field: Field) -> Bool {
    guard let stored = stored.written else { return false }
    return field.key == Worker.fullName.key ? !PersonName.isSame(text, stored) : text != stored
  }
}

extension FieldValue {
  /// The value as text, where it is a text, a code or a day.
  fileprivate var written: String? {
    switch self {
    case .text(let text), .code(let text): text
    case .day(let day): day.iso
    default: nil
    }
  }
}

extension Field {
  fileprivate func read(_ text: String) -> FieldValue? {
    switch kind {
    case .text: .text(text)
    case .code: .code(text)
    case .day: Day(iso: text).map { .day($0) }
    default: nil
    }
  }
}
