import Model

/// Records or figures as rows: columns that stand under each other to read, CSV to take elsewhere.
struct Sheet {
  let head: [String]
  var rows: [[String]] = []

  init(_ head: [String], _ rows: [[String]] = []) { (self.head, self.rows) = (head, rows) }

  /// Objects of one kind, their members in the order of the head.
  init(_ keys: [String], _ objects: [JSON]) {
    self.init(keys, objects.map { Sheet.cells(keys, $0) })
  }

  /// The members of an object in the order of the keys, which most often is their own.
  static func cells(_ keys: [String], _ object: JSON) -> [String] {
    let members = object.members ?? []
    return keys.indices.map { index in
      let isInPlace = index < members.count && members[index].key == keys[index]
      return text(isInPlace ? members[index].value : object[keys[index]])
    }
  }

  /// Columns that stand under each other.
  func print() { Sheet.print(Sheet.aligned(([head] + rows).map { $0.map(Console.harmless) })) }

  func printCSV() { Sheet.print(([head] + rows).map(Sheet.line)) }

  private static func print(_ lines: [String]) { Console.write(Array(lines.map { $0 + "\n" }.joined().utf8)) }

  /// A line of CSV, without its end.
  static func line(_ cells: [String]) -> String {
    cells.map { quoted(Console.harmless($0)) }.joined(separator: ",")
  }

  /// Two cells between columns; a column in which no row says anything is left out.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.dropFirst().allSatisfy { $0[column].isEmpty } && rows.count > 1
        ? 0 : rows.map { Frame.width(of: $0[column]) }.max() ?? 0
    }
    let shown = widths.indices.filter { widths[$0] > 0 }
    return rows.map { row in
      let cells = shown.map { column in
        row[column]
          + (column == shown.last
            ? "" : String(repeating: " ", count: widths[column] - Frame.width(of: row[column])))
      }
      return cells.joined(separator: "  ")
    }
  }

  static func text(_ json: JSON?) -> String {
    switch json {
    case nil, .null?: ""
    case .string(let string)?: string
    case let other?: String(decoding: other.bytes, as: UTF8.self)
    }
  }

  /// Whether a spreadsheet would compute the cell instead of showing it, as the letters of a file from elsewhere may ask.
  private static func isFormula(_ cell: String) -> Bool {
    switch cell.first {
    case "=", "@", "\t": true
    case "+", "-": !cell.allSatisfy { $0.isNumber || "+-., ()".contains($0) }
    default: false
    }
  }

  /// A cell of CSV; one that holds a comma, a quote or a line's end stands in quotes, and a formula is text.
  static func quoted(_ cell: String) -> String {
    let cell = isFormula(cell) ? "'\(cell)" : cell
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}
