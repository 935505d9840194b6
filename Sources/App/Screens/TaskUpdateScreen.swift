import Model

/// What my unit says of its work on one clause: date, percent, note, evidence.
struct TaskUpdateScreen: Screen {
  private let task: Plan.Task
  private var form: Form
  private var pending: Change.ID?

  init?(_ task: String, _ context: Context) {
    guard let task = context.plan.task(task) else { return nil }
    self.task = task
    form = Form(
      [
        FormField(TaskUpdate.on.key, TaskUpdate.on.label, .date(.past), required: true),
        FormField(TaskUpdate.percent.key, TaskUpdate.percent.label, .number(0...100), required: true),
        FormField(TaskUpdate.note.key, TaskUpdate.note.label, .text(max: 200)),
        FormField(TaskUpdate.evidence.key, TaskUpdate.evidence.label, .text(max: 60)),
      ], today: context.today)
    form.load([TaskUpdate.on.key: .day(context.today)])
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Nhiệm vụ", "Tasks")[context.language], "\(task.id) \(task.title[context.language])"]
  }

  func facts(_ context: Context) -> String { context.office.name }

  var isTyping: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    Keymap.form.footer(.save, .nextField, .previousField, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if case .saved(let id) = input, id == pending {
      return [.close, .notify(Words("Đã lưu: mục \(task.id)", "Saved: clause \(task.id)"), .good)]
    }
    return form.update(input, area: context.body).flatMap { event -> [Effect] in
      switch event {
      case .save, .saveAndNext: return save(context)
      case .beep: return [.beep]
      case .cancel: return [.close]
      case .edited, .left, .other: return []
      }
    }
  }

  private mutating func save(_ context: Context) -> [Effect] {
    guard let values = form.finish() else { return [.beep] }
    if values[TaskUpdate.percent.key] == .integer(100), values[TaskUpdate.evidence.key] == nil {
      form.setProblems([
        TaskUpdate.evidence.key: Problem(
          level: .block, code: "B13",
          words: Words("Hoàn thành (100%) thì cần số minh chứng.", "Done (100%) needs an evidence number."))
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
    let heights = 5
    let (top, rest) = area.split(top: min(area.height, form.heightNeeded))
    form.draw(in: &frame, top, context.language)
    for (index, element) in task.elements.enumerated() where index < min(heights, rest.height) {
      frame.write("   – " + element[context.language], in: rest.row(index), .dim)
    }
  }
}
