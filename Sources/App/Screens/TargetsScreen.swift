import Model

/// What was decided for a year: the targets of the province, and the shares of the units below.
struct TargetsScreen: Screen {
  private static let value = "value"
  /// The targets in percent, which only the province has.
  private static let percents = ["T2", "T3"]

  private let unit: UnitID
  private let year: Int
  private let children: [UnitID]
  private var single: SingleForm
  private var form: Form {
    get { single.form }
    set { single.form = newValue }
  }
  private var pending: Change.ID?
  /// Whether it was said that the shares do not add up; a second try saves them all the same.
  private var wasSummed = false

  init(_ unit: UnitID, year: Int, _ context: Context) {
    (self.unit, self.year) = (unit, year)
    let places = Places.standard
    children = places.children(of: unit).filter { places[$0].isOfPlan }
    single = SingleForm(
      Form(
        TargetsScreen.fields(unit, children, context.language), today: context.today, isOneOfMany: false))
    let register = context.register
    let decided = register.decidedTargets("T1", year: year).last
    let isProvince = places[unit].level == .province
    func decidedShare(_ unit: UnitID) -> Int? { register.targetShare(of: unit, year: year, context.plan) }
    var values: [String: FieldValue] = [:]
    let own =
      isProvince ? decided?.value ?? context.plan.target("T1")?.value : decidedShare(unit)
    values[TargetsScreen.value] = own.map { .integer($0) }
    values[TargetVersion.phasing.key] = decided?.phasing.map { .text($0) }
    for percent in TargetsScreen.percents where isProvince {
      let known = register.decidedTargets(percent, year: year).last?.value
      values[percent] = (known ?? context.plan.target(percent)?.value).map { .integer($0) }
    }
    for child in children {
      values[places.key(of: child)] = decidedShare(child).map { .integer($0) }
    }
    form.load(values)
  }

  private static func fields(_ unit: UnitID, _ children: [UnitID], _ language: Language) -> [FormField] {
    let places = Places.standard
    let isProvince = places[unit].level == .province
    var fields = [
      FormField(
        TargetVersion.decision.key, TargetVersion.decision.label, .text(max: 60), required: true,
        hint: Words("Số, ngày của quyết định giao chỉ tiêu.", "The number and day of the decision.")),
      FormField(
        value, Words("T1 cả năm", "T1, the year"), .number(0...1_000_000), required: isProvince,
        hint: Words("Số lượt của cả đơn vị trong năm.", "Departures of the whole unit in the year.")),
    ]
    if isProvince {
      fields.append(
        FormField(
          TargetVersion.phasing.key, TargetVersion.phasing.label, .text(max: 60), beside: true,
          hint: Words(
            "4 số theo quý hay 12 số theo tháng, cộng lại 100; trống: đều theo ngày.",
            "4 numbers by quarter or 12 by month, 100 together; empty: evenly by day.")))
      for (index, percent) in percents.enumerated() {
        fields.append(
          FormField(
            percent, Words("\(percent) (%)", "\(percent) (%)"), .number(0...100), beside: index > 0,
            required: true))
      }
    }
    for (index, child) in children.enumerated() {
      let name = places[child].name
      fields.append(
        FormField(
          places.key(of: child), Words(name, name), .number(0...1_000_000), beside: index % 2 == 1,
          group: index == 0 ? Words("Phân bổ T1", "Shares of T1") : nil))
    }
    return fields
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Giao chỉ tiêu", "Targets decided")[context.language]] + context.path(of: unit)
  }

  func facts(_ context: Context) -> String {
    let sum = shared
    let places = context.placesNote(unit)
    return Words("\(places)năm \(year) · đã phân bổ \(sum)", "\(places)\(year) · shared out \(sum)")[
      context.language]
  }

  private var shared: Int { children.reduce(0) { $0 + (share(of: $1) ?? 0) } }

  /// Writes a share that is other than what a unit has already, be it by the places it was before.
  private func decide(_ decided: inout DecidedTarget, _ unit: UnitID, _ share: Int?, _ context: Context) {
    guard share != context.register.targetShare(of: unit, year: year, context.plan) else { return }
    decided.shares[Places.standard.key(of: unit)] = share
  }

  private func share(of child: UnitID) -> Int? { number(Places.standard.key(of: child)) }

  private func number(_ field: String) -> Int? {
    if case .integer(let number) = form.value(field) { number } else { nil }
  }

  private func text(_ field: Field) -> String? {
    if case .text(let text) = form.value(field.key), !text.isEmpty { text } else { nil }
  }

  var isTyping: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    SingleForm.keymap(context) + [TargetsScreen.otherPlaces]
  }

  /// Shares belong to the places they were decided for: a letter where nothing is typed that could begin with it.
  private static let otherPlaces = Keymap(bindings: [ListedPlaces.key])
    .labelled(.otherPlaces, aside: Words("ô số, ô trống", "in a number or an empty field")).bindings[0]

  private func asksForPlaces(_ input: Input) -> Bool {
    guard case .text(let typed) = input, TargetsScreen.otherPlaces.keys.map(\.name) == [typed.text] else {
      return false
    }
    if case .number = form.fields[form.focus].kind { return true }
    return form.text(form.focusID).isEmpty
  }

  /// The same year by the next catalogue, unless something typed would be lost.
  private func turnPlaces() -> [Effect] {
    form.isChanged
      ? .refusal(
        Words("Chưa lưu: F2 lưu, rồi Z đổi địa danh", "Not saved: F2 saves, then Z changes the places"))
      : [.replace(.targets(Places.standard.inNextCatalogue(unit), year))]
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if case .saved(let id) = input, id == pending {
      return [.close, .notify(Words("Đã lưu chỉ tiêu năm \(year)", "Saved: targets of \(year)"), .good)]
    }
    if asksForPlaces(input) { return turnPlaces() }
    return single.update(input, context).flatMap { event -> [Effect] in
      switch event {
      case .save: return save(context)
      case .effects(let effects): return effects
      case .left: return []
      case .edited:
        wasSummed = false
        return []
      }
    }
  }

  private mutating func save(_ context: Context) -> [Effect] {
    guard form.finish() != nil else { return [.beep] }
    if let phasing = text(TargetVersion.phasing), Pace.phasing(phasing) == nil {
      form.setProblems([
        TargetVersion.phasing.key: Problem(level: .block, words: TargetVersion.phasingWords)
      ])
      form.focus(on: TargetVersion.phasing.key)
      return [.beep]
    }
    if let value = number(TargetsScreen.value), shared > 0, shared != value, !wasSummed {
      wasSummed = true
      return [
        .notify(
          Words(
            "Phân bổ cộng lại \(shared), chỉ tiêu là \(value). Lưu lần nữa: vẫn lưu.",
            "The shares add up to \(shared), the target is \(value). Save again to save it so."), .warning),
        .beep,
      ]
    }
    let edits = edits(context)
    guard !edits.isEmpty else {
      return [.close, .notify(Words("Không có gì thay đổi", "Nothing has changed"), .notice)]
    }
    let changes = Change.together(edits.map { context.register.change([$0]) })
    pending = changes.first?.id
    return changes.count == 1 ? [.save(changes[0])] : [.saveAll(changes)]
  }

  /// A further version of each target that is other than before.
  private func edits(_ context: Context) -> [Edit] {
    let (register, places) = (context.register, Places.standard)
    let decision = text(TargetVersion.decision)
    let isProvince = places[unit].level == .province
    let known = register.decidedTargets("T1", year: year).last
    let planned = known?.value ?? context.plan.target("T1")?.value ?? 0
    var decided = DecidedTarget(
      value: planned, decision: decision, phasing: known?.phasing, shares: known?.shares ?? [:])
    if isProvince {
      decided.value = number(TargetsScreen.value) ?? planned
      decided.phasing = text(TargetVersion.phasing)
    } else {
      decide(&decided, unit, number(TargetsScreen.value), context)
    }
    for child in children { decide(&decided, child, share(of: child), context) }
    let asBefore = DecidedTarget(
      value: planned, decision: decision, phasing: known?.phasing, shares: known?.shares ?? [:])
    var edits = decided == asBefore ? [] : [register.edit(deciding: "T1", year: year, decided)]
    for percent in TargetsScreen.percents where isProvince {
      let before = register.decidedTargets(percent, year: year).last?.value
      let value = number(percent) ?? 0
      guard value != before ?? context.plan.target(percent)?.value ?? 0 else { continue }
      edits.append(
        register.edit(deciding: percent, year: year, DecidedTarget(value: value, decision: decision)))
    }
    return edits
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let former = versions(context)
    let room = area.height - form.heightNeeded(in: area) - 1
    let shown = room > 0 ? former.suffix(room) : []
    let (top, rest) = area.split(bottom: shown.isEmpty ? 0 : shown.count + 1)
    form.draw(in: &frame, top, context.language)
    guard !shown.isEmpty else { return }
    frame.write(Words(" Đã giao", " Decided so far")[context.language], in: rest.row(0), .heading)
    for (index, line) in shown.enumerated() { frame.write("   " + line, in: rest.row(index + 1), .dim) }
  }

  /// The versions in the order in which they were entered; the last one of a target is in force.
  private func versions(_ context: Context) -> [String] {
    (["T1"] + TargetsScreen.percents).flatMap { target in
      context.register.decidedTargets(target, year: year).enumerated().map {
        index, decided in
        let phasing = decided.phasing.map { " (\($0))" } ?? ""
        let sum =
          decided.shares.isEmpty
          ? ""
          : Words(
            " · \(decided.shares.count) đơn vị", " · \(decided.shares.count) units")[context.language]
        let version = Words("lần \(index + 1)", "version \(index + 1)")[context.language]
        return "\(target) · \(version): \(decided.value)\(phasing)\(sum) · \(decided.decision ?? "–")"
      }
    }
  }
}
