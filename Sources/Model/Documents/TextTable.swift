/// A table in plain lines: columns as wide as their texts need, those that may be broken share what is left.
struct TextTable {
  private let table: DocumentTable
  private let text: TextRendering
  private let widths: [Int]
  private let gap: String

  /// Below so many cells a table of many columns does without room between them.
  private static let narrow = 90

  init(_ table: DocumentTable, _ text: TextRendering) {
    self.table = table
    self.text = text
    let isDense = table.isDense || text.width < TextTable.narrow && table.columns.count > 6
    gap = isDense ? "" : " "
    let frame = table.columns.count * (isDense ? 1 : 3) + 1
    widths = TextTable.widths(table, text, room: text.width - frame)
  }

  /// The narrowest that a column may become where there is no room.
  private static let least = 4

  private static func widths(_ table: DocumentTable, _ text: TextRendering, room: Int) -> [Int] {
    let contents = longest(table, text)
    func longestWord(_ title: String) -> Int {
      title.split(separator: " ").map { text.measure(String($0)) }.max() ?? 0
    }
    let needs = table.columns.indices.map { column in
      max(
        longestWord(table.columns[column].title),
        // A head stands on one line where that is not wider than the column is meant to be.
        min(text.measure(table.columns[column].title), table.columns[column].weight), contents[column])
    }
    let flexible = table.columns.indices.filter { table.columns[$0].isFlexible }
    var widths = needs
    let rest = room - table.columns.indices.filter { !flexible.contains($0) }.reduce(0) { $0 + needs[$1] }
    // Those that need less than their share leave it to the others.
    var (open, left) = (flexible, rest)
    while !open.isEmpty {
      let weights = open.reduce(0) { $0 + table.columns[$1].weight }
      let share = { (column: Int) in max(least, left * table.columns[column].weight / max(1, weights)) }
      let content = open.filter { needs[$0] <= share($0) }
      guard content.isEmpty else {
        open.removeAll { content.contains($0) }
        left -= content.reduce(0) { $0 + needs[$1] }
        continue
      }
      for column in open { widths[column] = share(column) }
      break
    }
    // A window too narrow for all takes from the widest.
    while widths.reduce(0, +) > room, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > least
    {
      widths[widest] -= 1
    }
    return widths
  }

  /// How many cells the longest text of each column takes, at least one.
  private static func longest(_ table: DocumentTable, _ text: TextRendering) -> [Int] {
    var longest = table.columns.map { _ in 1 }
    func take(_ cells: [String]) {
      for (column, cell) in zip(longest.indices, cells) {
        longest[column] = max(longest[column], text.measure(cell))
      }
    }
    for row in table.rows {
      guard text.headway.step() else { break }
      if case .cells(let cells) = row { take(cells) }
    }
    table.totals.forEach(take)
    return longest
  }

  /// Gives row after row, the first one with the head and the last one with the sums.
  func eachPiece(_ give: (TextRendering.Piece) -> Void) {
    let title = table.title.isEmpty ? [""] : [""] + text.wrapped(table.title, text.width)
    let head = [rule] + lines(table.columns.map(\.title), isHead: true) + [rule]
    var isFirst = true
    func take(_ lines: [String]) {
      give(TextRendering.Piece(lines: isFirst ? title + head + lines : lines, head: isFirst ? [] : head))
      isFirst = false
    }
    var held: [String]?
    var waiting: [String] = []
    for row in table.rows {
      guard text.headway.step() else { return }
      switch row {
      // A heading stays with the row below it.
      case .group(let name):
        waiting += text.wrapped(name, inside).map { "|" + gap + text.padded($0, inside) + gap + "|" }
      case .cells(let cells):
        if let held { take(held) }
        held = waiting + lines(cells)
        waiting = []
      }
    }
    var last = waiting
    if !table.totals.isEmpty { last += [rule] + table.totals.flatMap { lines($0) } }
    last.append(rule)
    // The sums stay with the last row, so that they never stand alone.
    take((held ?? []) + last)
  }

  private var inside: Int { widths.reduce(0, +) + (widths.count - 1) * (1 + 2 * gap.count) }

  private var rule: String {
    "+" + widths.map { String(repeating: "-", count: $0 + 2 * gap.count) + "+" }.joined()
  }

  private func lines(_ cells: [String], isHead: Bool = false) -> [String] {
    let columns = widths.indices.map { index in
      text.wrapped(cells.indices.contains(index) ? cells[index] : "", widths[index])
    }
    let height = columns.map(\.count).max() ?? 1
    return (0..<height).map { line in
      "|"
        + widths.indices.map { index in
          let part = columns[index].indices.contains(line) ? columns[index][line] : ""
          let alignment = isHead ? .center : table.columns[index].alignment
          return gap + text.aligned(part, widths[index], alignment) + gap + "|"
        }.joined()
    }
  }
}
