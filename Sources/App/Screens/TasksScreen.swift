import Model

/// The plan's clauses as a tree: who leads, how far, by when, and what was said last.
struct TasksScreen: Screen {
  private var progress: TaskProgress
  private var filter = TaskFilter.all
  private var tasks: [Plan.Task]
  /// The new deadline of a clause, while it is typed.
  private var deadline: DeadlineLine?
  /// The unit whose clauses are to be shown, while it is typed.
  private var asking: AskedLine?
  /// The period of the paper, while it is asked for.
  private var printing: PrintQuestion?
  /// By which places the units that reported are named; `nil` for those under which they did.
  private var catalogue: Catalogue?
  private var pending: SaveNotice?
  /// The year whose months are shown in the place of agencies and deadlines.
  private var months: Int?
  private var table = Table(TasksScreen.columns, emptyWords: Words("Không có mục nào", "No clauses"))

  private static let columns = [
    Column(Words("Mục", "Clause"), width: 9), Column(Words("Nhiệm vụ", "Task")),
    Column(Words("Chủ trì", "Lead"), width: 12), Column(Words("Hạn", "Due"), width: 12),
    Column(Words("Tiến độ", "Progress"), width: 8), Column(Words("", ""), width: 4, .right),
  ]

  /// Begins on one clause, where it is named.
  init(_ context: Context, at task: String? = nil) {
    progress = TaskProgress(context.register, today: context.today, plan: context.plan)
    tasks = progress.tasks
    table.select(tasks.firstIndex { $0.id == task } ?? 0, count: tasks.count)
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [
      Words("Nhiệm vụ", "Tasks")[context.language],
      Words("KH", "Plan")[context.language] + " \(context.plan.document.number)",
    ]
  }

  func facts(_ context: Context) -> String {
    let all = progress.tasks
    let late = all.filter { TaskFilter.late.holds($0, progress, context) }.count
    let soon = all.filter { TaskFilter.soon.holds($0, progress, context) }.count
    let year = months.map { " · \($0)" } ?? ""
    let places = catalogue.map { " · " + context.namedPlaces($0)[context.language] } ?? ""
    let shown = (filter == .all ? "" : " · \(filter.words[context.language])") + year + places
    return Words(
      "quá hạn \(late) · sắp đến hạn \(soon) · \(tasks.count) mục",
      "\(late) overdue · \(soon) due soon · \(tasks.count) clauses")[context.language] + shown
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping || isAsking }

  private var isAsking: Bool { deadline != nil || asking != nil || printing != nil }

  func keymap(_ context: Context) -> Keymap {
    if isAsking { return AskedLine.keymap + Keymap.text }
    let cannot = context.cannotWrite
    return
      (Keymap.list + .views + (months == nil ? Keymap(bindings: []) : .periods) + [
        .action(.updateTask, disabled: cannot), .action(.filter, label: filter.offer),
        .action(.add, label: Words("Thêm", "Add"), disabled: cannot),
        .action(.delete, inFooter: false, disabled: cannot ?? notOwn),
        .action(.deadline, disabled: cannot ?? ReportActions.refusal(context)),
        .action(.history, inFooter: false), .action(.print), .action(.otherPlaces, inFooter: false),
        .action(.undo, disabled: cannot), .action(.redo, disabled: cannot),
      ])
      .labelled(.nextView, months == nil ? Words("Theo tháng", "By month") : Words("Danh sách", "List"))
      .footer(.updateTask, .nextView, .add, .filter, .deadline, .print, .help)
  }

  private var notOwn: Words? {
    guard let chosen else { return .nothingChosen }
    return chosen.isOfPlan ? Words("Mục của kế hoạch không xóa được", "A clause of the plan stays") : nil
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if deadline != nil { return answer(input, context) }
    if asking != nil { return choose(input, context) }
    if input != .reloaded, let answer = printing?.update(input, context) {
      if answer.isDone { printing = nil }
      return answer.effects
    }
    switch input {
    case .saved(let id): return SaveNotice.take(&pending, saved: id)
    case .reloaded, .resumed:
      progress = TaskProgress(context.register, today: context.today, plan: context.plan)
      show(filter, context)
    case .command(.filter) where !table.isTyping:
      guard let next = filter.next else {
        asking = AskedLine(
          Words("Của đơn vị, cơ quan nào? Tên hoặc mã", "Of which unit or agency? Name or code"), limit: 60)
        return []
      }
      show(next, context)
    case .command(.otherPlaces) where !table.isTyping:
      catalogue = (catalogue ?? Places.standard.catalogue(on: context.today)).next
    case .command(.nextView), .command(.previousView): turn(months == nil ? context.today.year : nil)
    case .command(.earlier): turn(months.map { max(2019, $0 - 1) })
    case .command(.later): turn(months.map { min(2100, $0 + 1) })
    case .command(.add) where !table.isTyping: return [.open(.ownTask)]
    case .command(.delete) where !table.isTyping: return delete(context)
    case .command(.deadline) where !table.isTyping:
      guard let task = chosen else { return .nothingChosen }
      deadline = DeadlineLine(task)
    case .command(.updateTask) where !table.isTyping, .command(.confirm) where !table.isTyping:
      guard let task = chosen else { return .nothingChosen }
      guard context.plan.children(of: task.id).isEmpty else {
        return [.notify(Words("Cập nhật ở mục con của mục này", "Update one of its sub-clauses"), .warning)]
      }
      if let reason = context.cannotWrite { return [.notify(reason, .warning), .beep] }
      return [.open(.taskUpdate(task: task.id))]
    case .command(.history) where !table.isTyping:
      guard let task = chosen else { return .nothingChosen }
      return [.open(.taskHistory(task.id))]
    case .command(.print) where !table.isTyping:
      let year = Period(year: months ?? context.today.year)
      printing = PrintQuestion(context.unit, year, context, of: .tasks)
    case .command(.undo): return [.undoLast]
    case .command(.redo): return [.redoLast]
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default:
      _ = table.handle(input, count: tasks.count, area: list(context.body)) { index, text in
        tasks[index].title.vi.folded.contains(text.folded)
      }
    }
    return []
  }

  private mutating func turn(_ year: Int?) {
    months = year
    table.columns = year.map(TaskMonths.columns) ?? TasksScreen.columns
  }

  /// Takes a task away that was added beside the plan; `U` brings it back.
  private mutating func delete(_ context: Context) -> [Effect] {
    guard let task = chosen, !task.isOfPlan else { return .refusal(notOwn) }
    let key = "task/\(task.id)"
    let change = context.register.change([
      Edit(key, [(OwnTask.deleted.key, .flag(true))], basis: context.register.basis(of: key))
    ])
    pending = SaveNotice(change.id, Words("Đã xóa \(task.label)", "\(task.label) is deleted"))
    return [.save(change)]
  }

  private var chosen: Plan.Task? {
    tasks.indices.contains(table.selection) ? tasks[table.selection] : nil
  }

  /// Shows the clauses that a filter holds, on the same clause where it is among them.
  private mutating func show(_ filter: TaskFilter, _ context: Context) {
    let kept = chosen?.id
    self.filter = filter
    tasks = progress.tasks.filter { filter.holds($0, progress, context) }
    table.select(tasks.firstIndex { $0.id == kept } ?? 0, count: tasks.count)
  }

  private mutating func answer(_ input: Input, _ context: Context) -> [Effect] {
    guard let answer = deadline?.update(input, context) else { return [] }
    switch answer {
    case .typing: return []
    case .refused(let words): return .refusal(words)
    case .cancelled: deadline = nil
    case .save(let change, let words):
      deadline = nil
      pending = SaveNotice(change.id, words)
      return [.save(change)]
    }
    return []
  }

  /// Shows the clauses of the unit that was typed; on no unit of this name the question stays.
  private mutating func choose(_ input: Input, _ context: Context) -> [Effect] {
    switch asking?.update(input) {
    case .refused(let words)?: return .refusal(words)
    case .cancelled?:
      asking = nil
      show(.all, context)
    case .taken(let text)?:
      guard let party = TaskParty.find(text, on: context.today).first else {
        let words = Words(
          "Không có đơn vị, cơ quan nào tên “\(text)”", "No unit or agency is called “\(text)”")
        return [.notify(words, .warning), .beep]
      }
      asking = nil
      show(.party(party), context)
    case .typing?, nil: break
    }
    return []
  }

  private func list(_ area: Rect) -> Rect {
    // What the months show is said above them.
    let area = months == nil ? area : area.split(top: 1).1
    return area.split(top: min(max(1, tasks.count) + 1, max(3, area.height - 10))).0
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let language = context.language
    let list = list(area)
    let (_, detail) = area.split(top: list.bottom - area.y)
    if months != nil { frame.write(TaskMonths.legend[language], in: area.row(0), .dim) }
    table.draw(in: &frame, list, language, count: tasks.count) { row(tasks[$0], context) }
    if detail.height > 1, let chosen {
      frame.rule(detail.y)
      TaskDetail(progress: progress, catalogue: catalogue).draw(
        chosen, in: &frame, detail.split(top: 1).1, context)
    }
    let last = area.row(area.height - 1)
    deadline?.draw(in: &frame, last, language)
    if asking != nil { frame.fill(last, .plain) }
    asking?.draw(in: &frame, last, language)
    printing?.draw(in: &frame, area, language)
  }

  /// How late a clause is, behind its day: with a mark, in plain lines in words.
  private func words(_ due: TaskDue, _ context: Context) -> String {
    context.isLinear ? ", \(due.words[context.language])" : " \(due.mark)"
  }

  private func row(_ task: Plan.Task, _ context: Context) -> Table.Row {
    let indent = String(repeating: " ", count: max(0, task.id.split(separator: ".").count - 1))
    if let months {
      return Table.Row(
        [Table.Row.Cell(indent + task.label), Table.Row.Cell(task.title[context.language])]
          + TaskMonths(year: months, progress: progress, today: context.today).cells(task))
    }
    let percent = progress.percent(task.id)
    let due = progress.due(task.id)
    let late = progress.pending(task.id).flatMap { $0.isLate ? $0 : nil }
    let lead = task.lead.first.flatMap { CodeList.agency($0, on: context.today) }
    return Table.Row([
      Table.Row.Cell(indent + task.label), Table.Row.Cell(task.title[context.language]),
      Table.Row.Cell(lead.map { Agency.short($0, context.language) } ?? "–"),
      Table.Row.Cell(
        (due.map { String($0.text.prefix(5)) } ?? "") + (late.map { words($0, context) } ?? ""),
        late == nil ? .plain : .warning),
      Table.Row.Cell(ProgressBar(share: percent.map { Double($0) / 100 })),
      Table.Row.Cell(percent.map { "\($0)%" } ?? "–"),
    ])
  }
}

/// How agencies are named on screens: short in lists, in full with their successor elsewhere.
enum Agency {
  static func short(_ agency: Code, _ language: Language) -> String {
    let name = agency.words[language]
    return name.replacingPrefix("Sở Lao động - Thương binh và Xã hội", "Sở LĐTBXH")
      .replacingPrefix("Ủy ban nhân dân", "UBND")
      .replacingPrefix("Department of Labour, War Invalids and Social Affairs", "DOLISA")
  }

  /// The agency as the plan names it, with the one that does its work today.
  static func full(_ code: String, on day: Day, _ language: Language) -> String {
    let name = CodeList.agencies.text(code, language)
    guard let now = CodeList.agency(code, on: day), now.code != code else { return name }
    return name + Words(" (nay: \(now.words.vi))", " (now: \(now.words.en))")[language]
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, _ short: String) -> String {
    hasPrefix(prefix) ? short + dropFirst(prefix.count) : self
  }
}
