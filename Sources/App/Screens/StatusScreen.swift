import Model

/// One change of status: to what, on which day, and why; only what may follow the present status is offered.
struct StatusScreen: Screen {
  private let departure: String
  private let name: String
  private let now: String?
  private var form: Form
  private var pending: Change.ID?
  private var leaving = LeavingGuard()

  init?(_ departure: String, _ context: Context) {
    guard let row = context.register.row(of: departure)?.row else { return nil }
    self.departure = departure
    let worker = context.register.link(Departure.worker, row) ?? -1
    name = context.register.text(Worker.fullName, ofPerson: worker) ?? ""
    now = context.census.status(of: row)
    let allowed =
      now.flatMap { Status(code: $0) }.map { $0.next.map(\.code) } ?? CodeList.statuses.codes.map(\.code)
    let choices = CodeList.statuses.codes.filter { allowed.contains($0.code) }
      .map { Choice($0.code, $0.words[context.language]) }
    form = Form(
      [
        FormField(StatusEvent.status.key, StatusEvent.status.label, .choice("status"), required: true),
        FormField(StatusEvent.on.key, StatusEvent.on.label, .date(.past), required: true),
        FormField(StatusEvent.reason.key, StatusEvent.reason.label, .text(max: 120)),
      ], today: context.today, lists: ["status": ChoiceList(choices)])
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
    Keymap.form.footer(.save, .nextField, .previousField, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if case .saved(let id) = input, id == pending {
      let status = form.text(StatusEvent.status.key)
      return [.close, .notify(Words("Đã lưu: \(name) – \(status)", "Saved: \(name) – \(status)"), .good)]
    }
    leaving.note(input)
    return form.update(input, area: context.body).flatMap { event -> [Effect] in
      switch event {
      case .save, .saveAndNext: return save(context)
      case .beep: return [.beep]
      case .cancel: return leaving.leave(losing: form.isChanged, LeavingGuard.nothingKept)
      case .edited, .left, .other: return []
      }
    }
  }

  private mutating func save(_ context: Context) -> [Effect] {
    let register = context.register
    guard let values = form.finish(), case .code(let status)? = values[StatusEvent.status.key],
      case .day(let on)? = values[StatusEvent.on.key], let row = register.row(of: departure)?.row
    else { return [.beep] }
    let isLeaving = status == "ABROAD" && register.day(Departure.departedOn, row) == nil
    if let words = wrongDay(on, row, isLeaving: isLeaving, context) {
      form.setProblems([StatusEvent.on.key: Problem(level: .block, words: words)])
      form.focus(on: StatusEvent.on.key)
      return [.beep]
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
        [
          (StatusEvent.departure.key, .link(departure)), (StatusEvent.status.key, .code(status)),
          (StatusEvent.on.key, .day(on)), (StatusEvent.reason.key, values[StatusEvent.reason.key] ?? .none),
        ]))
    let change = register.change(edits)
    pending = change.id
    return [.save(change)]
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
    form.draw(in: &frame, area, context.language)
  }
}
