/// How a paper looks: A4, margins, letters and sizes of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I and II.
struct HTMLStyle {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm (mục I); page numbers in the middle above, none on the
  /// first page; letters of the family Times New Roman, 13–14.
  var css: String {
    let mark = document.isSynthetic ? Document.syntheticMark : ""
    return """
      @page {
        size: A4 \(document.isLandscape ? "landscape" : "portrait");
        margin: 20mm 15mm 20mm 30mm;
        @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", "Tinos", serif; }
        @top-left { content: "\(HTMLStyle.quoted(mark))"; font: bold 10pt "Times New Roman", "Liberation Serif", serif; }
        @bottom-left { content: "\(HTMLStyle.quoted(document.seal))"; font: 9pt "Times New Roman", "Liberation Serif", serif; width: 100%; }
      }
      @page :first { @top-center { content: none; } }
      * { box-sizing: border-box; }
      body { margin: 0; background: #fff; color: #000; font: 13pt/1.25 "Times New Roman", "Liberation Serif", "Tinos", serif; }
      p { margin: 0; }
      .synthetic { margin-bottom: 6pt; border: 1pt solid #000; padding: 3pt 6pt; text-align: center; font-size: 11pt; font-weight: bold; }
      .letterhead, .signature { width: 100%; border-collapse: collapse; break-inside: avoid; page-break-inside: avoid; }
      .letterhead td, .signature td { padding: 0; vertical-align: top; text-align: center; }
      .issuer, .number { width: 40%; }
      .superior, .body, .nation .name { font-size: 12pt; }
      .body, .nation .name, .motto { font-weight: bold; }
      .nation .name { white-space: nowrap; }
      .motto span { border-bottom: 0.75pt solid #000; padding-bottom: 1pt; }
      .third { width: 24mm; margin: 2pt auto 0; border-top: 0.75pt solid #000; }
      .number, .place { padding-top: 8pt !important; }
      .place { font-style: italic; }
      h1 { margin: 18pt 0 0; font-size: 14pt; text-align: center; }
      .subject { font-size: 14pt; font-weight: bold; text-align: center; }
      h2 { margin: 6pt 0 0; padding-top: 4pt; font-size: 13pt; break-after: avoid; page-break-after: avoid; }
      .text { margin-top: 3pt; padding-top: 3pt; text-align: justify; text-indent: 1cm; orphans: 2; widows: 2; }
      .note { margin-top: 4pt; font-size: 11pt; font-style: italic; }
      .caption { margin: 6pt 0 3pt; padding-top: 4pt; font-weight: bold; text-align: center; break-after: avoid; page-break-after: avoid; }
      .data { width: 100%; margin-top: 4pt; border-collapse: collapse; table-layout: fixed; font-size: 12pt; line-height: 1.15; font-variant-numeric: tabular-nums; }
      .data.short { break-inside: avoid; page-break-inside: avoid; }
      .data thead { display: table-header-group; }
      .data tr { break-inside: avoid; page-break-inside: avoid; }
      .data .last, .data .group { break-after: avoid; page-break-after: avoid; }
      .data th, .data td { border: 0.5pt solid #000; padding: 2pt 3pt; overflow-wrap: anywhere; vertical-align: top; }
      .data th { text-align: center; vertical-align: middle; overflow-wrap: normal; }
      .data .c { text-align: center; }
      .data .r { text-align: right; }
      .data .total td, .data .group td { font-weight: bold; }
      .dense { font-size: 10.5pt; }
      .dense th, .dense td { padding: 1.5pt 2pt; }
      .chart { display: block; width: 100%; margin: 8pt 0 0; break-inside: avoid; page-break-inside: avoid; }
      .signature { margin-top: 14pt; break-before: avoid; page-break-before: avoid; }
      .data .total { break-before: avoid; page-break-before: avoid; }
      .signature .recipients { width: 50%; text-align: left; }
      .to { font-size: 12pt; font-style: italic; font-weight: bold; }
      .list { font-size: 11pt; }
      .signed .title, .signed .name { font-weight: bold; }
      .space { height: 22mm; }
      .seal { break-before: avoid; page-break-before: avoid; margin-top: 10pt; border-top: 0.5pt solid #000; padding-top: 2pt; font-size: 9pt; overflow-wrap: anywhere; }
      @media screen { .paper { max-width: \(document.isLandscape ? 262 : 175)mm; margin: 10mm auto; padding: 0 5mm; } }

      """
  }

  /// A text within quotes of a style sheet.
  private static func quoted(_ text: String) -> String {
    text.harmless.unicodeScalars.reduce(into: "") { quoted, scalar in
      switch scalar {
      case "\"", "\\", "<", "\n": quoted += "\\\(String(scalar.value, radix: 16)) "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
  }
}
