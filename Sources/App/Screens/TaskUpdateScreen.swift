import Model

/// What my unit says of its work on one clause: date, percent, note, evidence.
struct TaskUpdateScreen: Screen {
  private let task: Plan.Task
  private var single: SingleForm
  private var form: Form {
    get { single.form }
    set { single.form = newValue }
  }
  private var pending: Change.ID?
  /// What was said of the clause before.
  private let percent: Int?

  init?(_ task: String, _ context: Context) {
    let progress = TaskProgress(context.register, today: context.today, plan: context.plan)
    guard let task = progress.task(task) else { return nil }
    self.task = task
    percent = progress.percent(task.id)
    single = SingleForm(
      Form(
        [
          FormField(TaskUpdate.on.key, TaskUpdate.on.label, .date(.past), required: true),
          FormField(TaskUpdate.percent.key, TaskUpdate.percent.label, .number(0...100), required: true),
          FormField(TaskUpdate.note.key, TaskUpdate.note.label, .text(max: 200)),
          FormField(TaskUpdate.evidence.key, TaskUpdate.evidence.label, .text(max: 60)),
        ], today: context.today, isOneOfMany: false))
    form.load([TaskUpdate.on.key: .day(context.today)])
    form.focus(on: TaskUpdate.percent.key)
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Nhiệm vụ", "Tasks")[context.language], "\(task.label) \(task.title[context.language])"]
  }

  func facts(_ context: Context) -> String {
    let now = percent.map { Words(" · đang \($0)%", " · now \($0)%")[context.language] } ?? ""
    return context.office.name + now
  }

  var isTyping: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    SingleForm.keymap(context)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if case .saved(let id) = input, id == pending {
      return [.close, .notify(Words("Đã lưu: mục \(task.label)", "Saved: clause \(task.label)"), .good)]
    }
    return single.update(input, context).flatMap { event -> [Effect] in
      switch event {
      case .save: return save(context)
      case .effects(let effects): return effects
      case .edited, .left: return []
      }
    }
  }

  private mutating func save(_ context: Context) -> [Effect] {
    guard let values = form.finish() else { return [.beep] }
    if case .day(let on)? = values[TaskUpdate.on.key], on > context.today {
      form.setProblems([
        TaskUpdate.on.key: Problem(level: .block, words: Words("Ngày sau hôm nay.", "A day after today."))
      ])
      form.focus(on: TaskUpdate.on.key)
      return [.beep]
    }
    if values[TaskUpdate.percent.key] == .integer(100), values[TaskUpdate.evidence.key] == nil {
      form.setProblems([
        TaskUpdate.evidence.key: Problem(level: .block, words: TaskUpdate.evidenceWords)
      ])
      form.focus(on: TaskUpdate.evidence.key)
      return [.beep]
    }
    var fields: [(String, FieldValue)] = [
      (TaskUpdate.task.key, .text(task.id)), (TaskUpdate.unit.key, .unit(context.unit)),
    ]
    for field in TaskUpdate.fields { if let value = values[field.key] { fields.append((field.key, value)) } }
    let change = context.register.change([Edit("update/\(LineID.random())", fields)])
    pending = change.id
    return [.save(change)]
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    var (top, rest) = area.split(top: min(area.height, form.heightNeeded(in: area)))
    form.draw(in: &frame, top, context.language)
    for element in task.elements {
      rest = frame.write(label: "   – ", element[context.language], in: rest, .dim)
    }
  }
}
