import Model

/// The departures of a place, or those behind a figure: people in the order of their given names, or of their departure.
struct DeparturesScreen: Screen {
  private var filter: DepartureFilter
  /// By which places the communes are named.
  private var places: ListedPlaces
  /// Whether a former commune is to be told of any of them.
  private var tellsMore = false
  private var rows: [PersonRow]
  /// Whether those who left last come first; else the order of names.
  private var isByDay = false
  private var unmasking = Unmasking()
  /// Whether the form was opened for new people: the last of them is chosen when it closes.
  private var isAdding = false
  /// The record that is being given back, and what is said once that is saved.
  private var givingBack: GivingBack?
  private var pending: SaveNotice?
  private var table: Table

  init(_ filter: DepartureFilter, _ context: Context) {
    self.filter = filter
    // What is told apart by unit stays of the places by which it was.
    places = ListedPlaces(filter.unit, isFixed: filter.parts.contains { $0.breakdown == .unit })
    rows = PersonRow.rows(filter, context)
    let isCommune = Places.standard[filter.unit].level == .commune
    // Where people of many communes stand together, one asks for the commune first.
    let middle =
      isCommune
      ? [Column(Words("Giới", "Sex"), width: 4), Column(Words("Dân tộc", "Group"), width: 7)]
      : [Column(Words("Xã", "Commune"), width: 12)]
    table = Table(
      [Column(Words("Họ và tên", "Name"), most: 25), Column(Words("Số định danh", "Citizen id"), width: 12)]
        + middle
        + [
          Column(Words("Xuất cảnh", "Left on"), width: 10), Column(Words("TT", "To"), width: 2),
          Column(
            filter.figure.isOfHouseholds ? Words("Kết quả", "Outcome") : Words("Trạng thái", "Status"),
            width: 12), Column(Words("", ""), width: 2),
          Column(Words("Xã cũ", "Former commune"), width: 22),
        ],
      emptyWords: filter.figure != .all || !isCommune || context.isReadOnly
        ? Words("Không có lượt nào", "No departures")
        : Words("Chưa có lượt nào. Nhấn a để nhập.", "No departures yet. Press a to add one."))
    tellsMore = places.tellsMore(context)
  }

  func breadcrumbs(_ context: Context) -> [String] {
    let language = context.language
    let first =
      filter.figure == .all
      ? Words("Nhập xuất cảnh", "Enter departures") : Words("Tiến độ", "Progress")
    let figure = filter.figure == .all ? [] : [filter.figure.words[language]]
    let catalogue = Places.standard[filter.unit].catalogue
    let parts = filter.parts.map { $0.breakdown.name(of: $0.code, in: catalogue)[language] }
    return [first[language]] + context.path(of: filter.unit) + figure + parts
  }

  func facts(_ context: Context) -> String {
    // Whoever waits, and a unit's whole list, belong to no period; T2 is reviewed by the year.
    let period = filter.figure.isOfHouseholds ? filter.period.wholeYear : filter.period
    let when =
      [.all, .pipeline].contains(filter.figure) ? "" : " · \(period.shortWords[context.language])"
    let same = filter.isToSameDay ? Words(" · cùng kỳ", " · to this day")[context.language] : ""
    let order =
      isByDay
      ? Words(" · mới đi trước", " · latest first")
      : context.census.canOrder(rows.count)
        ? Words("", "") : Words(" · đang xếp tên…", " · being put in order…")
    let named =
      places.catalogue == Places.standard.catalogue(on: context.today)
      ? "" : " · " + context.namedPlaces(places.catalogue)[context.language]
    let counted = filter.figure.isOfHouseholds ? Words("hộ", "households") : Words("lượt", "departures")
    return "\(rows.count) \(counted[context.language])\(when)" + same
      + order[context.language] + named
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping || givingBack != nil }

  private var isCommune: Bool { Places.standard[filter.unit].level == .commune }

  func keymap(_ context: Context) -> Keymap {
    if givingBack != nil { return GivingBack.keymap + Keymap.text }
    let cannotWrite = context.cannotWrite
    let needsOneCommune = isCommune ? nil : Words("Chọn một xã trước", "Choose a commune first")
    let needsCommune: Words? =
      isCommune || cannotWrite != nil
      ? cannotWrite ?? places.notYet(context.today)
      : Words("Chọn một xã để nhập", "Choose a commune to add to")
    let keymap =
      Keymap.list + [
        .action(.add, disabled: needsCommune), .action(.addBatch, disabled: needsCommune),
        .action(.edit, disabled: cannotWrite),
        .action(.changeStatus, label: Words("Trạng thái", "Status"), disabled: cannotWrite),
        .action(.household, inFooter: false),
        .action(.incident, inFooter: false, disabled: cannotWrite),
        .action(.review, inFooter: false, disabled: needsOneCommune), .action(.undo, disabled: cannotWrite),
        .action(.redo, disabled: cannotWrite),
        .action(.history, inFooter: false),
        .action(.choose, disabled: cannotWrite ?? nothingToChoose(context)),
        .action(.merge, disabled: cannotWrite ?? nothingToMerge(context)),
        .action(.sort, inFooter: false), ListedPlaces.key, Unmasking.action(context, inFooter: false),
        .action(
          .print, inFooter: false,
          disabled: filter.isToSameDay
            ? Words("Danh sách cùng kỳ chỉ để xem", "Those of the year before are only looked at") : nil),
        .action(
          .giveBack, inFooter: false,
          disabled: cannotWrite ?? ReportActions.refusal(context)),
      ]
    if cannotWrite != nil {
      return keymap.footer(.add, .confirm, .changeStatus, .undo, .help, .cancel)
    }
    return needsChoice(context)
      ? keymap.footer(.choose, .merge, .confirm, .add, .help, .cancel)
      : keymap.footer(.add, .confirm, .changeStatus, .household, .undo, .help, .cancel)
  }

  private func needsChoice(_ context: Context) -> Bool {
    nothingToChoose(context) == nil || nothingToMerge(context) == nil
  }

  private func nothingToChoose(_ context: Context) -> Words? {
    guard rows.indices.contains(table.selection) else { return .nothingChosen }
    let row = rows[table.selection].row
    return context.register.conflictCount(around: row) > 0
      ? nil : Words("Lượt này không có ô nào mâu thuẫn", "No field of this departure is in conflict")
  }

  private func nothingToMerge(_ context: Context) -> Words? {
    guard rows.indices.contains(table.selection) else { return .nothingChosen }
    let row = rows[table.selection].row
    let worker = context.register.link(Departure.worker, row)
    return worker.map { !context.census.twins(of: $0).isEmpty } ?? false
      ? nil : Words("Không có hồ sơ nào khác cùng số định danh", "No other record has the same citizen id")
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    if givingBack != nil { return giveBack(input, context) }
    switch input {
    case .saved(let id): return unmasking.saved(id) ?? SaveNotice.take(&pending, saved: id)
    case .command(.giveBack):
      guard rows.indices.contains(table.selection) else { return .nothingChosen }
      givingBack = GivingBack(rows[table.selection].row, context)
    case .reloaded: read(context)
    case .resumed:
      if isAdding { select(context.savedDeparture, context) }
      isAdding = false
    case .command(.sort):
      isByDay.toggle()
      read(context)
      let byDay = Words("Theo ngày xuất cảnh, mới nhất trước", "By day of departure, the latest first")
      return [.notify(isByDay ? byDay : Words("Theo tên", "By name"))]
    case .command(.otherPlaces) where !table.isTyping:
      places.turn()
      filter.unit = places.unit
      read(context)
    case .tick: unmasking.tick()
    case .command(.addBatch):
      isAdding = true
      return [.open(.departureForm(DepartureRequest(unit: filter.unit, isBatch: true)))]
    case .command(.add):
      isAdding = true
      return [.open(.departureForm(DepartureRequest(unit: filter.unit)))]
    case .command(.confirm) where !table.isTyping, .command(.edit):
      return withChosen { [.open(.departureForm(DepartureRequest(departure: $0.key(context))))] }
    case .command(.changeStatus): return withChosen { [.open(.statusChange(departure: $0.key(context)))] }
    case .command(.choose): return withChosen { [.open(.choice($0.key(context)))] }
    case .command(.merge):
      return withChosen { person in
        context.register.link(Departure.worker, person.row).map {
          [.open(.merge(worker: context.register.key(.worker, $0)))]
        } ?? [.beep]
      }
    case .command(.household):
      return withChosen { person in
        context.register.link(Departure.household, person.row).map {
          [.open(.household(context.register.key(.household, $0)))]
        } ?? .refusal(Words("Lượt này chưa ghi hộ", "This departure names no household"))
      }
    case .command(.incident): return withChosen { [.open(.incident($0.incident(context)))] }
    case .command(.review): return [.open(.review(filter.unit, filter.period.year))]
    case .command(.history): return withChosen { [.open(.history($0.key(context)))] }
    case .command(.print):
      var request = DocumentRequest(.workers, filter.unit, filter.period)
      (request.figure, request.parts) = (filter.figure, filter.parts)
      return Printing.effects(request, context)
    case .command(.undo): return [.undoLast]
    case .command(.redo): return [.redoLast]
    case .command(.unmask):
      guard !rows.isEmpty else { return .nothingChosen }
      return unmasking.ask(
        "unit/\(Places.standard.key(of: filter.unit))", count: rows.count, place: "departures", context)
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default:
      var hunt: NameHunt?
      _ = table.handle(input, count: rows.count, area: context.body) { index, text in
        if hunt?.text != text { hunt = NameHunt(text, context.census) }
        return hunt?.finds(rows[index].row) ?? false
      }
    }
    return []
  }

  /// Reads the rows anew; who was chosen stays so.
  private mutating func read(_ context: Context) {
    let chosen = rows.indices.contains(table.selection) ? rows[table.selection].row : nil
    rows = PersonRow.rows(filter, isByDay: isByDay, context)
    tellsMore = places.tellsMore(context)
    if let index = rows.firstIndex(where: { $0.row == chosen }) { table.select(index, count: rows.count) }
  }

  /// Goes to a departure, where it stands in the list.
  private mutating func select(_ departure: String?, _ context: Context) {
    guard let row = departure.flatMap({ context.register.row(of: $0)?.row }),
      let index = rows.firstIndex(where: { $0.row == row })
    else { return }
    table.select(index, count: rows.count)
  }

  private mutating func giveBack(_ input: Input, _ context: Context) -> [Effect] {
    guard let answer = givingBack?.update(input, context) else { return [] }
    switch answer {
    case .typing: return []
    case .refused(let words): return .refusal(words)
    case .cancelled: givingBack = nil
    case .save(let change):
      pending = givingBack.map { SaveNotice(change.id, $0.done) }
      givingBack = nil
      return [.save(change)]
    }
    return []
  }

  private func withChosen(_ act: (PersonRow) -> [Effect]) -> [Effect] {
    rows.indices.contains(table.selection) ? act(rows[table.selection]) : .nothingChosen
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let mask = frame.glyphs.mask
    let tellsMore = tellsMore && area.height > 3
    var table = table
    if !tellsMore { table.columns.removeLast() }
    let (list, last) = area.split(bottom: givingBack != nil || tellsMore ? 1 : 0)
    givingBack?.draw(in: &frame, last, context.language)
    if givingBack == nil, tellsMore, rows.indices.contains(table.selection),
      let words = rows[table.selection].commune(context).flatMap({ places[$0].words })
    {
      frame.write(" " + words[context.language], in: last, .dim)
    }
    table.draw(in: &frame, list, context.language, count: rows.count) { index in
      rows[index].cells(
        context, mask: mask, isShown: unmasking.isShown, isCommune: isCommune, places: places)
    }
  }
}
