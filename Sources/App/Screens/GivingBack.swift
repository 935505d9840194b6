import Model

/// A record that is given back: on which field, with which note; of a sealed month it is reopened instead.
struct GivingBack: Sendable {
  private let departure: String
  /// The fields, those with a warning first.
  private let fields: [Field]
  private var chosen = 0
  private let isSealed: Bool
  private var line: AskedLine

  init(_ departure: Int, _ context: Context) {
    let register = context.register
    self.departure = register.key(.departure, departure)
    isSealed = register.isSealed(departure, on: context.today)
    let rules = RuleContext(register, today: context.today)
    let warned = Set(
      Rule.standing(departure, register.entry(departure, today: context.today), rules).map(\.field))
    let all = DepartureEntry.fields
    fields = all.filter { warned.contains($0.key) } + all.filter { !warned.contains($0.key) }
    line = AskedLine(Words("", ""), needed: AskedLine.reasonNeeded, limit: 200)
    ask(context)
  }

  private mutating func ask(_ context: Context) {
    let until = (context.today + Register.reopenedDays).text
    let (vi, en) = (fields[chosen].label.vi, fields[chosen].label.en)
    line.question =
      isSealed
      ? Words(
        "Tháng đã khóa; mở hồ sơ này đến \(until) vì", "Sealed; reopen this record until \(until) because")
      : Words("Trả lại ô “\(vi)” vì", "Given back, “\(en)”, because")
  }

  enum Answer { case typing, refused(Words?), cancelled, save(Change) }

  mutating func update(_ input: Input, _ context: Context) -> Answer {
    if case .command(let command) = input, command == .nextField || command == .previousField, !isSealed {
      chosen = (chosen + (command == .nextField ? 1 : fields.count - 1)) % fields.count
      ask(context)
      return .typing
    }
    switch line.update(input) {
    case .typing: return .typing
    case .refused(let words): return .refused(words)
    case .cancelled: return .cancelled
    case .taken(let note): return change(note, context).map { .save($0) } ?? .refused(nil)
    }
  }

  /// The record with its note, and the report of its month, which is to be sent again.
  private func change(_ note: String, _ context: Context) -> Change? {
    let register = context.register
    guard let row = register.row(of: departure)?.row else { return nil }
    if isSealed {
      return register.change(register.edits(reopening: row, because: note, today: context.today))
    }
    var edits = register.edits(givingBack: row, on: fields[chosen].key, note: note)
    if let unit = register.unit(Departure.commune, row), let left = register.day(Departure.departedOn, row) {
      let period = ReportingPeriod(year: left.year, month: left.month, dueDay: context.plan.reportDueDay)
      let reporting = Reporting(
        context.census, Places.standard.inForce(unit, period.last), period)
      // A report that has come back already keeps the note with which it did.
      if reporting.standing.state != .returned, reporting.obstacle(.giveBack) == nil {
        edits += reporting.edits(.giveBack, by: context.user, note: note)
      }
    }
    return register.change(edits)
  }

  var done: Words {
    isSealed
      ? Words("Đã mở lại hồ sơ", "The record is open again")
      : Words("Đã trả lại hồ sơ", "The record was given back")
  }

  static let keymap =
    AskedLine.keymap + [
      Binding(keys: [.tab], command: .nextField, label: Words("Ô khác", "Other field"), inFooter: true),
      Binding(keys: [.backTab], command: .previousField, label: Words("Ô trước", "Field before")),
    ]

  func draw(in frame: inout Frame, _ area: Rect, _ language: Language) {
    line.draw(in: &frame, area, language)
  }
}
