import Model

/// Where a clerk types one departure, or corrects one; it closes when the save has come back.
struct DepartureFormScreen: Screen {
  private var form: Form
  private let unit: UnitID
  /// The departure that is being corrected; `nil` for a new one.
  private var correcting: String?
  private var basis = EntryBasis()
  private var draftID: String
  private var pending: (change: Change.ID, isNext: Bool)?
  private var leaving = LeavingGuard()
  private var passed = PassedWarnings()
  private var savedCount = 0

  /// Opens a new form, a record on file, or a draft.
  init?(_ request: DepartureRequest, _ context: Context) {
    let places = Places.standard
    let scope = request.draft?.scope ?? [:]
    correcting = request.departure ?? scope["departure"]
    let register = context.register
    let row = correcting.flatMap { register.row(of: $0)?.row }
    if correcting != nil, row == nil { return nil }
    guard
      let unit = row.flatMap({ register.unit(Departure.commune, $0) }) ?? request.unit
        ?? scope["unit"].flatMap({ places.unit(key: $0)?.id })
    else { return nil }
    self.unit = unit
    draftID = request.draft?.id ?? "\(LineID.random())"
    form = Form(DepartureForm.fields, today: context.today, lists: DepartureForm.lists(context))
    if let row {
      form.load(DepartureFormScreen.shown(register.entry(row, today: context.today).values))
      basis = register.entryBasis(row)
      let entry = register.entry(row, today: context.today)
      let rules = RuleContext(register, today: context.today, correcting: row)
      passed = PassedWarnings(entry.overrides, broken: Rule.findings(entry, rules))
    } else {
      form.load([DepartureEntry.status.key: .code("ABROAD")])
      form.previous = DepartureFormScreen.lastEntered(in: unit, context)
      if let household = request.household { form.load([Household.key.key: .text(household)]) }
    }
    if let draft = request.draft {
      if correcting != nil { basis = EntryBasis(draftScope: draft.scope) }
      form.restore(draft.texts, focus: draft.focus)
      passed.restore(draft.scope)
      learn(from: Worker.citizenId.key, context)
    }
    if let focus = request.focus { form.focus(on: focus) }
    check(context)
  }

  /// What a clerk is shown of a record: a household that was given no name has none.
  private static func shown(_ values: [String: FieldValue]) -> [String: FieldValue] {
    values.filter { key, value in
      guard key == Household.key.key, case .text(let name) = value else { return true }
      return LineID(name) == nil
    }
  }

  /// What the repeat keys repeat first: the departure that was entered last in this commune.
  private static func lastEntered(in unit: UnitID, _ context: Context) -> [String: FieldValue] {
    let register = context.register
    let last = register.records(.departure).last { register.unit(Departure.commune, $0) == unit }
    return last.map { shown(register.entry($0, today: context.today).values) } ?? [:]
  }

  func breadcrumbs(_ context: Context) -> [String] {
    let last = correcting == nil ? Words("lượt mới", "new departure") : Words("sửa", "correct")
    return [Words("Nhập", "Enter")[context.language]] + context.path(of: unit).suffix(2) + [
      last[context.language]
    ]
  }

  func facts(_ context: Context) -> String {
    let drafts = context.drafts.count
    return Words(
      "\(savedCount) đã lưu · \(drafts) nháp",
      "\(savedCount) saved · \(drafts) draft\(drafts == 1 ? "" : "s")")[context.language]
  }

  var isTyping: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    if passed.line != nil { return ReasonLine.keymap + Keymap.text }
    let isWarned = form.problem(at: form.focus)?.level == .warn
    let keymap =
      (Keymap.form + [
        .action(.household, disabled: household(context) == nil ? DepartureFormScreen.noHousehold : nil),
        Binding(keys: [.escape], command: .cancel, label: Words("Ra, giữ nháp", "Leave, keep draft")),
      ])
    return isWarned
      ? keymap.footer(.save, .passWarning, .saveAndNext, .cancel, .help)
      : keymap.footer(.save, .saveAndNext, .repeatField, .cancel, .help)
  }

  var draft: DraftRecord? {
    guard isChanged, pending == nil else { return nil }
    var scope = passed.scope
    scope["unit"] = Places.standard.key(of: unit)
    scope["departure"] = correcting
    for (kind, lines) in basis.known {
      scope["basis.\(kind)"] = lines.map(\.description).joined(separator: " ")
    }
    return DraftRecord(id: draftID, kind: "departure", scope: scope, texts: form.draft, focus: form.focusID)
  }

  private static let noHousehold = Words(
    "Chưa có hộ này trên sổ", "This household is not on file yet")

  /// The household that is named here, else that of the departure on file.
  private func household(_ context: Context) -> String? {
    let register = context.register
    if case .text(let name) = form.value(Household.key.key) {
      let key = Household.entity(commune: Places.standard.key(of: unit), key: name)
      return register.row(of: key).map { register.key($0.kind, $0.row) }
    }
    return correcting.flatMap { register.row(of: $0)?.row }.flatMap { register.link(Departure.household, $0) }
      .map { register.key(.household, $0) }
  }

  private var isChanged: Bool { form.isChanged || passed.isChanged }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .saved(let id) where id == pending?.change: return saved(context)
    case .failed(let id, _) where id == pending?.change:
      pending = nil
      return []
    default: break
    }
    leaving.note(input)
    if passed.line != nil { return reason(input, context) }
    if input == .command(.household) { return household(context).map { [.open(.household($0))] } ?? [.beep] }
    if input == .command(.passWarning) { return askForReason(context) }
    if case .command(let command) = input, command == .repeatField || command == .repeatRest,
      form.previous.isEmpty
    {
      return [
        .notify(Words("Chưa có người trước để lặp lại", "There is no person before to repeat"), .notice),
        .beep,
      ]
    }
    return form.update(input, area: context.body).flatMap { event -> [Effect] in
      switch event {
      case .edited(let field):
        passed.edited(field)
        return []
      case .left(let id):
        learn(from: id, context)
        check(context)
        return []
      case .save: return save(isNext: false, context)
      case .saveAndNext: return save(isNext: true, context)
      case .beep: return [.beep]
      case .other: return []
      case .cancel:
        return leaving.leave(
          losing: isChanged,
          Words("Chưa lưu. Esc lần nữa: ra, giữ nháp.", "Not saved. Esc again leaves and keeps a draft."))
      }
    }
  }

  /// What one field gives away of others: the citizen id tells sex and birth year, or a person on file.
  private mutating func learn(from field: String, _ context: Context) {
    if field == Worker.birthDate.key, case .day(let birth) = form.value(field) {
      let age = birth.years(until: context.today)
      form.setNote(field, Words("\(age) tuổi", "aged \(age)")[context.language])
    }
    guard field == Worker.citizenId.key, case .text(let text) = form.value(field) else { return }
    if correcting == nil, let known = context.register.person(citizenId: text, passport: nil) {
      for field in Register.personalFields where form.text(field.key).isEmpty {
        form.set(field.key, context.register.value(field, known))
      }
      form.setNote(field, Words("đã có trong sổ", "on file")[context.language])
      return
    }
    guard let number = CitizenNumber.read(text) else { return }
    form.setYear(Worker.birthDate.key, number.birthYear)
    if form.text(Worker.sex.key).isEmpty { form.set(Worker.sex.key, .code(number.sex)) }
    form.setNote(field, Words("năm sinh \(number.birthYear)", "born \(number.birthYear)")[context.language])
  }

  private var entry: DepartureEntry {
    var entry = DepartureEntry(unit: unit)
    entry.values = form.values
    return entry
  }

  /// Asks for the reason to pass over the warning on the field one is on, or the first one.
  private mutating func askForReason(_ context: Context) -> [Effect] {
    let warnings = findings(context).filter { $0.level == .warn && isSaid($0) }
    guard let finding = warnings.first(where: { $0.field == form.focusID }) ?? passed.open(warnings) else {
      return [.notify(Words("Không có cảnh báo nào", "There is no warning"), .notice), .beep]
    }
    return ask(finding, saving: nil, context)
  }

  private mutating func ask(_ finding: Finding, saving isNext: Bool?, _ context: Context) -> [Effect] {
    if finding.field != form.focusID { form.focus(on: finding.field) }
    passed.ask(finding, saving: isNext)
    return []
  }

  private mutating func reason(_ input: Input, _ context: Context) -> [Effect] {
    let answer = passed.update(input)
    check(context)
    switch answer {
    case .typing, .closed: return []
    case .refused: return [.beep]
    case .save(let isNext): return save(isNext: isNext, context)
    }
  }

  private func findings(_ context: Context) -> [Finding] {
    let row = correcting.flatMap { context.register.row(of: $0)?.row }
    return Rule.findings(entry, RuleContext(context.register, today: context.today, correcting: row))
  }

  /// Whether a finding is of a record on file, was passed over before, or is of a field that one has been to.
  private func isSaid(_ finding: Finding) -> Bool {
    correcting != nil || form.wasFinished || passed.reasons[finding.code] != nil
      || form.cell(finding.field)?.wasLeft ?? false
  }

  /// Puts what the rules say beside the fields that one has been to.
  private mutating func check(_ context: Context) {
    var problems: [String: Problem] = [:]
    for finding in findings(context) {
      guard isSaid(finding) else { continue }
      let problem = passed.problem(finding)
      if let known = problems[finding.field], known.isGraver(than: problem) { continue }
      problems[finding.field] = problem
    }
    form.setProblems(problems)
  }

  private mutating func save(isNext: Bool, _ context: Context) -> [Effect] {
    if let reason = context.cannotWrite { return [.notify(reason, .problem), .beep] }
    _ = form.finish()
    check(context)
    guard form.finish() != nil else { return [.beep] }
    let findings = findings(context)
    if let first = findings.first(where: { $0.level == .block }) {
      form.focus(on: first.field)
      return [.notify(first.words, .problem), .beep]
    }
    let change = change(passed.kept(findings), context)
    guard !change.isEmpty else {
      return [.notify(Words("Không có gì thay đổi", "Nothing has changed"), .notice), .close]
    }
    if let warning = passed.open(findings) { return ask(warning, saving: isNext, context) }
    pending = (change.id, isNext)
    return [.save(change)]
  }

  private func change(_ reasons: [String: String], _ context: Context) -> Change {
    let register = context.register
    var entry = entry
    entry.overrides = reasons
    guard let row = correcting.flatMap({ register.row(of: $0)?.row }) else {
      return register.change(register.edits(adding: entry, today: context.today))
    }
    return register.change(register.edits(correcting: row, to: entry, basis: basis, today: context.today))
  }

  private mutating func saved(_ context: Context) -> [Effect] {
    let isNext = pending?.isNext ?? false
    let name = form.text(Worker.fullName.key)
    let notice = Effect.notify(Words("Đã lưu: \(name)", "Saved: \(name)"), .good)
    let dropped = Effect.dropDraft(draftID)
    savedCount += 1
    guard isNext else { return [dropped, .close, notice] }
    let values = form.values
    (pending, correcting, basis, passed) = (nil, nil, EntryBasis(), passed.next)
    draftID = "\(LineID.random())"
    form = Form(DepartureForm.fields, today: context.today, lists: DepartureForm.lists(context))
    form.load([DepartureEntry.status.key: values[DepartureEntry.status.key] ?? .code("ABROAD")])
    form.previous = values
    return [dropped, notice]
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    guard let line = passed.line else { return form.draw(in: &frame, area, context.language) }
    let (upper, last) = area.split(bottom: 1)
    form.draw(in: &frame, upper, context.language)
    let message = upper.split(bottom: min(1, upper.height)).1
    line.draw(
      in: &frame, Rect(x: area.x, y: message.y, width: area.width, height: message.height + last.height),
      context.language)
  }
}
