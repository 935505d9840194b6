import Model

/// A paper as it is printed, to read and to export.
struct DocumentScreen: Screen {
  private var request: DocumentRequest
  /// From how many rows a paper is long: it is made beside the loop.
  private let longFrom: Int
  private var rowCount = 0
  /// The paper; nothing where it is long: then its text is all that is kept of it.
  private var document: Document?
  private var text = PaperText()
  private var width = 0
  /// What takes the place of the text once it is made.
  private var composing: PaperInMaking?
  private var writing: PaperInMaking?
  /// Whether something has arrived since a long paper was made.
  private var isStale = false
  /// The first line shown.
  private var top = 0
  private var search = ListSearch()
  private var unmasking = Unmasking()

  init(_ request: DocumentRequest, _ context: Context, longFrom: Int = 1_000) {
    self.request = request
    self.longFrom = longFrom
    _ = compose(context)
  }

  func wishes(_ context: Context) -> [Effect] { composing.map { [$0.order(context)] } ?? [] }

  private static func width(_ context: Context) -> Int {
    min(TextRendering.usualWidth, context.body.width - 2)
  }

  /// Makes the paper anew, beside the loop where it is long.
  private mutating func compose(_ context: Context) -> [Effect] {
    isStale = false
    rowCount = request.rowCount(context.census)
    document =
      isLong ? nil : request.document(context.census, isSynthetic: context.isSynthetic)
    return setLines(context)
  }

  private var isLong: Bool { rowCount >= longFrom }

  /// Sets the paper in lines as wide as the window.
  private mutating func setLines(_ context: Context) -> [Effect] {
    let dropped = composing.map { [$0.drop] } ?? []
    composing = nil
    width = DocumentScreen.width(context)
    if let document {
      text = TextRendering(width: width) { Frame.width(of: $0) }.text(document)
      return dropped
    }
    let paper = PaperInMaking(request, .reading(width: width), rowCount: rowCount, context)
    composing = paper
    return dropped + [paper.order(context)]
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("In", "Print")[context.language], request.kind.words[context.language]]
      + context.path(of: request.unit).suffix(1)
  }

  func facts(_ context: Context) -> String {
    let period =
      request.kind == .tasks ? context.today.text : request.period.words[context.language]
    guard text.count > 0 else { return period }
    let last = min(text.count, top + max(1, context.body.height))
    return Words(
      "\(period) · dòng \(last)/\(text.count)", "\(period) · line \(last)/\(text.count)")[context.language]
  }

  var hasLevels: Bool { true }
  var isTyping: Bool { search.isTyping }
  var isWaiting: Bool { composing != nil || writing != nil }

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
    var effects: [Effect] = []
    switch input {
    case .reloaded where isLong: isStale = true
    case .reloaded: effects = compose(context)
    case .resumed where isStale, .tick where isStale: effects = compose(context)
    case .work: return [composing, writing].compactMap { $0?.order(context) }
    case .paper(let id, let answer): take(answer, id)
    case .command(.exportFile) where !isTyping: return export(context)
    case .command(.unmask) where !isTyping && !request.isUnmasked:
      return unmasking.ask(
        "unit/\(Places.standard.key(of: request.unit))", count: isLong ? rowCount : text.count,
        place: "print", context)
    case .command(.unmask) where !isTyping:
      request.isUnmasked = false
      // What is hidden goes at once, even where the paper without it is not made yet.
      text = PaperText()
      effects = compose(context)
    case .saved(let id):
      guard unmasking.saved(id) != nil else { break }
      request.isUnmasked = true
      effects = compose(context)
    case .command(.cancel) where !isTyping && writing != nil,
      .command(.upLevel) where !isTyping && writing != nil:
      let dropped = writing.map { [$0.drop] } ?? []
      writing = nil
      return dropped + [.notify(Words("Đã thôi ghi tệp", "No file was written"))]
    case .command(.cancel) where !isTyping, .command(.upLevel) where !isTyping:
      return [composing, writing].compactMap { $0?.drop } + [.close]
    default:
      var sought = (text: "", folded: SoughtText(""))
      let found = search.handle(input, from: top, count: text.count) { index, wanted in
        if wanted != sought.text { sought = (wanted, SoughtText(wanted)) }
        return text.line(index, contains: sought.folded)
      }
      if case .found(let line) = found { top = line } else if found == .ignored { move(input, context) }
    }
    if width != DocumentScreen.width(context), input != .reloaded { effects += setLines(context) }
    top = min(max(0, top), max(0, text.count - height(context)))
    return effects
  }

  /// How many lines of the paper are seen.
  private func height(_ context: Context) -> Int {
    max(1, context.body.height - (search.isTyping || isWaiting ? 1 : 0))
  }

  private mutating func take(_ answer: PaperAnswer, _ id: PaperOrder.ID) {
    if id == composing?.id {
      composing?.take(answer)
      guard case .made(let made) = answer else { return }
      (text, composing) = (made, nil)
    } else if id == writing?.id {
      writing?.take(answer)
      if answer == .written { writing = nil }
    }
  }

  private mutating func export(_ context: Context) -> [Effect] {
    if let document { return [.export(document)] }
    guard writing == nil else { return [.beep] }
    let paper = PaperInMaking(request, .file, rowCount: rowCount, context)
    writing = paper
    return [paper.order(context)]
  }

  private mutating func move(_ input: Input, _ context: Context) {
    let height = height(context)
    guard case .command(let command) = input else { return }
    switch command {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= height
    case .pageDown, .confirm: top += height
    case .first: top = 0
    case .last: top = text.count
    default: break
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let needsLine = search.isTyping || isWaiting
    let (page, last) = area.split(bottom: needsLine && area.height > 2 ? 1 : 0)
    // A window of another size shows the lines it has until the next key.
    for row in 0..<max(0, page.height) where top + row < text.count {
      frame.write(text[top + row], in: page.row(row).inset(left: 1), .plain)
    }
    // Where nothing can be read yet, what is said of it is.
    frame.cursor = Point(x: area.x, y: text.count == 0 && last.height > 0 ? last.y : area.y)
    guard last.height > 0 else { return }
    if search.isTyping {
      search.draw(in: &frame, last, context.language)
    } else {
      (writing ?? composing)?.draw(in: &frame, last, context.language)
    }
  }
}
