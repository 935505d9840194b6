import Model

/// A paper as it is printed, to read and to export.
struct DocumentScreen: Screen {
  private var request: DocumentRequest
  private var document: Document
  private var lines: [String]
  private var width: Int
  /// The first line shown.
  private var top = 0
  private var search = ListSearch()
  private var unmasking = Unmasking()

  init(_ request: DocumentRequest, _ context: Context) {
    self.request = request
    document = request.document(context.census, isSynthetic: context.isSynthetic)
    width = DocumentScreen.width(context)
    lines = DocumentScreen.lines(document, width)
  }

  private static func width(_ context: Context) -> Int {
    min(TextRendering.usualWidth, context.body.width - 2)
  }

  private static func lines(_ document: Document, _ width: Int) -> [String] {
    TextRendering(width: width) { Frame.width(of: $0) }.lines(document)
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("In", "Print")[context.language], request.kind.words[context.language]]
      + context.path(of: request.unit).suffix(1)
  }

  func facts(_ context: Context) -> String {
    let period =
      request.kind == .tasks ? context.today.text : request.period.words[context.language]
    let last = min(lines.count, top + max(1, context.body.height))
    return Words(
      "\(period) · dòng \(last)/\(lines.count)", "\(period) · line \(last)/\(lines.count)")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { search.isTyping }

  func keymap(_ context: Context) -> Keymap {
    let unmask: [Binding] =
      request.kind == .workers
      ? [
        Unmasking.action(
          context,
          label: request.isUnmasked ? Words("Che số", "Mask numbers") : Words("Hiện số", "Show numbers"))
      ] : []
    return
      (Keymap.list.labelled(.confirm, Words("Trang sau", "Page down")) + unmask + [
        .action(.exportFile, label: Words("Ghi tệp HTML", "Write HTML"))
      ]).footer(.exportFile, .pageDown, .search, .unmask, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    let height = max(1, context.body.height - (search.isTyping ? 1 : 0))
    switch input {
    case .reloaded, .resumed:
      document = request.document(context.census, isSynthetic: context.isSynthetic)
      width = 0
    case .command(.exportFile) where !isTyping: return [.export(document)]
    case .command(.unmask) where !isTyping && !request.isUnmasked:
      return unmasking.ask(
        "unit/\(Places.standard.key(of: request.unit))", count: lines.count, place: "print", context)
    case .command(.unmask) where !isTyping:
      request.isUnmasked = false
      return update(.reloaded, context)
    case .saved(let id):
      guard unmasking.saved(id) != nil else { break }
      request.isUnmasked = true
      return update(.reloaded, context)
    case .command(.cancel) where !isTyping, .command(.upLevel) where !isTyping: return [.close]
    default:
      let found = search.handle(input, from: top, count: lines.count) { index, text in
        lines[index].folded.contains(text.folded)
      }
      if case .found(let line) = found { top = line } else if found == .ignored { move(input, height) }
    }
    if width != DocumentScreen.width(context) {
      width = DocumentScreen.width(context)
      lines = DocumentScreen.lines(document, width)
    }
    top = min(max(0, top), max(0, lines.count - height))
    return []
  }

  private mutating func move(_ input: Input, _ height: Int) {
    guard case .command(let command) = input else { return }
    switch command {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= height
    case .pageDown, .confirm: top += height
    case .first: top = 0
    case .last: top = lines.count
    default: break
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (text, last) = area.split(bottom: search.isTyping && area.height > 2 ? 1 : 0)
    // A window of another size shows the lines it has until the next key.
    for row in 0..<max(0, text.height) where lines.indices.contains(top + row) {
      frame.write(lines[top + row], in: text.row(row).inset(left: 1), .plain)
    }
    frame.cursor = Point(x: area.x, y: area.y)
    if last.height > 0 { search.draw(in: &frame, last, context.language) }
  }
}
