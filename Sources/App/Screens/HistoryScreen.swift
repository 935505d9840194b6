import Model

/// What was changed of a record: when, by whom, which field, from what to what; the latest first.
struct HistoryScreen: Screen {
  private enum Subject: Sendable {
    case record(String), task(String)

    var entity: String {
      switch self {
      case .record(let key): key
      case .task(let task): "task/\(task)"
      }
    }
  }

  private let subject: Subject
  private let title: String
  private var rows: [PastChange]
  private var authors: [LineID: LineAuthor] = [:]
  private var unmasking = Unmasking()
  private var table = Table(
    [
      Column(Words("Lúc", "At"), width: 16), Column(Words("Ai lưu", "Saved by"), width: 10),
      Column(Words("Ô", "Field"), width: 15), Column(Words("Từ", "From")), Column(Words("Thành", "To")),
    ], emptyWords: Words("Chưa có gì được lưu", "Nothing has been saved yet"))

  init?(record: String, _ context: Context) {
    guard let found = context.register.row(of: record) else { return nil }
    subject = .record(record)
    title = context.register.title(found, context.language)
    rows = []
    read(context.register)
  }

  init(task: String, _ context: Context) {
    (subject, title, rows) = (.task(task), task, [])
    read(context.register)
  }

  private mutating func read(_ register: Register) {
    switch subject {
    case .record(let key): rows = register.past(of: register.pastRecords(of: key))
    case .task(let task): rows = register.past(of: register.pastRecords(ofTask: task))
    }
  }

  func breadcrumbs(_ context: Context) -> [String] { [Words("Lịch sử", "History")[context.language], title] }

  func facts(_ context: Context) -> String {
    let saves = Set(rows.map(\.line)).count
    return Words("\(saves) lần lưu", "\(saves) save\(saves == 1 ? "" : "s")")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    (Keymap.list + [Unmasking.action(context)]).labelled(.confirm, Words("Xong", "Done"))
      .footer(.confirm, .unmask, .search, .help, .cancel)
  }

  func wishes(_ context: Context) -> [Effect] { unknown }

  /// Asks who wrote the lines of which that is not known yet.
  private var unknown: [Effect] {
    var seen = Set(authors.keys)
    let lines = rows.map(\.line).filter { seen.insert($0).inserted }
    return lines.isEmpty ? [] : [.lookUp(lines)]
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded, .resumed:
      read(context.register)
      return unknown
    case .authors(let found): authors.merge(found) { $1 }
    case .tick: unmasking.tick()
    case .saved(let id): return unmasking.saved(id) ?? []
    case .command(.unmask):
      return unmasking.ask(subject.entity, count: 1, place: "history", context)
    case .command(.confirm) where !table.isTyping, .command(.cancel) where !table.isTyping,
      .command(.upLevel) where !table.isTyping:
      return [.close]
    default:
      _ = table.handle(input, count: rows.count, area: parts(context.body).list) { index, text in
        PastWords(rows[index], context).label.folded.contains(text.folded)
      }
    }
    return []
  }

  private func parts(_ area: Rect) -> (list: Rect, below: Rect) {
    let (list, below) = area.split(bottom: min(5, max(0, area.height - 5)))
    return (list, below)
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (list, below) = parts(area)
    let mask: Character? = unmasking.isShown ? nil : frame.glyphs.mask
    table.draw(in: &frame, list, context.language, count: rows.count) { index in
      let words = PastWords(rows[index], context, mask: mask)
      let isSame = index > 0 && rows[index - 1].line == rows[index].line
      let author = isSame ? nil : authors[rows[index].line]
      return Table.Row([
        Table.Row.Cell(author.flatMap { LocalTime(instant: $0.time)?.text } ?? ""),
        Table.Row.Cell(author?.user ?? ""), Table.Row.Cell(words.label),
        Table.Row.Cell(words.from, .dim), Table.Row.Cell(words.to),
      ])
    }
    guard below.height > 2, rows.indices.contains(table.selection) else { return }
    let row = rows[table.selection]
    let words = PastWords(row, context, mask: mask)
    frame.rule(below.y)
    let rest = below.split(top: 1).1
    frame.write(words.saved(authors[row.line])[context.language], in: rest.row(0), .dim)
    _ = frame.write(label: " \(words.label): ", words.sentence, in: rest.split(top: 1).1, .plain)
  }
}
