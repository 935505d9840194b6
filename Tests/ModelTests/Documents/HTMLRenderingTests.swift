import Testing

@testable import Model

@Suite("Papers as HTML")
struct HTMLRenderingTests {
  @Test(arguments: [1, 60, 3000])
  func everyRowStandsOnceAndTheHeadIsRepeated(rows: Int) {
    let html = HTMLRendering(TextRenderingTests.paper(rows: rows)).text
    #expect(html.ranges(of: "<thead>").count == 1)
    // One row of the head, the rows, the sums; three of the letterhead and the signature.
    #expect(html.ranges(of: "<tr").count == rows + 2 + 3)
    #expect(html.contains("table-header-group"))
    #expect(html.contains(".data tr { break-inside: avoid;"))
    #expect(HTMLRenderingTests.problem(html) == nil)
  }

  @Test func theMarginsAreThoseOfTheDecree() {
    let html = HTMLRendering(TextRenderingTests.paper(rows: 1)).text
    #expect(html.contains("size: A4 portrait") && html.contains("margin: 20mm 15mm 20mm 30mm"))
    #expect(html.contains("13pt/1.25 \"Times New Roman\""))
    #expect(
      !html.contains("http://") || html.ranges(of: "http://").count == html.ranges(of: "www.w3.org").count)
  }

  @Test func whatIsTypedCanNeitherBecomeATagNorACommand() throws {
    var document = TextRenderingTests.paper(rows: 1)
    let evil = "<script>&\"'</td>\u{1B}[2J\u{0}\u{202E}\u{85}"
    document = Document(
      letterhead: document.letterhead, subject: [evil],
      blocks: [
        .heading(evil), .paragraph(evil), .note(evil),
        .table(DocumentTable(evil, [DocumentTable.Column(evil, 5)], [.cells([evil]), .group(evil)])),
        .chart(DocumentChart(title: evil, bars: [DocumentChart.Bar(label: evil, value: 3)])),
      ], recipients: [evil], signatory: Document.Signatory(authority: evil, title: evil, name: evil),
      seal: evil + "</style>", isSynthetic: true, isLandscape: true, fileName: "x")
    let html = HTMLRendering(document).text
    #expect(!html.contains("<script>"))
    #expect(html.ranges(of: "</style>").count == 1)
    #expect(HTMLRenderingTests.problem(html) == nil)
    let text = TextRendering(width: 60).lines(document).joined(separator: "\n")
    for scalar in (html + text).unicodeScalars where scalar != "\n" {
      #expect(
        scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format,
        "\(scalar.value)")
    }
  }

  @Test func aBarIsAsLongAsItsNumber() {
    let chart = DocumentChart(
      title: "Thử",
      bars: [.init(label: "A", value: 50), .init(label: "B", value: 100), .init(label: "C", value: 0)])
    let widths = BarChart(chart).svg.matches(of: #/<rect [^>]*width="(\d+)"/#).compactMap { Int($0.1) }
    #expect(widths.count == 3)
    #expect(widths[1] == widths[0] * 2 && widths[2] == 0)
  }

  /// What is not well-formed: a tag that is not closed in its order, or a bare sign; `nil` where all is.
  static func problem(_ html: String) -> String? {
    let empty: Set<Substring> = ["meta", "br", "col"]
    var open: [Substring] = []
    for match in html.matches(of: #/<(/?)([a-z0-9]+)([^<>]*)>/#) {
      let (isEnd, name) = (match.1 == "/", match.2)
      if empty.contains(name) || match.3.hasSuffix("/") { continue }
      if !isEnd { open.append(name) } else if open.popLast() != name { return "</\(name)>" }
    }
    if !open.isEmpty { return open.joined(separator: " ") }
    let rest = html.replacing(#/<style>[\s\S]*?</style>|<!DOCTYPE html>|</?[a-z0-9]+[^<>]*>/#, with: "")
    if let bare = rest.firstMatch(of: #/<|>|&(?!(amp|lt|gt|quot|#39|nbsp);)/#) { return "bare \(bare.0)" }
    return nil
  }
}
