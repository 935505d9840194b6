import Model

/// A person on file whose number, or name and birth date, was typed into a new record.
struct KnownPerson: Sendable, Equatable {
  let worker: Int
  /// The field that told who it is, and what it held.
  let field: String
  let text: String
  /// The fields that were filled in from what is on file.
  let filled: [String]
  /// Their latest departure, and whether they have not left with it yet.
  let departure: Int?
  let isWaiting: Bool

  static let binding = Binding(
    keys: [.function(11), .control("K")], command: .openKnown,
    label: Words("Mở lượt đã có", "Open what is on file"))

  /// What to do, in one sentence.
  var note: Words {
    guard departure != nil else { return Words("đã có trong sổ", "on file") }
    return isWaiting
      ? Words("chờ đi · F11 mở lượt đó", "waiting · F11 opens it")
      : Words("đã có · gõ tiếp: HĐ mới", "on file · go on: new contract")
  }
}

// MARK: - What one field gives away of others

extension DepartureFormScreen {
  /// The citizen id tells sex and birth year; it, the passport, or name and birth date tell a person on file.
  mutating func learn(from field: String, _ context: Context) {
    if field == Worker.birthDate.key, case .day(let birth) = form.value(field) {
      let age = birth.years(until: context.today)
      form.setNote(field, Words("\(age) tuổi", "aged \(age)")[context.language])
    }
    forget(field, context)
    if correcting == nil, known == nil, let worker = worker(toldBy: field, context) {
      return recognise(worker, by: field, context)
    }
    guard field == Worker.citizenId.key, let number = CitizenNumber.read(form.text(field)), known == nil
    else {
      return
    }
    form.setYear(Worker.birthDate.key, number.birthYear)
    if form.text(Worker.sex.key).isEmpty { form.set(Worker.sex.key, .code(number.sex)) }
    form.setNote(field, Words("năm sinh \(number.birthYear)", "born \(number.birthYear)")[context.language])
  }

  private func worker(toldBy field: String, _ context: Context) -> Int? {
    guard case .text(let text) = form.value(field) else {
      guard field == Worker.birthDate.key, case .day(let birth) = form.value(field) else { return nil }
      guard form.text(Worker.citizenId.key).isEmpty else { return nil }
      return context.register.person(named: form.text(Worker.fullName.key), born: birth)
    }
    switch field {
    case Worker.citizenId.key: return context.register.person(citizenId: text, passport: nil)
    case Worker.passport.key:
      let id = form.text(Worker.citizenId.key)
      return context.register.person(citizenId: id.isEmpty ? nil : id, passport: text)
    default: return nil
    }
  }

  private mutating func recognise(_ worker: Int, by field: String, _ context: Context) {
    let register = context.register
    var filled: [String] = []
    for personal in Register.personalFields where form.text(personal.key).isEmpty {
      let value = register.value(personal, ofPerson: worker)
      guard value != .none else { continue }
      form.set(personal.key, value)
      filled.append(personal.key)
    }
    let departures = register.departures(ofPerson: worker)
    // Who is waiting has no day of departure yet.
    let departure =
      departures.last { register.day(Departure.departedOn, $0) == nil }
      ?? departures.max { (left(with: $0, register)) < left(with: $1, register) }
    let status = departure.map { register.entry($0, today: context.today) }
    let person = KnownPerson(
      worker: worker, field: field, text: form.text(field), filled: filled, departure: departure,
      isWaiting: status.map { !$0.hasLeft } ?? false)
    known = person
    form.setNote(field, person.note[context.language])
  }

  private func left(with departure: Int, _ register: Register) -> Int32 {
    register.day(Departure.departedOn, departure)?.rawValue ?? .min
  }

  /// A number that was mistyped takes what it filled in with it.
  private mutating func forget(_ field: String, _ context: Context) {
    guard let known, known.field == field, form.text(field) != known.text else { return }
    // What was typed over since is the clerk's own.
    for personal in Register.personalFields where known.filled.contains(personal.key) && personal.key != field
    {
      guard form.value(personal.key) == context.register.value(personal, ofPerson: known.worker) else {
        continue
      }
      form.set(personal.key, .none)
    }
    form.setNote(field, "")
    self.known = nil
  }

  /// Goes on with the departure of a person on file instead of a new one; a batch gives it what it shares.
  mutating func openKnown(_ context: Context) -> [Effect] {
    guard correcting == nil, let departure = known?.departure else { return [.beep] }
    let register = context.register
    let entry = register.entry(departure, today: context.today)
    form = Form(DepartureForm.fields, today: context.today, lists: DepartureForm.lists(context))
    form.suggestions = DepartureForm.suggestions(context, in: unit)
    form.load(DepartureFormScreen.shown(entry.values))
    joinsBatch = !entry.hasLeft
    if let batch, joinsBatch {
      for (key, value) in batch.values { form.set(key, value) }
      form.set(Departure.plannedOn.key, .none)
    }
    correcting = register.key(.departure, departure)
    (basis, known) = (register.entryBasis(departure), nil)
    let rules = RuleContext(register, today: context.today, correcting: departure)
    passed = PassedWarnings(entry.overrides, broken: Rule.findings(entry, rules))
    check(context)
    return []
  }
}
