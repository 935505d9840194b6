import Model

/// Where a clerk types one departure, or corrects one; it closes when the save has come back.
struct DepartureFormScreen: Screen {
  var form: Form
  let unit: UnitID
  /// The departure that is being corrected; `nil` for a new one.
  var correcting: String?
  var basis = EntryBasis()
  /// What the record said when it was opened to be corrected; `nil` where that is not known.
  var loaded: [String: FieldValue]?
  /// The question whose value stays, while it is asked.
  var others: OthersQuestion?
  /// The published figures that saving would change, while they are shown.
  var published: CorrectionQuestion?
  var draftID: String
  /// What is being saved, with the reasons just given for it.
  private(set) var pending: (change: Change.ID, isNext: Bool, reasons: String)?
  var leaving = LeavingGuard()
  var discarding = LeavingGuard()
  var passed = PassedWarnings()
  /// The batch that the record belongs to.
  var batch: BatchHeader?
  var correction: Change.ID?
  var unmasking = FormUnmasking()
  /// Whether the record is one of the batch: what a person on file has left with already is not.
  var joinsBatch = true
  /// The person on file who has the number that was typed.
  var known: KnownPerson?
  private(set) var savedCount = 0
  private var count = EffortCount(isWhole: true)

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
      let entry = register.entry(row, today: context.today)
      let shown = DepartureFormScreen.shown(entry.values)
      form.load(shown)
      if request.draft == nil { loaded = shown }
      basis = register.entryBasis(row)
      let rules = RuleContext(register, today: context.today, correcting: row)
      passed = PassedWarnings(entry.overrides, broken: Rule.findings(entry, rules))
      let onFile = register.text(Departure.batch, row)
      batch = onFile.map { BatchHeader($0, register.sharedValues(ofBatch: $0, today: context.today)) }
      if scope["batch"] != onFile, let joined = BatchHeader(draftScope: scope, context) {
        batch = joined
        _ = join(entry)
      }
    } else {
      form.load([DepartureEntry.status.key: .code("ABROAD")])
      form.previous = DepartureFormScreen.lastEntered(in: unit, context)
      if let household = request.household { form.load([Household.key.key: .text(household)]) }
      if request.isBatch {
        batch = BatchHeader(
          new: "\(LineID.random())", like: DepartureFormScreen.lastShared(in: unit, context), context)
      } else if let restored = BatchHeader(draftScope: scope, context) {
        batch = restored
        form.carry(restored.carried)
      }
    }
    form.suggestions = DepartureForm.suggestions(context, in: unit, after: form.previous)
    if let draft = request.draft {
      if correcting != nil { basis = EntryBasis(draftScope: draft.scope) }
      form.restore(draft.texts, focus: draft.focus)
      passed.restore(draft.scope)
      learn(from: Worker.citizenId.key, context)
    }
    if let focus = request.focus { form.focus(on: focus) }
    count = EffortCount(isWhole: correcting == nil && request.draft == nil)
    check(context)
  }

  var isTyping: Bool { others == nil && published == nil }

  mutating func answer(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .saved(let id) where id == correction: return wasCorrected(context)
    case .failed(let id, _) where id == correction:
      correction = nil
      return []
    case .saved(let id) where id == pending?.change: return saved(context)
    case .newer(let id) where id == pending?.change:
      let isNext = pending?.isNext ?? false
      pending = nil
      return save(isNext: isNext, context)
    case .failed(let id, _) where id == pending?.change:
      pending = nil
      return []
    default: break
    }
    if others != nil { return answerOthers(input, context) }
    if published != nil { return answerPublished(input, context) }
    if let refusal = DepartureFormScreen.refusal(input, context) { return refusal }
    count.note(input, at: context.moment)
    leaving.note(input)
    discarding.note(input)
    if input == .command(.discard) { return discard(context) }
    if batch?.isOpen ?? false { return shared(input, context) }
    if passed.line != nil { return reason(input, context) }
    if input == .command(.editBatch), batch != nil {
      batch?.open(context)
      return []
    }
    if input == .command(.passWarning) { return askForReason(context) }
    if input == .command(.openKnown) { return openKnown(context) }
    // What a number gives away comes before what is repeated, which fills empty fields only.
    if input == .command(.repeatRest) { learn(from: form.focusID, context) }
    if input == .command(.history), let correcting { return [.open(.history(correcting))] }
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
        count.wasLeft(id, form.text(id))
        learn(from: id, context)
        check(context)
        return []
      case .save: return save(isNext: false, context)
      case .saveAndNext: return save(isNext: true, context)
      case .beep: return [.beep]
      case .refused(let words): return [.notify(words, .warning), .beep]
      case .other: return []
      case .cancel: return leave(context)
      }
    }
  }

  var entry: DepartureEntry {
    var entry = DepartureEntry(unit: unit)
    entry.values = form.values
    if let batch, joinsBatch { entry[Departure.batch] = .text(batch.id) }
    if entry[Household.key] == .none, let household = known?.household { entry[Household.key] = household }
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
    case .told(let words): return [.notify(words, .warning), .beep]
    case .save(let isNext): return save(isNext: isNext, context)
    }
  }

  func findings(_ context: Context) -> [Finding] {
    let row = correcting.flatMap { context.register.row(of: $0)?.row }
    return Rule.findings(entry, RuleContext(context.register, today: context.today, correcting: row))
  }

  /// Whether a finding is of a record on file, was passed over before, or is of a field that one has been to.
  private func isSaid(_ finding: Finding) -> Bool {
    correcting != nil || form.wasFinished || passed.reasons[finding.code] != nil
      || form.cell(finding.field).map { $0.wasLeft || $0.isCarried } ?? false
  }

  /// Puts what the rules say beside the fields that one has been to.
  mutating func check(_ context: Context) {
    var problems = notes(context)
    for finding in findings(context) {
      guard isSaid(finding) else { continue }
      let problem = passed.problem(finding, words(finding, context))
      if let known = problems[finding.field], known.isGraver(than: problem) { continue }
      problems[finding.field] = problem
    }
    form.setProblems(problems)
  }

  /// What a supervisor has written on the fields of a record that came back.
  private func notes(_ context: Context) -> [String: Problem] {
    guard let row = correcting.flatMap({ context.register.row(of: $0)?.row }) else { return [:] }
    return Dictionary(
      context.register.notes(on: row).map { field, text in
        (field, Problem(level: .warn, words: Words("trả lại: \(text)", "given back: \(text)")))
      }, uniquingKeysWith: { first, _ in first })
  }

  mutating func save(isNext: Bool, _ context: Context) -> [Effect] {
    if let reason = context.cannotWrite { return [.notify(reason, .problem), .beep] }
    _ = form.finish()
    check(context)
    guard form.finish() != nil else { return [.beep] }
    let findings = findings(context)
    if let first = findings.first(where: { $0.level == .block }) {
      form.focus(on: first.field)
      return [.notify(first.words, .problem), .beep]
    }
    if let asked = askOfOthers(isNext: isNext, context) { return asked }
    let change = change(passed.kept(findings), context)
    guard !change.isEmpty else {
      return [
        .dropDraft(draftID), .notify(Words("Không có gì thay đổi", "Nothing has changed"), .notice), .close,
      ]
    }
    if let warning = passed.open(findings) {
      return ask(warning, saving: isNext, context) + [.beep]
    }
    if let asked = askOfPublished(change, isNext: isNext, context) { return asked }
    pending = (change.id, isNext, passed.said(findings))
    return [correcting == nil ? .save(change) : .saveUnlessNewer(change)]
  }

  private func change(_ reasons: [String: String], _ context: Context) -> Change {
    let register = context.register
    var entry = entry
    entry.overrides = reasons
    guard let row = correcting.flatMap({ register.row(of: $0)?.row }) else {
      return register.change(register.edits(adding: entry, id: draftID, today: context.today))
    }
    return register.change(register.edits(correcting: row, to: entry, basis: basis, today: context.today))
  }

  private mutating func saved(_ context: Context) -> [Effect] {
    let isNext = pending?.isNext ?? false
    let name = form.text(Worker.fullName.key)
    let reasons = pending?.reasons ?? ""
    let notice = Effect.notify(Words("Đã lưu: \(name)\(reasons)", "Saved: \(name)\(reasons)"), .good)
    let kept: [Effect] = (count.isWhole ? [.keepEffort(count.effort)] : []) + [.dropDraft(draftID)]
    savedCount += 1
    count = EffortCount(isWhole: true)
    if joinsBatch { batch?.wasUsed() }
    guard isNext else { return kept + [.close, notice] }
    let values = form.values
    (pending, correcting, known, basis, passed) = (nil, nil, nil, EntryBasis(), passed.next)
    loaded = nil
    joinsBatch = true
    draftID = "\(LineID.random())"
    form = Form(DepartureForm.fields, today: context.today, lists: DepartureForm.lists(context))
    form.suggestions = DepartureForm.suggestions(context, in: unit, after: values)
    form.load([DepartureEntry.status.key: DepartureFormScreen.status(after: values)])
    form.previous = values
    if let batch { form.carry(batch.carried) }
    return kept + [notice]
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    if let batch, batch.isOpen { return batch.draw(in: &frame, area, context) }
    if let others {
      let (upper, last) = area.split(bottom: 1)
      form.draw(in: &frame, upper, context.language)
      frame.write(" " + others.sentence(context.register, context.language), in: last, .warning)
      return
    }
    if let published {
      let (upper, last) = area.split(bottom: published.height(atMost: area.height / 2))
      form.draw(in: &frame, upper, context.language)
      return published.draw(in: &frame, last, context.language)
    }
    guard let line = passed.line else { return drawForm(in: &frame, area, context.language) }
    let (upper, last) = area.split(bottom: 1)
    form.draw(in: &frame, upper, context.language)
    let message = upper.split(bottom: min(1, upper.height)).1
    line.draw(
      in: &frame, Rect(x: area.x, y: message.y, width: area.width, height: message.height + last.height),
      context.language)
  }
}
