import Model

/// What a batch of departures shares, being typed before its first record or corrected for all of them.
struct BatchHeader: Sendable {
  /// What comes of an input.
  enum Answer: Sendable {
    case effects([Effect])
    /// The shared values are settled; nothing on file has to change.
    case settled
    /// The departures on file have to change with them.
    case correct([Change])
    /// The values stay as they were.
    case dropped
  }

  let id: String
  private(set) var values: [String: FieldValue]
  private(set) var form: Form?
  /// The values as they were typed.
  private var texts: [String: String] = [:]
  private var correction: BatchCorrection?
  /// The first departure that cannot be as the correction wants it, with what is wrong.
  private var blocked: (departure: Int, finding: Finding)?
  private var leaving = LeavingGuard()
  /// Whether shared values were typed that no record on file has yet.
  private var isOwed = false

  /// A new batch, whose values are offered as those of the batch before.
  init(new id: String, like values: [String: FieldValue], _ context: Context) {
    (self.id, self.values) = (id, [:])
    form = BatchHeader.form(values, context)
    form?.focus(on: Batch.fields[0].key)
  }

  /// A batch whose shared values are known.
  init(_ id: String, _ values: [String: FieldValue]) { (self.id, self.values) = (id, values) }

  private static func form(_ values: [String: FieldValue], _ context: Context) -> Form {
    var form = Form(
      DepartureForm.shared, today: context.today, lists: DepartureForm.lists(context), isOneOfMany: false)
    form.suggestions = DepartureForm.suggestions(context)
    form.load(values.isEmpty ? [DepartureEntry.status.key: .code("ABROAD")] : values)
    return form
  }

  /// Whether the shared values are on the screen rather than a record.
  var isOpen: Bool { form != nil }

  /// Whether leaving now would lose something that was typed of it.
  var isUnsaved: Bool { isOwed || form?.isChanged ?? false }

  /// Whether a correction stands on the screen, to be confirmed.
  var isAsking: Bool { correction != nil }

  mutating func open(_ context: Context) { form = BatchHeader.form(values, context) }

  /// What a record of the batch is filled with; nobody stops at what the batch leaves empty either.
  var carried: [String: FieldValue] {
    var carried: [String: FieldValue] = [:]
    for field in Batch.fields { carried[field.key] = values[field.key] ?? FieldValue.none }
    if values[Departure.departedOn.key] != nil {
      for field in Batch.empty { carried[field.key] = FieldValue.none }
    }
    return carried
  }

  mutating func update(_ input: Input, _ context: Context) -> Answer {
    leaving.note(input)
    if let correction { return confirm(correction, input) }
    guard var form else { return .effects([]) }
    let events = form.update(input, area: context.body)
    self.form = form
    var effects: [Effect] = []
    for event in events {
      switch event {
      case .save, .saveAndNext: return settle(context)
      case .cancel:
        guard values.isEmpty else {
          self.form = nil
          return .dropped
        }
        effects += leaving.leave(
          losing: form.isChanged,
          Words("Lô chưa bắt đầu. Esc lần nữa: ra.", "The batch has not begun. Esc again leaves."))
      case .beep: effects.append(.beep)
      case .refused(let words): effects += [.notify(words, .warning), .beep]
      case .edited, .left, .other: break
      }
    }
    return .effects(effects)
  }

  private mutating func settle(_ context: Context) -> Answer {
    guard var form else { return .effects([]) }
    let typed = form.finish()
    self.form = form
    guard let typed else { return .effects([.beep]) }
    guard typed[Departure.market.key] != nil else {
      self.form?.focus(on: Departure.market.key)
      return .effects([
        .notify(Words("Lô cần ít nhất thị trường", "A batch needs at least its market"), .problem), .beep,
      ])
    }
    let correction = context.register.correction(
      ofBatch: id, from: values, to: typed, today: context.today)
    if correction.changes.isEmpty {
      isOwed = isOwed || form.isChanged
      take(form)
      return .settled
    }
    self.correction = correction
    blocked = BatchHeader.blocked(correction, context)
    return .effects([])
  }

  private static func blocked(
    _ correction: BatchCorrection, _ context: Context
  ) -> (departure: Int, finding: Finding)? {
    for (departure, entry) in correction.corrected {
      let rules = RuleContext(context.register, today: context.today, correcting: departure)
      if let finding = Rule.findings(entry, rules).first(where: { $0.level == .block }) {
        return (departure, finding)
      }
    }
    return nil
  }

  /// The preview of a correction: F2 does it, Esc goes back to the values.
  private mutating func confirm(_ correction: BatchCorrection, _ input: Input) -> Answer {
    switch input {
    case .command(.save), .command(.enterField):
      if let blocked { return .effects([.notify(blocked.finding.words, .problem), .beep]) }
      return .correct(correction.changes)
    case .command(.cancel):
      self.correction = nil
      return .effects([])
    default: return .effects([])
    }
  }

  /// The correction is on the disk.
  mutating func wasCorrected() {
    if let form { take(form) }
    correction = nil
  }

  /// A record that has the shared values is on the disk.
  mutating func wasUsed() { isOwed = false }

  private mutating func take(_ form: Form) {
    (values, texts, self.form) = (form.values, form.texts, nil)
  }

  // MARK: - Drafts

  /// What a draft remembers of it: the shared values as typed.
  var scope: [String: String] {
    var scope = ["batch": id]
    for (key, text) in form?.texts ?? texts { scope[DraftRecord.second + key] = text }
    if let form { scope["batchFocus"] = form.focusID }
    return scope
  }

  /// Goes on with the batch of a draft.
  init?(draftScope scope: [String: String], _ context: Context) {
    guard let id = scope["batch"] else { return nil }
    self.id = id
    var form = Form(
      DepartureForm.shared, today: context.today, lists: DepartureForm.lists(context), isOneOfMany: false)
    form.suggestions = DepartureForm.suggestions(context)
    var texts: [String: String] = [:]
    for (key, text) in scope where key.hasPrefix(DraftRecord.second) {
      texts[String(key.dropFirst(DraftRecord.second.count))] = text
    }
    form.restore(texts, focus: scope["batchFocus"] ?? Batch.fields[0].key)
    let isOpen = scope["batchFocus"] != nil
    values = isOpen ? context.register.sharedValues(ofBatch: id, today: context.today) : form.values
    self.form = isOpen ? form : nil
    self.texts = isOpen ? [:] : form.texts
    isOwed = !isOpen
  }

  // MARK: - Drawing

  /// The shared values in one line, above a record.
  func summary(_ language: Language) -> String {
    let words = DepartureForm.shared.compactMap { field in
      values[field.id].map { BatchHeader.shown($0, field.id, language) }
    }
    return Words("Lô ", "Batch ")[language] + words.joined(separator: " · ")
  }

  private static func shown(_ value: FieldValue, _ field: String, _ language: Language) -> String {
    switch value {
    case .text(let text), .link(let text): return text
    case .integer(let number): return Words("\(number) tháng", "\(number) months")[language]
    case .day(let day): return day.text
    case .code(let code):
      guard let known = Batch.fields.first(where: { $0.key == field }), case .code(let list) = known.kind
      else {
        return code
      }
      return list[code]?.words[language] ?? code
    case .none, .flag, .unit: return "–"
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    guard let correction else {
      form?.draw(in: &frame, area, context.language)
      return
    }
    draw(correction, in: &frame, area, context)
  }

  private func draw(
    _ correction: BatchCorrection, in frame: inout Frame, _ area: Rect, _ context: Context
  ) {
    let language = context.language
    let count = correction.changes.count
    let title = Words("Sửa \(count) lượt của lô:", "Correct \(count) departures of the batch:")
    frame.write(" " + title[language], in: area.row(0), .title)
    for (index, row) in correction.rows.enumerated() where index + 2 < area.height {
      let before = BatchHeader.shown(row.before, row.field.key, language)
      let after = BatchHeader.shown(row.after, row.field.key, language)
      let own =
        row.own > 0
        ? Words(", \(row.own) giữ giá trị riêng", ", \(row.own) keep their own")[language] : ""
      let following = Words("\(row.following) lượt", "\(row.following) departures")[language]
      frame.write(
        "   \(row.field.label[language]): \(before) \(frame.glyphs == .unicode ? "→" : ">") \(after)   \(following)\(own)",
        in: area.row(index + 2), .plain)
    }
    guard let blocked, area.height > correction.rows.count + 3 else { return }
    let name =
      context.register.link(Departure.worker, blocked.departure)
      .flatMap { context.register.text(Worker.fullName, ofPerson: $0) } ?? ""
    frame.write(
      " ! \(name): \(blocked.finding.words[language])", in: area.row(correction.rows.count + 3), .problem)
  }
}
