/// A paper as one HTML file that prints to A4 and opens in a word processor; it asks nothing of any network.
public struct HTMLRendering {
  private let document: Document
  private let headway: Headway?

  /// In how many steps for each row of a table it is written.
  public static let steps = 1

  /// - Parameter headway: told of each step; where it is stopped, what comes back is not whole.
  public init(_ document: Document, headway: Headway? = nil) {
    (self.document, self.headway) = (document, headway)
  }

  public var text: String {
    let style = HTMLStyle(document)
    let title = "\(Document.kindName) \(document.subject.joined(separator: " "))"
    let head = """
      <!DOCTYPE html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLRendering.escaped(title))</title>
      <style>
      \(style.css)</style>
      </head>
      <body>
      <div class="paper">

      """
    return head + mark + letterhead + heading + document.blocks.map(block).joined() + ending
      + "</div>\n</body>\n</html>\n"
  }

  /// A text as it may stand between tags and within quotes, without control characters.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.harmless.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  private func tag(_ name: String, _ text: String, class style: String = "") -> String {
    let style = style.isEmpty ? "" : " class=\"\(style)\""
    return "<\(name)\(style)>\(HTMLRendering.escaped(text))</\(name)>\n"
  }

  private var mark: String {
    document.isSynthetic ? tag("p", Document.syntheticSentence, class: "synthetic") : ""
  }

  private var letterhead: String {
    let head = document.letterhead
    func lines(_ texts: [String]) -> String { texts.map(HTMLRendering.escaped).joined(separator: "<br>") }
    let superior = head.superior.isEmpty ? "" : "<p class=\"superior\">\(lines(head.superior))</p>\n"
    return """
      <table class="letterhead"><tbody>
      <tr><td class="issuer">
      \(superior)<p class="body">\(lines(head.issuer))</p>
      <div class="third"></div>
      </td><td class="nation">
      <p class="name">\(HTMLRendering.escaped(Letterhead.nation))</p>
      <p class="motto"><span>\(HTMLRendering.escaped(Letterhead.motto))</span></p>
      </td></tr>
      <tr><td class="number">\(HTMLRendering.escaped(head.number).nonBreaking)</td>
      <td class="place">\(HTMLRendering.escaped(head.placeAndDate))</td></tr>
      </tbody></table>

      """
  }

  private var heading: String {
    tag("h1", Document.kindName)
      + "<p class=\"subject\">\(document.subject.map(HTMLRendering.escaped).joined(separator: "<br>"))</p>\n"
      + "<div class=\"third\"></div>\n"
  }

  private func block(_ block: Document.Block) -> String {
    switch block {
    case .heading(let text): tag("h2", text)
    case .paragraph(let text): tag("p", text, class: "text")
    case .note(let text): tag("p", text, class: "note")
    case .table(let table): HTMLTable(table, headway).text
    case .chart(let chart): BarChart(chart).svg
    }
  }

  private var ending: String {
    let last = document.recipients.count - 1
    let recipients = document.recipients.enumerated().map { index, name in
      "- \(HTMLRendering.escaped(name))\(index == last ? "." : ";")"
    }.joined(separator: "<br>")
    let signatory = document.signatory
    let name = signatory.name.map { tag("p", $0, class: "name") } ?? ""
    let synthetic = document.isSynthetic ? "\(Document.syntheticMark). " : ""
    return """
      <table class="signature"><tbody><tr><td class="recipients">
      <p class="to">Nơi nhận:</p>
      <p class="list">\(recipients)</p>
      </td><td class="signed">
      <p class="title">\(HTMLRendering.escaped(signatory.authority))<br>\(HTMLRendering.escaped(signatory.title))</p>
      <p class="space">&nbsp;</p>
      \(name)</td></tr></tbody></table>
      \(tag("p", "\(synthetic)\(document.seal)", class: "seal"))
      """
  }
}

extension String {
  /// With spaces that are neither broken nor drawn together.
  fileprivate var nonBreaking: String {
    String(flatMap { $0 == " " ? "&nbsp;" : String($0) })
  }
}

/// A table whose head is repeated on every page, and none of whose rows is split.
private struct HTMLTable {
  let table: DocumentTable
  let headway: Headway?

  init(_ table: DocumentTable, _ headway: Headway?) { (self.table, self.headway) = (table, headway) }

  var text: String {
    let sum = max(1, table.columns.reduce(0) { $0 + $1.weight })
    let widths = table.columns.map { column in
      let tenths = column.weight * 1000 / sum
      return "<col style=\"width: \(tenths / 10).\(tenths % 10)%\">"
    }
    let style = (table.isDense ? " dense" : "") + (table.isShort ? " short" : "")
    let head = table.columns.map { "<th scope=\"col\">\(HTMLRendering.escaped($0.title))</th>" }.joined()
    let caption =
      table.title.isEmpty ? "" : "<p class=\"caption\">\(HTMLRendering.escaped(table.title))</p>\n"
    // The sums stand in the body: in a foot of their own they would be repeated on every page.
    let sums = table.totals.map { row($0, class: "total") }
    let rows = table.rows.enumerated().map { index, row -> String in
      guard headway.step() else { return "" }
      let isLast = index == table.rows.count - 1
      switch row {
      case .cells(let cells): return self.row(cells, class: isLast && !sums.isEmpty ? "last" : "")
      case .group(let name):
        return
          "<tr class=\"group\"><td colspan=\"\(table.columns.count)\">\(HTMLRendering.escaped(name))</td></tr>\n"
      }
    }
    return """
      \(caption)<table class="data\(style)"><colgroup>\(widths.joined())</colgroup>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \((rows + sums).joined())</tbody></table>

      """
  }

  private func row(_ cells: [String], class style: String) -> String {
    let texts = zip(table.columns, cells).map { column, text -> String in
      let alignment =
        switch column.alignment {
        case .left: ""
        case .center: " class=\"c\""
        case .right: " class=\"r\""
        }
      return "<td\(alignment)>\(HTMLRendering.escaped(text))</td>"
    }
    return "<tr\(style.isEmpty ? "" : " class=\"\(style)\"")>\(texts.joined())</tr>\n"
  }
}
