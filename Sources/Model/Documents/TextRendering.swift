/// A paper as plain lines, for a terminal, a screen reader or a line printer.
public struct TextRendering {
  /// What stays together on a page, and what is said again above it where a page begins with it.
  struct Piece {
    let lines: [String]
    var head: [String] = []
  }

  public static let usualWidth = 100
  /// A4 at six lines an inch, with the margins of Phụ lục I, Nghị định 30/2020/NĐ-CP.
  public static let usualHeight = 60

  let width: Int
  /// How many cells a text takes.
  let measure: (String) -> Int
  let headway: Headway?

  /// In how many steps for each row of a table a paper is set in lines.
  public static let steps = 2

  /// - Parameters:
  ///   - width: cells of a line; at least 40.
  ///   - headway: told of each step; where it is stopped, what comes back is not whole.
  public init(
    width: Int = TextRendering.usualWidth, headway: Headway? = nil,
    measure: @escaping (String) -> Int = { $0.count }
  ) {
    self.width = max(40, width)
    self.headway = headway
    self.measure = measure
  }

  public func lines(_ document: Document) -> [String] { pieces(document).flatMap(\.lines) }

  /// The same lines to read and to search.
  ///
  /// - Parameter isLong: whether there are so many that they are made ready to be searched.
  public func text(_ document: Document, isLong: Bool = false) -> PaperText {
    var text = PaperText(isLong: isLong)
    eachPiece(document) { for line in $0.lines { text.append(line) } }
    return text
  }

  /// Pages of at most so many lines.
  ///
  /// No row of a table is split, and a page that goes on with a table begins with its head; only what is longer than
  /// a page by itself runs over it.
  public func pages(_ document: Document, height: Int = TextRendering.usualHeight) -> [[String]] {
    var pages: [[String]] = []
    var page: [String] = []
    for piece in pieces(document) {
      if page.count + piece.lines.count > height, !page.isEmpty {
        pages.append(page)
        page = piece.head
      }
      // No page begins with an empty line.
      page += page.isEmpty ? Array(piece.lines.drop { $0.isEmpty }) : piece.lines
    }
    return page.isEmpty ? pages : pages + [page]
  }

  func pieces(_ document: Document) -> [Piece] {
    var pieces: [Piece] = []
    eachPiece(document) { pieces.append($0) }
    return pieces
  }

  /// Gives piece after piece, from the top.
  private func eachPiece(_ document: Document, _ give: (Piece) -> Void) {
    var last = Piece(lines: top(document))
    func take(_ piece: Piece) {
      give(last)
      last = piece
    }
    for block in document.blocks {
      switch block {
      case .heading(let text): take(Piece(lines: [""] + wrapped(text, width)))
      case .paragraph(let text):
        take(
          Piece(
            lines: [""]
              + wrapped(text, width - 4).enumerated().map { index, line in
                index == 0 ? "    " + line : line
              }))
      case .note(let text): take(Piece(lines: [""] + wrapped("(\(text))", width)))
      case .table(let table): TextTable(table, self).eachPiece(take)
      // Every number of a chart stands in a table.
      case .chart: break
      }
    }
    // A signature never stands alone: what was said last stays with it.
    give(Piece(lines: last.lines + bottom(document), head: last.head))
  }

  // MARK: Top and bottom

  private func top(_ document: Document) -> [String] {
    let head = document.letterhead
    let left = width * 2 / 5
    let right = width - left - 2
    let leftLines = head.superior.flatMap { wrapped($0, left) } + head.issuer.flatMap { wrapped($0, left) }
    let rightLines = wrapped(Letterhead.nation, right) + wrapped(Letterhead.motto, right)
    let rules = (
      String(repeating: "-", count: min(12, left)),
      String(repeating: "-", count: min(measure(Letterhead.motto), right))
    )
    let mark = document.isSynthetic ? wrapped(Document.syntheticSentence, width) + [""] : []
    return mark
      + beside(leftLines + [rules.0], rightLines + [rules.1], left, right)
      + beside(number(head, left), wrapped(head.placeAndDate, right), left, right) + [""]
      + ([Document.kindName] + document.subject).flatMap { wrapped($0, width) }.map { centred($0, width) }
      + [centred(String(repeating: "-", count: 12), width)]
  }

  /// The room that is left open for a number is kept, where it fits.
  private func number(_ head: Letterhead, _ width: Int) -> [String] {
    let number = clean(head.number)
    return measure(number) <= width ? [number] : wrapped(number, width)
  }

  private func bottom(_ document: Document) -> [String] {
    let left = width / 2
    let right = width - left - 2
    let list = document.recipients.enumerated().flatMap { index, name in
      wrapped("- \(name)\(index == document.recipients.count - 1 ? "." : ";")", left)
    }
    let signatory = document.signatory
    let name = signatory.name.map { wrapped($0, right) } ?? []
    let signed =
      wrapped(signatory.authority, right) + wrapped(signatory.title, right) + ["", "", "", ""] + name
    let rows = max(list.count + 1, signed.count)
    let leftLines = ["Nơi nhận:"] + list
    let lines = (0..<rows).map { row -> String in
      let text = leftLines.indices.contains(row) ? leftLines[row] : ""
      return joined(text, signed.indices.contains(row) ? centred(signed[row], right) : "", left)
    }
    let mark = document.isSynthetic ? "\(Document.syntheticMark). " : ""
    return [""] + lines + [""] + wrapped("\(mark)\(document.seal)", width)
  }

  /// Two blocks beside each other, each centred.
  private func beside(_ one: [String], _ other: [String], _ left: Int, _ right: Int) -> [String] {
    (0..<max(one.count, other.count)).map { row in
      joined(
        one.indices.contains(row) ? centred(one[row], left) : "",
        other.indices.contains(row) ? centred(other[row], right) : "", left)
    }
  }

  private func joined(_ one: String, _ other: String, _ left: Int) -> String {
    let line = padded(one, left) + "  " + other
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  // MARK: Words and lines

  /// A text without anything that could command a terminal or a printer.
  func clean(_ text: String) -> String { text.harmless }

  func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - measure(text)))
  }

  func aligned(_ text: String, _ width: Int, _ alignment: DocumentTable.Alignment) -> String {
    let spare = max(0, width - measure(text))
    let before =
      switch alignment {
      case .left: 0
      case .center: spare / 2
      case .right: spare
      }
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: spare - before)
  }

  func centred(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - measure(text)) / 2) + text
  }

  /// In lines of at most so many cells, broken between words, and within a word that is longer than a line.
  func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var (line, used) = ("", 0)
    for word in clean(text).split(separator: " ") {
      let needed = measure(String(word))
      if used > 0, used + 1 + needed <= width {
        line += " " + word
        used += 1 + needed
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = (String(word), needed)
      while used > width {
        let fitting = prefix(line, width)
        lines.append(fitting)
        line = String(line.dropFirst(fitting.count))
        used = measure(line)
      }
    }
    return used > 0 || lines.isEmpty ? lines + [line] : lines
  }

  /// As many characters as fit, at least one.
  private func prefix(_ text: String, _ width: Int) -> String {
    var (fitting, used) = ("", 0)
    for character in text {
      used += measure(String(character))
      if used > width, !fitting.isEmpty { return fitting }
      fitting.append(character)
    }
    return fitting
  }
}
