import Model

/// Records or figures as rows: tabs between cells to read on a terminal, CSV to take elsewhere.
struct Sheet {
  let head: [String]
  var rows: [[String]] = []

  init(_ head: [String], _ rows: [[String]] = []) { (self.head, self.rows) = (head, rows) }

  /// Objects of one kind, their members in the order of the head.
  init(_ keys: [String], _ objects: [JSON]) {
    self.init(keys, objects.map { object in keys.map { Sheet.text(object[$0]) } })
  }

  func print(isCSV: Bool) {
    var text = ""
    for row in [head] + rows {
      let cells = row.map(Console.harmless)
      text += isCSV ? cells.map(Sheet.quoted).joined(separator: ",") : cells.joined(separator: "\t")
      text += "\n"
    }
    Console.write(Array(text.utf8))
  }

  static func text(_ json: JSON?) -> String {
    switch json {
    case nil, .null?: ""
    case .string(let string)?: string
    case let other?: String(decoding: other.bytes, as: UTF8.self)
    }
  }

  /// A cell of CSV; one that holds a comma, a quote or a line's end stands in quotes.
  static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}
