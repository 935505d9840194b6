import Model

/// A person on file whose number, or name and birth date, was typed into a new record.
struct KnownPerson: Sendable, Equatable {
  let worker: Int
  /// The field that told who it is, and what it held.
  let field: String
  let text: String
  /// What was filled in from what is on file.
  var filled: [String: FieldValue] = [:]
  /// Their latest departure, and how far they are with it.
  var departure: Int?
  var stage: DepartureStage?
  /// The name of their household that nobody has given one: a new contract is of the same household.
  var household: FieldValue?

  /// Whether going on with what is on file means a new contract.
  var isEnded: Bool { if case .ended = stage { true } else { false } }

  var binding: Binding {
    Binding(
      keys: [.function(11), .control("K")], command: .openKnown,
      label: isEnded ? Words("HĐ mới", "New contract") : Words("Mở lượt đã có", "Open what is on file"))
  }

  /// What to do, in one sentence.
  var note: Words {
    switch stage {
    case nil: return Words("đã có trong sổ", "on file")
    case .waiting: return Words("chờ đi · F11 mở lượt đó", "waiting · F11 opens it")
    case .ended(let status):
      let words = status.shortWords
      return Words("\(words.vi) · F11: HĐ mới", "\(words.en) · F11: new contract")
    case .left(let status):
      // Who has died or is missing is not simply there to leave again.
      let words = status?.phase == .closed ? status?.shortWords : nil
      return Words(
        "\(words?.vi ?? "đã có") · gõ tiếp: HĐ mới", "\(words?.en ?? "on file") · go on: new contract")
    }
  }
}

// MARK: - What the paper and the file say differently

extension DepartureFormScreen {
  /// What a finding says; where the paper contradicts the file, what the other one of them says.
  func words(_ finding: Finding, _ context: Context) -> Words {
    let isName = finding.code == Rule.knownIdKeepsItsName.code
    guard isName || finding.code == Rule.knownIdKeepsItsPerson.code else { return finding.words }
    let register = context.register
    var others: [(field: Field, value: FieldValue)] = []
    let corrected = correcting.flatMap { register.row(of: $0)?.row }
    if let corrected {
      others = register.written(on: corrected)
    } else if case .text(let id) = form.value(Worker.citizenId.key),
      let known = register.person(citizenId: id, passport: nil)
    {
      others = register.contradictions(entry, of: known).map { ($0, register.value($0, ofPerson: known)) }
    }
    func list(_ language: Language) -> String {
      others.filter { ($0.field.key == Worker.fullName.key) == isName }
        .map { $0.value.text(of: $0.field, register, language) }.joined(separator: " · ")
    }
    let (vi, en) = (list(.vi), list(.en))
    if vi.isEmpty { return finding.words }
    return corrected == nil
      ? Words("hồ sơ giữ: \(vi)", "on file, kept: \(en)") : Words("giấy ghi: \(vi)", "the paper says: \(en)")
  }
}

// MARK: - What one field gives away of others

extension DepartureFormScreen {
  /// The citizen id tells sex and birth year; it, the passport, or name and birth date tell a person on file.
  mutating func learn(from field: String, _ context: Context) {
    if field == Worker.birthDate.key {
      var note = Words("", "")
      if case .day(let birth) = form.value(field) {
        let age = birth.years(until: context.today)
        note = Words("\(age) tuổi", "aged \(age)")
      }
      form.setNote(field, note[context.language])
    }
    if field == Worker.passport.key, case .text(let typed) = form.value(field) {
      let tidied = PassportNumber.tidied(typed)
      if tidied != typed { form.set(field, .text(tidied)) }
    }
    forget(field)
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

  /// Fills in what is on file: of the person, and where they live.
  private mutating func recognise(_ worker: Int, by field: String, _ context: Context) {
    let register = context.register
    var person = KnownPerson(worker: worker, field: field, text: form.text(field))
    var left = context.today
    if case .day(let day) = form.value(Departure.departedOn.key) { left = day }
    let home = register.home(ofPerson: worker, in: unit, leaving: left).map { ($0.key, $1) }
    let values = Register.personalFields.map { ($0.key, register.value($0, ofPerson: worker)) } + home
    for (key, value) in values where value != .none && form.text(key).isEmpty {
      guard DepartureFormScreen.shown([key: value])[key] != nil else {
        person.household = value
        continue
      }
      form.recall(key, value)
      person.filled[key] = value
    }
    if let latest = register.latestDeparture(ofPerson: worker, today: context.today) {
      (person.departure, person.stage) = latest
    }
    known = person
    form.setNote(field, person.note[context.language])
  }

  /// A number that was mistyped takes what it filled in with it; what was typed over since is the clerk's own.
  private mutating func forget(_ field: String) {
    guard let known, known.field == field, form.text(field) != known.text else { return }
    for (key, value) in known.filled where key != field && form.value(key) == value { form.set(key, .none) }
    form.setNote(field, "")
    self.known = nil
  }

  /// Goes on with the departure of a person on file instead of a new one; a batch gives it what it shares.
  ///
  /// Who has withdrawn is given a new contract, and that departure stays as it was.
  mutating func openKnown(_ context: Context) -> [Effect] {
    guard correcting == nil, let person = known, let departure = person.departure else { return [.beep] }
    var said: Words?
    if person.isEnded {
      said = Words("Hợp đồng mới; lượt cũ giữ nguyên", "A new contract; what is on file stays")
    } else {
      let register = context.register
      let entry = register.entry(departure, today: context.today)
      let previous = form.previous
      form = Form(DepartureForm.fields, today: context.today, lists: DepartureForm.lists(context))
      form.previous = previous
      form.suggestions = DepartureForm.suggestions(context, in: unit, after: previous)
      form.load(DepartureFormScreen.shown(entry.values))
      loaded = DepartureFormScreen.shown(entry.values)
      joinsBatch = person.stage == .waiting
      if joinsBatch { said = join(entry) }
      correcting = register.key(.departure, departure)
      (basis, known) = (register.entryBasis(departure), nil)
      let rules = RuleContext(register, today: context.today, correcting: departure)
      passed = PassedWarnings(entry.overrides, broken: Rule.findings(entry, rules))
    }
    check(context)
    goToWhatIsMissing(context)
    return said.map { [.notify($0, .notice)] } ?? []
  }

  /// Goes to the first empty field that is passed by neither Tab nor the rules, else to the first at which Tab stops.
  private mutating func goToWhatIsMissing(_ context: Context) {
    let empty = zip(form.fields, form.cells).filter { $1.isEmpty && !$1.isCarried }.map(\.0.id)
    let asked = Set(findings(context).map(\.field))
    if let next = empty.first(where: asked.contains) ?? empty.first { form.focus(on: next) }
  }
}
