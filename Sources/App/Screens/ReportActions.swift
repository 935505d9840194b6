import Model

/// The steps of the reports' workflow as a list offers them: their keys, their question, what they save.
struct ReportActions: Sendable {
  /// Why reports are given back or communes excused, while that is typed, and of which communes and month.
  private(set) var asked: (line: AskedLine, step: Reporting.Step, units: [UnitID], period: ReportingPeriod)?
  /// What is said once the save has come back.
  private var pending: SaveNotice?

  static func step(_ command: Command) -> Reporting.Step? {
    switch command {
    case .reportNothing: .reportNothing
    case .send: .send
    case .approve: .approve
    case .giveBack: .giveBack
    case .seal: .seal
    case .exempt: .exempt
    default: nil
    }
  }

  /// Why one may not do what supervisors do; `nil` for them.
  static func refusal(_ context: Context) -> Words? {
    context.office.role == .supervisor
      ? nil : Words("Việc này của người theo dõi, chỉ đạo", "Only a supervisor does that")
  }

  /// The keys; only those who look at others' reports approve, give back, seal and exempt.
  static func bindings(_ context: Context) -> [Binding] {
    let cannotWrite = context.cannotWrite
    let notMine = cannotWrite ?? refusal(context)
    return [
      .action(.reportNothing, disabled: cannotWrite), .action(.send, disabled: cannotWrite),
      .action(.approve, disabled: notMine), .action(.giveBack, disabled: notMine),
      .action(.seal, disabled: notMine), .action(.exempt, disabled: notMine),
      .action(.undo, disabled: cannotWrite), .action(.redo, disabled: cannotWrite),
    ]
  }

  /// Takes a step for these communes, those left out that something stands in the way of.
  ///
  /// A single commune's obstacle is said; of several, how many were left out.
  mutating func take(
    _ step: Reporting.Step, _ units: [UnitID], _ period: ReportingPeriod, _ context: Context
  ) -> [Effect] {
    let able = units.filter { Reporting(context.census, $0, period).obstacle(step) == nil }
    guard !able.isEmpty else {
      let reason = units.first.flatMap { Reporting(context.census, $0, period).obstacle(step) }
      return [.notify(reason ?? Words("Không có xã nào", "No commune"), .warning), .beep]
    }
    if needsReason(step, able, period, context) {
      let many = able.count > 1 ? " (\(able.count))" : ""
      let question =
        step == .exempt
        ? Words("Miễn báo cáo vì\(many)", "Exempt because\(many)")
        : Words("Trả lại vì\(many)", "Given back because\(many)")
      asked = (AskedLine(question, needed: AskedLine.reasonNeeded, limit: 200), step, able, period)
      return []
    }
    return save(step, able, leftOut: units.count - able.count, period, context)
  }

  /// What takes something from a commune is told why; an exemption is taken back without.
  private func needsReason(
    _ step: Reporting.Step, _ units: [UnitID], _ period: ReportingPeriod, _ context: Context
  ) -> Bool {
    switch step {
    case .giveBack: true
    case .exempt: units.contains { Reporting(context.census, $0, period).standing.state != .exempt }
    case .reportNothing, .send, .approve, .seal: false
    }
  }

  /// Approves every report of these communes that waits for it and has no warning without a reason.
  mutating func approveClean(_ units: [UnitID], _ period: ReportingPeriod, _ context: Context) -> [Effect] {
    let rules = RuleContext(context.register, today: context.today).indexed()
    let waiting = units.map { Reporting(context.census, $0, period) }.filter { $0.obstacle(.approve) == nil }
    let clean = waiting.filter { $0.openWarnings(rules) == 0 }.map(\.unit)
    guard !clean.isEmpty else {
      let words =
        waiting.isEmpty
        ? Words("Không có báo cáo nào chờ duyệt", "No report waits for approval")
        : Words(
          "Không duyệt được: \(waiting.count) xã còn cảnh báo chưa có lý do",
          "Nothing to approve: \(waiting.count) communes have warnings without a reason")
      return [.notify(words, .warning), .beep]
    }
    return save(.approve, clean, leftOut: waiting.count - clean.count, period, context)
  }

  /// What is typed into the question; `nil` while none is asked.
  mutating func answer(_ input: Input, _ context: Context) -> [Effect]? {
    guard var asked else { return nil }
    switch asked.line.update(input) {
    case .typing: self.asked = asked
    case .refused(let words): return .refusal(words)
    case .cancelled: self.asked = nil
    case .taken(let note):
      self.asked = nil
      return save(asked.step, asked.units, leftOut: 0, asked.period, note: note, context)
    }
    return []
  }

  private mutating func save(
    _ step: Reporting.Step, _ units: [UnitID], leftOut: Int, _ period: ReportingPeriod, note: String? = nil,
    _ context: Context
  ) -> [Effect] {
    let register = context.register
    let changes = units.map { unit in
      register.change(Reporting(context.census, unit, period).edits(step, by: context.user, note: note))
    }.filter { !$0.isEmpty }
    guard let first = changes.first else { return [.beep] }
    pending = SaveNotice(first.id, ReportActions.done(step, units, leftOut, period))
    return changes.count == 1 ? [.save(first)] : [.saveAll(Change.together(changes))]
  }

  /// The save has come back.
  mutating func saved(_ id: Change.ID) -> [Effect] { SaveNotice.take(&pending, saved: id) }

  private static func done(
    _ step: Reporting.Step, _ units: [UnitID], _ leftOut: Int, _ period: ReportingPeriod
  ) -> Words {
    let what =
      switch step {
      case .reportNothing: Words("Đã báo không phát sinh", "Nothing to report was said")
      case .send: Words("Đã gửi", "Sent")
      case .approve: Words("Đã duyệt", "Approved")
      case .giveBack: Words("Đã trả lại", "Given back")
      case .seal: Words("Đã khóa sổ", "Sealed")
      case .exempt: Words("Đã đổi miễn báo cáo", "Exemption changed")
      }
    let name = units.count == 1 ? Places.standard[units[0]].name : nil
    let (left, rest) =
      leftOut > 0
      ? ("; để lại \(leftOut) xã", "; \(leftOut) left as they are") : ("", "")
    return Words(
      "\(what.vi): \(name ?? "\(units.count) xã"), tháng \(period.month)\(left). U hoàn tác",
      "\(what.en): \(name ?? "\(units.count) communes"), \(period.code)\(rest). U undoes it")
  }
}
