import Testing

@testable import Model

@Suite("Papers as plain text")
struct TextRenderingTests {
  /// A paper with one table of so many rows, each of several lines.
  static func paper(rows: Int) -> Document {
    let table = DocumentTable(
      "Bảng thử",
      [
        .number, DocumentTable.Column("Họ và tên", 30, isFlexible: true),
        DocumentTable.Column("Số", 8, .right),
      ],
      DocumentTable.numbered(
        (0..<rows).map { row in
          ["Lao động mẫu \(row + 1) " + String(repeating: "dài ", count: row % 9), "\(row)"]
        }), totals: [["", DocumentTable.totalWord, "\(rows)"]])
    return Document(
      letterhead: Letterhead(
        Places.standard[aUnit("082@2023")], above: Places.standard[aUnit("10@2023")], number: nil,
        on: aDay("2024-02-05")), subject: ["Thử"], blocks: [.paragraph("Một đoạn."), .table(table)],
      recipients: ["UBND tỉnh (báo cáo)", "Lưu: VT"],
      signatory: Document.Signatory(authority: "TM. ỦY BAN NHÂN DÂN", title: "CHỦ TỊCH", name: nil),
      seal: "Mã số liệu 0", isSynthetic: true, isLandscape: false, fileName: "thu")
  }

  @Test(arguments: [1, 60, 3000])
  func aPageSplitsNoRowAndBeginsWithTheHead(rows: Int) throws {
    let text = TextRendering(width: 80)
    let document = TextRenderingTests.paper(rows: rows)
    let pages = text.pages(document)
    #expect(rows == 1 ? pages.count == 1 : pages.count > 1)
    #expect(pages.allSatisfy { $0.count <= TextRendering.usualHeight && $0.first?.isEmpty == false })
    #expect(pages.joined().allSatisfy { $0.count <= 80 })
    let isRow = { (line: String) in line.dropFirst(2).prefix(5).contains { $0.isNumber } }
    var seen = 0
    for (index, page) in pages.enumerated() {
      let bordered = page.filter { $0.hasPrefix("|") }
      if !bordered.isEmpty {
        #expect(bordered[0].contains("STT") && bordered[0].contains("Họ và tên"), "page \(index)")
      }
      // After the head the first line of the table is the first line of a row.
      if bordered.count > 1 { #expect(isRow(bordered[1]), "page \(index): \(bordered[1])") }
      seen += bordered.filter(isRow).count
    }
    #expect(seen == rows)
    let last = try #require(pages.last)
    #expect(last.contains { $0.contains("CHỦ TỊCH") })
    // With the sums above it: it never stands alone.
    #expect(last.contains { $0.contains(DocumentTable.totalWord) })
  }

  @Test func pagesSayWhatTheLinesSay() {
    let text = TextRendering()
    let document = TextRenderingTests.paper(rows: 200)
    let lines = text.lines(document).filter { $0.hasPrefix("|") && !$0.contains("STT") }
    let paged = text.pages(document).joined().filter { $0.hasPrefix("|") && !$0.contains("STT") }
    #expect(lines == Array(paged))
  }

  @Test(arguments: [40, 57, 80, 100, 200])
  func noLineIsWiderThanAskedFor(width: Int) {
    for line in TextRendering(width: width).lines(TextRenderingTests.paper(rows: 60)) {
      #expect(line.count <= width, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test func theTopIsThatOfTheDecree() {
    let text = TextRendering().lines(TextRenderingTests.paper(rows: 1)).joined(separator: "\n")
    for words in [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "TỈNH LÀO CAI", "HUYỆN BÁT XÁT",
      "Số:        /BC-UBND", "Bát Xát, ngày 05 tháng 02 năm 2024", "BÁO CÁO", "TM. ỦY BAN NHÂN DÂN",
      "Nơi nhận:",
      "- Lưu: VT.", "DỮ LIỆU MẪU",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    // The superior's name stands above the issuer's.
    let (above, own) = (text.ranges(of: "TỈNH LÀO CAI").first, text.ranges(of: "HUYỆN BÁT XÁT").first)
    #expect(above.flatMap { one in own.map { one.lowerBound < $0.lowerBound } } == true)
  }

  @Test(arguments: [
    (nil, "Số:        /BC-UBND"), ("15", "Số: 15/BC-UBND"), ("15/BC-LĐ", "Số: 15/BC-LĐ"),
  ])
  func theNumberIsLeftOpenUnlessGiven(number: String?, shown: String) {
    let head = Letterhead(
      Places.standard[aUnit("10@2023")], above: nil, number: number, on: aDay("2024-10-15"))
    #expect(head.number == shown)
    #expect(head.placeAndDate == "Lào Cai, ngày 15 tháng 10 năm 2024")
    #expect(head.superior.isEmpty)
  }
}
