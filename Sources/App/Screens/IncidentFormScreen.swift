import Model

/// One incident (T4): of which type, when, whose, and the day on which it was closed.
struct IncidentFormScreen: Screen {
  /// The incident that is being corrected; `nil` for a new one.
  private let incident: String?
  private let basis: [LineID]
  /// The commune, where it need not be asked.
  private let commune: UnitID?
  /// The person of the departure from which one came.
  private let worker: String?
  private let name: String
  private var single: SingleForm
  private var form: Form {
    get { single.form }
    set { single.form = newValue }
  }
  private var pending: Change.ID?
  private var unmasking = FormUnmasking()

  init?(_ request: IncidentRequest, _ context: Context) {
    let register = context.register
    let row = request.incident.flatMap { register.row(of: $0)?.row }
    let departure = request.departure.flatMap { register.row(of: $0)?.row }
    if request.incident != nil, row == nil { return nil }
    incident = request.incident
    basis = request.incident.map { register.basis(of: $0) } ?? []
    let asked = request.unit ?? context.unit
    commune =
      row.flatMap { register.unit(Incident.commune, $0) }
      ?? departure.flatMap { register.unit(Departure.commune, $0) }
      ?? (Places.standard[asked].level == .commune ? asked : nil)
    let person =
      row.flatMap { register.link(Incident.worker, $0) }
      ?? departure.flatMap { register.link(Departure.worker, $0) }
    worker = person.map { register.key(.worker, $0) }
    name = person.flatMap { register.text(Worker.fullName, ofPerson: $0) } ?? ""
    single = SingleForm(
      Form(
        IncidentFormScreen.fields(commune == nil), today: context.today,
        lists: [
          CodeList.violationTypes.id: ChoiceList(.violationTypes, uses: [:], context.language),
          Incident.commune.key: ChoiceList(
            Places.standard.communes(of: asked).map { unit in
              Choice(Places.standard.key(of: unit), Places.standard[unit].fullName(context.language))
            }),
        ], isOneOfMany: false))
    var values: [String: FieldValue] = [:]
    if let row {
      for field in Incident.fields { values[field.key] = register.value(field, row) }
    } else {
      values[Incident.on.key] = .day(context.today)
      values[Incident.type.key] = request.type.map { .code($0) } ?? FieldValue.none
    }
    values[Worker.citizenId.key] = FieldValue.none
    if let person { values[Worker.citizenId.key] = register.value(Worker.citizenId, ofPerson: person) }
    form.load(values)
    guard request.isClosing else { return }
    form.focus(on: Incident.closedOn.key)
    if form.text(Incident.closedOn.key).isEmpty { form.set(Incident.closedOn.key, .day(context.today)) }
  }

  private static func fields(_ isCommuneAsked: Bool) -> [FormField] {
    [
      FormField(
        Incident.type.key, Incident.type.label, .choice(CodeList.violationTypes.id), required: true),
      FormField(Incident.on.key, Incident.on.label, .date(.past), required: true),
    ]
      + (isCommuneAsked
        ? [
          FormField(
            Incident.commune.key, Incident.commune.label, .choice(Incident.commune.key), required: true)
        ]
        : []) + [
        FormField(
          Worker.citizenId.key, Worker.citizenId.label, .digits(12), secret: true,
          hint: Words("Bỏ trống nếu chưa rõ là ai.", "Empty where it is not known who it was.")),
        FormField(
          Incident.closedOn.key, Incident.closedOn.label, .date(.past),
          hint: Words("Bỏ trống khi vụ việc chưa xong.", "Empty while the incident is open.")),
        FormField(Incident.note.key, Incident.note.label, .text(max: 200)),
      ]
  }

  func breadcrumbs(_ context: Context) -> [String] {
    let words = incident == nil ? Words("Vụ việc mới", "New incident") : Words("Vụ việc", "Incident")
    return (commune.map { context.path(of: $0).suffix(2) } ?? []) + [words[context.language]]
  }

  func facts(_ context: Context) -> String { name }

  var isTyping: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    SingleForm.keymap(context)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if case .saved(let id) = input, id == pending {
      let type = form.text(Incident.type.key)
      return [.close, .notify(Words("Đã lưu vụ việc: \(type)", "Incident saved: \(type)"), .good)]
    }
    let effects = single.update(input, context).flatMap { event -> [Effect] in
      switch event {
      case .save: return save(context)
      case .effects(let effects): return effects
      case .edited, .left: return []
      }
    }
    return effects + unmasking.heard(input, &single.form, of: worker, context)
  }

  private mutating func save(_ context: Context) -> [Effect] {
    if let reason = context.cannotWrite { return [.notify(reason, .problem), .beep] }
    let register = context.register
    guard let values = form.finish() else { return [.beep] }
    if let (field, words) = wrong(values, context) {
      form.setProblems([field.key: Problem(level: .block, words: words)])
      form.focus(on: field.key)
      return [.beep]
    }
    let closedOn = values[Incident.closedOn.key] ?? .none
    var fields: [(String, FieldValue)] = [Incident.type, Incident.on, Incident.closedOn, Incident.note].map {
      ($0.key, values[$0.key] ?? .none)
    }
    // One that was closed without a day stays closed while nobody says a day.
    if closedOn != .none || form.cell(Incident.closedOn.key)?.isChanged ?? false || incident == nil {
      fields.append((Incident.state.key, .text(closedOn == .none ? "open" : "closed")))
    }
    if let unit = commune { fields.append((Incident.commune.key, .unit(unit))) }
    if case .code(let code)? = values[Incident.commune.key], let unit = Places.standard.unit(key: code) {
      fields.append((Incident.commune.key, .unit(unit.id)))
    }
    if let worker = person(values, register) { fields.append((Incident.worker.key, worker)) }
    let change = register.change([Edit(incident ?? "incident/\(LineID.random())", fields, basis: basis)])
    guard !change.isEmpty else {
      return [.close, .notify(Words("Không có gì thay đổi", "Nothing has changed"), .notice)]
    }
    pending = change.id
    return [.save(change)]
  }

  /// Whose incident it is; nothing where that is known already.
  private func person(_ values: [String: FieldValue], _ register: Register) -> FieldValue? {
    guard form.cell(Worker.citizenId.key)?.isChanged ?? false else {
      return incident == nil ? worker.map { .link($0) } : nil
    }
    guard case .text(let number)? = values[Worker.citizenId.key],
      let worker = register.person(citizenId: number, passport: nil)
    else { return FieldValue.none }
    return .link(register.key(.worker, worker))
  }

  /// The first value that cannot be, and why.
  private func wrong(_ values: [String: FieldValue], _ context: Context) -> (Field, Words)? {
    if case .text(let number)? = values[Worker.citizenId.key],
      context.register.person(citizenId: number, passport: nil) == nil
    {
      return (
        Worker.citizenId, Words("Không có ai mang số định danh này.", "Nobody on file has this citizen id.")
      )
    }
    guard case .day(let on)? = values[Incident.on.key] else { return nil }
    let ahead = Words("Ngày sau hôm nay.", "A day after today.")
    if on > context.today { return (Incident.on, ahead) }
    guard case .day(let closed)? = values[Incident.closedOn.key] else { return nil }
    if closed > context.today { return (Incident.closedOn, ahead) }
    return closed < on
      ? (Incident.closedOn, Words("Trước ngày xảy ra \(on.text).", "Before it happened on \(on.text).")) : nil
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    form.draw(in: &frame, area, context.language)
  }
}
