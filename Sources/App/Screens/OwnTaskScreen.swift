import Model

/// A task beside the plan's clauses, typed anew or taken from a template; never shown as the plan's.
struct OwnTaskScreen: Screen {
  private static let due = TaskDeadline.due.key

  private var single: SingleForm
  private var form: Form {
    get { single.form }
    set { single.form = newValue }
  }
  private var pending: Change.ID?

  init(_ context: Context) {
    let language = context.language
    let templates = TaskTemplate.all.map {
      Choice($0.id, $0.title[language], aliases: [$0.title.vi, $0.title.en])
    }
    let targets = context.plan.targets.map { Choice($0.id, "\($0.id) \($0.title[language])") }
    single = SingleForm(
      Form(
        [
          FormField(
            OwnTask.template.key, OwnTask.template.label, .choice("templates"),
            hint: Words(
              "Nhiệm vụ thường có ở kế hoạch khác, không phải văn bản Kế hoạch 280.",
              "Tasks that other plans often have; none is text of Plan 280.")),
          FormField(OwnTask.title.key, OwnTask.title.label, .text(max: 160), required: true),
          FormField(OwnTask.lead.key, OwnTask.lead.label, .choice(CodeList.agencies.id), required: true),
          FormField(OwnTask.coordinating.key, OwnTask.coordinating.label, .choice(CodeList.agencies.id)),
          FormField(OwnTask.target.key, OwnTask.target.label, .choice("targets")),
          FormField(
            OwnTaskScreen.due, TaskDeadline.due.label, .text(max: 12),
            hint: Words(
              "Ngày phải xong, hay 10lv: sau 10 ngày làm việc; trống: đặt sau bằng D.",
              "The day it is due, or 10lv: in 10 working days; empty: set it later by D.")),
        ], today: context.today,
        lists: [
          "templates": ChoiceList(templates), "targets": ChoiceList(targets),
          CodeList.agencies.id: ChoiceList(.agencies, uses: [:], language),
        ], isOneOfMany: false))
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Nhiệm vụ", "Tasks")[context.language], Words("bổ sung", "own task")[context.language]]
  }

  func facts(_ context: Context) -> String {
    Words("ngoài văn bản kế hoạch", "beside the plan's text")[context.language]
  }

  var isTyping: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    SingleForm.keymap(context)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if case .saved(let id) = input, id == pending {
      return [.close, .notify(Words("Đã lưu nhiệm vụ bổ sung", "Saved: an own task"), .good)]
    }
    return single.update(input, context).flatMap { event -> [Effect] in
      switch event {
      case .save: return save(context)
      case .effects(let effects): return effects
      case .edited(let field), .left(let field):
        if field == OwnTask.template.key { take(context) }
        return []
      }
    }
  }

  /// Fills what is empty as the template has it.
  private mutating func take(_ context: Context) {
    guard case .code(let id) = form.value(OwnTask.template.key),
      let template = TaskTemplate.all.first(where: { $0.id == id })
    else { return }
    let values: [(Field, FieldValue)] = [
      (OwnTask.title, .text(template.title[context.language])),
      (OwnTask.lead, template.lead.first.map { .code($0) } ?? .none),
      (OwnTask.coordinating, template.coordinating.first.map { .code($0) } ?? .none),
    ]
    for (field, value) in values where form.text(field.key).isEmpty { form.set(field.key, value) }
  }

  private mutating func save(_ context: Context) -> [Effect] {
    guard let values = form.finish() else { return [.beep] }
    let id = "\(LineID.random())"
    // Choices that are no code list are kept as texts.
    let fields = OwnTask.fields.compactMap { field -> (String, FieldValue)? in
      guard let value = values[field.key] else { return nil }
      if case .code(let code) = value, case .text = field.kind { return (field.key, .text(code)) }
      return (field.key, value)
    }
    var edits = [Edit("task/\(id)", fields)]
    if case .text(let text)? = values[OwnTaskScreen.due] {
      do throws(TextProblem) {
        let due = try DeadlineLine.day(text, context.today)
        edits.append(
          Edit(
            "deadline/\(LineID.random())",
            [(TaskDeadline.task.key, .text(id)), (TaskDeadline.due.key, .day(due))]))
      } catch {
        form.setProblems([OwnTaskScreen.due: Problem(level: .block, words: error.words)])
        form.focus(on: OwnTaskScreen.due)
        return [.beep]
      }
    }
    let change = context.register.change(edits)
    pending = change.id
    return [.save(change)]
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    form.draw(in: &frame, area, context.language)
  }
}
