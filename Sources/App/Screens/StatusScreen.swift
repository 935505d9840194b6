import Model

/// One change of status: to what, on which day, and why; only what may follow the present status is offered.
struct StatusScreen: Screen {
  private let departure: String
  private let name: String
  private let now: String?
  private let lists: [String: ChoiceList]
  private var single: SingleForm
  private var form: Form {
    get { single.form }
    set { single.form = newValue }
  }
  private var pending: Change.ID?
  /// The warning that was told of before saving; a second try saves all the same.
  private var told: String?

  init?(_ departure: String, _ context: Context) {
    guard let row = context.register.row(of: departure)?.row else { return nil }
    self.departure = departure
    let worker = context.register.link(Departure.worker, row) ?? -1
    name = context.register.text(Worker.fullName, ofPerson: worker) ?? ""
    now = context.census.status(of: row)
    let allowed =
      now.flatMap { Status(code: $0) }.map { $0.following.map(\.code) } ?? CodeList.statuses.codes.map(\.code)
    let choices = CodeList.statuses.codes.filter { allowed.contains($0.code) }
      .map { Choice($0.code, $0.words[context.language]) }
    lists = [
      "status": ChoiceList(choices),
      CodeList.earlyReturnReasons.id: ChoiceList(.earlyReturnReasons, uses: [:], context.language),
    ]
    single = SingleForm(
      Form(StatusFields.all(for: nil), today: context.today, lists: lists, isOneOfMany: false))
    form.load([StatusEvent.on.key: .day(context.today)])
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Chuyển trạng thái", "Change status")[context.language], name]
  }

  func facts(_ context: Context) -> String {
    let status = now.map { CodeList.statuses.text($0, context.language) } ?? "–"
    return Words("đang: \(status)", "now: \(status)")[context.language]
  }

  var isTyping: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    SingleForm.keymap(context)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if case .saved(let id) = input, id == pending { return saved(context) }
    return single.update(input, context).flatMap { event -> [Effect] in
      switch event {
      case .save: return save(context)
      case .effects(let effects): return effects
      case .edited(let field), .left(let field):
        if field == StatusEvent.status.key { ask(context) }
        if case .edited = event { told = nil }
        return []
      }
    }
  }

  /// Asks for what the chosen status needs to be told; what was typed before stays.
  private mutating func ask(_ context: Context) {
    let status: String? = if case .code(let code) = form.value(StatusEvent.status.key) { code } else { nil }
    let fields = StatusFields.all(for: status)
    guard fields.map(\.id) != form.fields.map(\.id) else { return }
    let (texts, focus) = (form.draft, form.focusID)
    form = Form(fields, today: context.today, lists: lists, isOneOfMany: false)
    form.load([StatusEvent.on.key: .day(context.today)])
    form.restore(texts, focus: focus)
  }

  /// A violation counts as an incident only: where none is on file, its form comes next.
  private func saved(_ context: Context) -> [Effect] {
    let status = form.text(StatusEvent.status.key)
    let warning = warning(context).map { " · ? \($0.code)" } ?? ""
    let words = Words("Đã lưu: \(name) – \(status)\(warning)", "Saved: \(name) – \(status)\(warning)")
    guard case .code(let code) = form.value(StatusEvent.status.key), let type = StatusFields.incident[code],
      let row = context.register.row(of: departure)?.row,
      let worker = context.register.link(Departure.worker, row),
      context.register.openIncidents(ofPerson: worker).isEmpty
    else { return [.close, .notify(words, .good)] }
    return [
      .replace(.incident(IncidentRequest(departure: departure, type: type))),
      .notify(
        Words(
          "Đã lưu trạng thái. Ghi vụ việc (F2), hoặc Esc.",
          "The status is saved. Save its incident (F2), or Esc."),
        .good),
    ]
  }

  /// The first warning on the departure for which nobody has given a reason, now that the status is saved.
  private func warning(_ context: Context) -> StandingWarning? {
    guard let row = context.register.row(of: departure)?.row else { return nil }
    let rules = RuleContext(context.register, today: context.today)
    return Rule.standing(row, context.register.entry(row, today: context.today), rules).first {
      $0.reason == nil
    }
  }

  private mutating func save(_ context: Context) -> [Effect] {
    let register = context.register
    let finished = form.finish()
    guard case .code(let status)? = form.values[StatusEvent.status.key],
      case .day(let on)? = form.values[StatusEvent.on.key], let row = register.row(of: departure)?.row
    else { return [.beep] }
    let isLeaving = status == "ABROAD" && register.day(Departure.departedOn, row) == nil
    if let words = wrongDay(on, row, isLeaving: isLeaving, context) {
      return refuse(StatusEvent.on, words)
    }
    guard let values = finished else { return [.beep] }
    if case .day(let until)? = values[StatusEvent.until.key], let words = wrongEnd(until, on, row, register) {
      return refuse(StatusEvent.until, words)
    }
    if let warning = newWarning(status, on, row, context), warning.code != told {
      told = warning.code
      let words = warning.words
      return [
        .notify(
          Words(
            "? \(warning.code) \(words.vi) F2 lần nữa: vẫn lưu",
            "? \(warning.code) \(words.en) F2 again saves it"),
          .warning), .beep,
      ]
    }
    var edits: [Edit] = []
    if isLeaving {
      var entry = register.entry(row, today: context.today)
      entry[Departure.departedOn] = .day(on)
      entry[DepartureEntry.status] = .code(status)
      let rules = RuleContext(register, today: context.today, correcting: row)
      if let block = Rule.findings(entry, rules).first(where: { $0.level == .block }) {
        return [.notify(block.words, .problem), .beep]
      }
      edits.append(
        Edit(departure, [(Departure.departedOn.key, .day(on))], basis: register.basis(of: departure)))
      edits += register.datingBack(row, to: on)
    }
    edits.append(
      Edit(
        "event/\(LineID.random())",
        [(StatusEvent.departure.key, .link(departure))]
          + form.fields.map { ($0.id, values[$0.id] ?? .none) }))
    let change = register.change(edits)
    if register.isSealed(row, on: context.today), !Correction(change, of: row, context.census).figures.isEmpty
    {
      return [
        .notify(
          Words(
            "Tháng đã khóa sổ và số đã công bố sẽ đổi: mở lại hồ sơ (r) trước.",
            "The month is sealed and its figures would change: reopen the record (r) first."), .problem),
        .beep,
      ]
    }
    pending = change.id
    return [.save(change)]
  }

  /// The first warning that the departure would have with this status and has not now.
  private func newWarning(_ status: String, _ on: Day, _ row: Int, _ context: Context) -> StandingWarning? {
    let rules = RuleContext(context.register, today: context.today)
    var entry = context.register.entry(row, today: context.today)
    let before = Set(Rule.standing(row, entry, rules).map(\.code))
    entry[DepartureEntry.status] = .code(status)
    if Status(code: status)?.phase == .returned { entry[DepartureEntry.returnedOn] = .day(on) }
    if status == "ABROAD", entry.day(Departure.departedOn) == nil { entry[Departure.departedOn] = .day(on) }
    return Rule.standing(row, entry, rules).first { $0.reason == nil && !before.contains($0.code) }
  }

  private mutating func refuse(_ field: Field, _ words: Words) -> [Effect] {
    form.setProblems([field.key: Problem(level: .block, words: words)])
    form.focus(on: field.key)
    return [.beep]
  }

  /// Why a contract cannot have been extended to this day.
  private func wrongEnd(_ until: Day, _ on: Day, _ row: Int, _ register: Register) -> Words? {
    if until <= on { return Words("Trước ngày gia hạn.", "Before the day of the extension.") }
    guard let end = register.contractEnd(row), until <= end else { return nil }
    return Words("Hợp đồng đã có hạn đến \(end.text).", "The contract runs to \(end.text) already.")
  }

  /// Why a status cannot have changed on this day.
  private func wrongDay(_ on: Day, _ row: Int, isLeaving: Bool, _ context: Context) -> Words? {
    let register = context.register
    if on > context.today { return Words("Ngày sau hôm nay.", "A day after today.") }
    if let left = register.day(Departure.departedOn, row), on < left {
      return Words("Trước ngày đi \(left.text).", "Before the departure on \(left.text).")
    }
    // The status of the latest day counts: one dated before it would be kept and never seen.
    guard !isLeaving,
      let last = register.events(of: row).compactMap({ register.day(StatusEvent.on, $0) }).max(),
      on < last
    else { return nil }
    return Words(
      "Trước lần chuyển trạng thái gần nhất, \(last.text).",
      "Before the latest change of status, \(last.text).")
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let events = LifeLines(departure, context).lines
    let room = area.height - form.heightNeeded(in: area) - 2
    let shown = room > 0 ? events.suffix(room) : []
    let (top, rest) = area.split(bottom: shown.isEmpty ? 0 : shown.count + 1)
    form.draw(in: &frame, top, context.language)
    guard !shown.isEmpty else { return }
    frame.write(Words(" Đã qua", " So far")[context.language], in: rest.row(0), .heading)
    for (index, line) in shown.enumerated() { frame.write("   " + line, in: rest.row(index + 1), .dim) }
  }
}
