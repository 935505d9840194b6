import Model

/// The records that need a person's decision: those in conflict, or people who stand in several records.
struct AttentionScreen: Screen {
  private let attention: Attention
  private var rows: [AttentionRow]
  private var table = Table(
    [
      Column(Words("Bản ghi", "Record")), Column(Words("Loại", "Kind"), width: 10),
      Column(Words("Xã", "Commune"), width: 16), Column(Words("Cần quyết định", "To be decided"), width: 24),
    ], emptyWords: Words("Không còn gì phải quyết định", "Nothing is left to decide"))

  init(_ attention: Attention, _ context: Context) {
    self.attention = attention
    rows = AttentionRow.rows(attention, context)
  }

  func breadcrumbs(_ context: Context) -> [String] {
    let name =
      switch attention {
      case .conflicts: Words("mâu thuẫn", "conflicts")
      case .doubles: Words("nhiều hồ sơ", "several records")
      case .returned: Words("bị trả lại", "given back")
      }
    return [Words("Hôm nay", "Today")[context.language], name[context.language]]
  }

  func facts(_ context: Context) -> String {
    Words("\(rows.count) bản ghi", "\(rows.count) records")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { table.isTyping }

  func keymap(_ context: Context) -> Keymap {
    (Keymap.list + [.action(.undo), .action(.redo)]).footer(.confirm, .undo, .search, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .reloaded, .resumed: rows = AttentionRow.rows(attention, context)
    case .command(.confirm) where !table.isTyping: return open(context)
    case .command(.undo): return [.undoLast]
    case .command(.redo): return [.redoLast]
    case .command(.cancel) where !table.isTyping, .command(.upLevel) where !table.isTyping: return [.close]
    default:
      _ = table.handle(input, count: rows.count, area: context.body) { index, text in
        context.register.title(rows[index].record, context.language).folded.contains(text.folded)
      }
    }
    return []
  }

  private func open(_ context: Context) -> [Effect] {
    guard rows.indices.contains(table.selection) else { return .nothingChosen }
    let key = rows[table.selection].key
    switch attention {
    case .conflicts: return [.open(.choice(key))]
    case .doubles: return [.open(.merge(worker: key))]
    case .returned:
      let field = context.register.notes(on: rows[table.selection].record.row).first?.field
      return [.open(.departureForm(DepartureRequest(departure: key, focus: field)))]
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    table.draw(in: &frame, area, context.language, count: rows.count) { rows[$0].cells(attention, context) }
  }
}
