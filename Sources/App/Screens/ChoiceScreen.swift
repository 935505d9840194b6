import Model

/// The values between which somebody has to choose, field by field, with who wrote them; Enter chooses one.
struct ChoiceScreen: Screen {
  private struct Row: Sendable {
    let dispute: Dispute
    let claim: Dispute.Claim
    let isFirst: Bool
  }

  private let record: String
  private let title: String
  private var rows: [Row]
  private var authors: [LineID: LineAuthor] = [:]
  private var pending: (change: Change.ID, words: Words)?
  private var table = Table(
    [
      Column(Words("Ô", "Field"), width: 15), Column(Words("Giá trị", "Value")),
      Column(Words("Ai lưu", "Saved by"), width: 10), Column(Words("Lúc", "At"), width: 16),
      Column(Words("Dòng", "Line"), width: 5, .right),
    ], emptyWords: Words("Không còn gì phải chọn", "Nothing is left to choose"))

  init?(_ record: String, _ context: Context) {
    guard let found = context.register.row(of: record) else { return nil }
    self.record = record
    title = context.register.title(found, context.language)
    rows = ChoiceScreen.rows(record, context.register)
  }

  /// Those of the record; of a departure also those of its person, statuses and household.
  private static func rows(_ record: String, _ register: Register) -> [Row] {
    guard let found = register.row(of: record) else { return [] }
    let records = found.kind == .departure ? register.records(around: found.row) : [found]
    return records.flatMap { register.disputes(of: register.key($0.kind, $0.row)) }.flatMap { dispute in
      dispute.claims.enumerated().map { Row(dispute: dispute, claim: $1, isFirst: $0 == 0) }
    }
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Chọn giá trị", "Choose value")[context.language], title]
  }

  func facts(_ context: Context) -> String {
    let count = rows.filter(\.isFirst).count
    return Words("\(count) ô cần chọn", "\(count) to choose")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    let cannot: Words? =
      context.isReadOnly ? Words("Dữ liệu này chỉ để xem", "These data can only be viewed") : nil
    let choose = Binding(
      keys: [.enter], command: .confirm, label: Words("Chọn giá trị này", "Choose this value"),
      inFooter: true,
      disabled: cannot)
    return
      (Keymap(bindings: [choose]) + Keymap.list + [
        .action(.undo, disabled: cannot), .action(.redo, disabled: cannot),
      ])
      .footer(.confirm, .undo, .help, .cancel)
  }

  func wishes(_ context: Context) -> [Effect] { rows.isEmpty ? [] : [.lookUp(rows.map(\.claim.line))] }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded, .resumed:
      rows = ChoiceScreen.rows(record, context.register)
      let unknown = rows.map(\.claim.line).filter { authors[$0] == nil }
      return unknown.isEmpty ? [] : [.lookUp(unknown)]
    case .authors(let found): authors.merge(found) { $1 }
    case .saved(let id) where id == pending?.change: return saved()
    case .failed(let id, _) where id == pending?.change: pending = nil
    case .command(.confirm) where !table.isTyping: return choose(context)
    case .command(.undo): return [.undoLast]
    case .command(.redo): return [.redoLast]
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default: _ = table.handle(input, count: rows.count, area: list(context.body))
    }
    return []
  }

  private mutating func choose(_ context: Context) -> [Effect] {
    guard pending == nil else { return [.beep] }
    guard rows.indices.contains(table.selection) else { return .nothingChosen }
    let row = rows[table.selection]
    guard let change = context.register.choosing(row.claim, of: row.dispute) else { return [.beep] }
    func words(_ language: Language) -> String {
      "\(row.dispute.label(language)) – \(row.dispute.text(row.claim.value, context.register, language))"
    }
    pending = (change.id, Words("Đã chọn: \(words(.vi))", "Chosen: \(words(.en))"))
    return [.save(change)]
  }

  private mutating func saved() -> [Effect] {
    let words = pending?.words ?? Words("Đã lưu", "Saved")
    pending = nil
    return (rows.isEmpty ? [.close] : []) + [.notify(words, .good)]
  }

  private func list(_ area: Rect) -> Rect { area.split(bottom: min(3, max(0, area.height - 4))).0 }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let language = context.language
    let (list, below) = area.split(bottom: min(3, max(0, area.height - 4)))
    table.draw(in: &frame, list, language, count: rows.count) { index in
      let row = rows[index]
      let author = authors[row.claim.line]
      return Table.Row([
        Table.Row.Cell(row.isFirst ? row.dispute.label(language) : "", .heading),
        Table.Row.Cell(row.dispute.text(row.claim.value, context.register, language)),
        Table.Row.Cell(author?.user ?? ""),
        Table.Row.Cell(author.flatMap { LocalTime(instant: $0.time)?.text } ?? ""),
        Table.Row.Cell(String(row.claim.number)),
      ])
    }
    guard below.height == 3, rows.indices.contains(table.selection) else { return }
    let dispute = rows[table.selection].dispute
    let shown = dispute.claims.first.map { dispute.text($0.value, context.register, language) } ?? ""
    let words = [
      Words(
        " \(dispute.label(.vi)): đang hiện “\(shown)”", " \(dispute.label(.en)): “\(shown)” is shown now"),
      Words(
        " Giá trị không được chọn vẫn còn trong sổ; U lấy lại lần chọn cuối.",
        " What is not chosen stays in the journal; U takes the last choice back."),
    ]
    frame.rule(below.y)
    for (index, line) in words.enumerated() { frame.write(line[language], in: below.row(index + 1), .dim) }
  }
}
