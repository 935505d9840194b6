import Model

/// One household: its people with their departures, and its class in each review year.
struct HouseholdScreen: Screen {
  private let key: String
  private let unit: UnitID
  private var household: HouseholdRow
  private var year: Int
  private var rows: [PersonRow]
  private var table = Table(
    [
      Column(Words("Họ và tên", "Name"), most: 25), Column(Words("Số định danh", "Citizen id"), width: 12),
      Column(Words("Giới", "Sex"), width: 4), Column(Words("Dân tộc", "Group"), width: 7),
      Column(Words("Xuất cảnh", "Left on"), width: 10), Column(Words("TT", "To"), width: 2),
      Column(Words("Trạng thái", "Status"), width: 12), Column(Words("", ""), width: 2),
    ], emptyWords: Words("Hộ này không có lượt nào", "No departures from this household"))

  init?(_ key: String, _ context: Context) {
    guard let row = context.register.row(of: key), row.kind == .household,
      let unit = context.register.unit(Household.commune, row.row)
    else { return nil }
    self.key = key
    self.unit = unit
    household = HouseholdRow(row.row, context)
    year = context.today.year
    rows = HouseholdScreen.rows(row.row, context)
  }

  private static func rows(_ household: Int, _ context: Context) -> [PersonRow] {
    context.register.departures(ofHousehold: household).map { PersonRow(row: $0) }
  }

  func breadcrumbs(_ context: Context) -> [String] {
    let name = household.name.isEmpty ? Words("chưa có mã", "unnamed")[context.language] : household.name
    return context.path(of: unit).suffix(2) + [Words("Hộ \(name)", "Household \(name)")[context.language]]
  }

  func facts(_ context: Context) -> String {
    let people = context.register.members(of: household.row).count
    return Words(
      "\(people) người · \(rows.count) lượt",
      "\(people) \(people == 1 ? "person" : "people") · \(rows.count) departure\(rows.count == 1 ? "" : "s")")[
        context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    let cannotWrite = context.cannotWrite
    let unnamed: Words? =
      household.name.isEmpty ? Words("Hộ chưa có mã: E, gõ mã hộ", "Unnamed: press E and name it") : nil
    return
      (Keymap.shortList + Keymap.periods + HouseholdWords.actions(disabled: cannotWrite) + [
        .action(.add, label: Words("Thêm người", "Add person"), disabled: cannotWrite ?? unnamed),
        .action(.edit, label: Words("Sửa hộ", "Change household"), disabled: cannotWrite),
        .action(.changeStatus, inFooter: false, disabled: cannotWrite),
        .action(.incident, inFooter: false, disabled: cannotWrite),
        .action(.review, inFooter: false), .action(.history, inFooter: false),
        .action(.undo, disabled: cannotWrite), .action(.redo, disabled: cannotWrite),
      ])
      .labelled(.earlier, Words("năm trước", "earlier")).labelled(.later, Words("năm sau", "later"))
      .footer(.class1, .class2, .class3, .class4, .class5, .edit, .add, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded, .resumed:
      household = HouseholdRow(household.row, context)
      rows = HouseholdScreen.rows(household.row, context)
    case .command(let command) where !table.isTyping:
      if let code = HouseholdWords.code(of: command) {
        let edits = context.register.edits(reviewing: household.row, in: year, as: code)
        let change = context.register.change(edits)
        return change.isEmpty ? [] : [.save(change)]
      }
      return act(command, input, context)
    default: _ = table.handle(input, count: rows.count, area: context.body)
    }
    return []
  }

  private mutating func act(_ command: Command, _ input: Input, _ context: Context) -> [Effect] {
    switch command {
    case .earlier where years(context).contains(year - 1): year -= 1
    case .later where years(context).contains(year + 1): year += 1
    case .earlier, .later: return [.beep]
    case .add: return [.open(.departureForm(DepartureRequest(unit: unit, household: household.name)))]
    case .confirm: return withChosen { [.open(.departureForm(DepartureRequest(departure: $0.key(context))))] }
    case .edit:
      return withChosen {
        [.open(.departureForm(DepartureRequest(departure: $0.key(context), focus: Household.key.key)))]
      }
    case .changeStatus: return withChosen { [.open(.statusChange(departure: $0.key(context)))] }
    case .incident: return withChosen { [.open(.incident($0.incident(context)))] }
    case .review: return [.open(.review(unit, year))]
    case .history: return [.open(.history(key))]
    case .undo: return [.undoLast]
    case .redo: return [.redoLast]
    case .cancel, .upLevel: return [.close]
    default: _ = table.handle(input, count: rows.count, area: context.body)
    }
    return []
  }

  private func withChosen(_ act: (PersonRow) -> [Effect]) -> [Effect] {
    rows.indices.contains(table.selection) ? act(rows[table.selection]) : .nothingChosen
  }

  /// The years that are shown: those of the plan so far, and any before that a class is known of.
  private func years(_ context: Context) -> ClosedRange<Int> {
    let known = context.register.reviews(of: household.row)
      .compactMap { context.register.integer(HouseholdReview.year, $0) }
    let first = min(context.plan.firstYear, context.today.year, known.min() ?? context.today.year)
    return first...max(context.today.year, known.max() ?? 0)
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let years = years(context)
    let (people, rest) = area.split(bottom: min(years.count + 2, max(0, area.height - 4)))
    let mask = frame.glyphs.mask
    table.draw(in: &frame, people, context.language, count: rows.count) { index in
      rows[index].cells(context, mask: mask, isShown: false, isCommune: true)
    }
    guard rest.height > 2 else { return }
    frame.rule(rest.y)
    let title = Words(
      " Diện hộ theo năm rà soát ( , . đổi năm)", " Class by review year ( , . another year)")
    frame.write(title[context.language], in: rest.row(1), .heading)
    for (line, shown) in years.suffix(rest.height - 2).enumerated() {
      let cell = HouseholdWords.cell(household.row, shown, context)
      let isChosen = shown == year
      let pointer = isChosen ? String(frame.glyphs.pointer) : " "
      frame.write(
        " \(pointer) \(shown)  \(cell.text)", in: rest.row(line + 2), isChosen ? .selected : cell.style)
    }
  }
}
