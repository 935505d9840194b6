import ArgumentParser
import Model

/// Prints a paper in the layout of Nghị định 30/2020/NĐ-CP.
struct ReportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, html, pdf, docx
  }

  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "In báo cáo, danh sách / print reports and lists.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "period | workers | completeness | tasks.")
  var kind: DocumentKind

  @Option(help: "Mã đơn vị / unit code.")
  var unit: String?
  @Option(help: CommonOptions.periodHelp)
  var period: String?
  @Option(help: CommonOptions.asOfHelp)
  var asOf: String?
  @Option(help: CommonOptions.knownOnHelp)
  var knownOn: String?
  @Option(help: "text | html | pdf | docx.")
  var format: Format = .text
  @Option(help: "Ghi ra tệp / write to a file.")
  var output: String?
  @Flag(help: "Ghi đè tệp đã có / replace an existing file.")
  var force = false
  @Flag(help: "Hiện đủ số định danh / show citizen ids whole.")
  var unmask = false
  @Option(help: "Số văn bản / document number.")
  var number: String?
  @Option(help: "Họ tên người ký / name of the signer.")
  var signer: String?
  @Option(help: "Số cột của văn bản thuần / columns of plain text (40-400).")
  var width: Int = TextRendering.usualWidth
  @Flag(help: "Ngắt trang bằng dấu sang trang / form feeds between pages of plain text.")
  var pages = false

  func run() throws {
    try common.withLedger { home, ledger, census throws(Refusal) in
      let document = try document(home, ledger, try common.known(on: knownOn, ledger, census))
      let bytes = try rendered(document)
      guard let output, output != "-" else { return Console.write(bytes) }
      switch ExportedFile(path: output).write(bytes, isReplacing: force) {
      case .written: break
      case .exists:
        throw Refusal(
          Words(
            "Tệp “\(output)” đã có; thêm --force để ghi đè.",
            "The file “\(output)” exists; add --force to replace it."))
      case .failed(let words): throw Refusal(words)
      }
    }
  }

  private func document(_ home: Home, _ ledger: Ledger, _ census: Census) throws(Refusal) -> Document {
    try check()
    let asked = try CommonOptions.period(period, year: nil, home)
    if unmask { try CommonOptions.mayUnmask(home, ledger) }
    // A period is told by the places of its last day, as far as that has come.
    let unit = try common.unit(
      unit, asOf: try CommonOptions.placesDay(asOf, or: min(asked.last, census.today)), home, ledger)
    var request = DocumentRequest(kind, unit, asked)
    (request.isUnmasked, request.number, request.signer) = (unmask, number, signer)
    if let obstacle = request.obstacle(on: census.today) { throw Refusal(obstacle) }
    return request.document(census, isSynthetic: ledger.isSynthetic)
  }

  /// What does not go together is refused rather than passed over.
  private func check() throws(Refusal) {
    func unanswered(_ name: String, _ kind: String) -> Refusal {
      Refusal(Words("\(name) không dùng cho \(kind).", "\(name) does not apply to \(kind)."))
    }
    if kind != .workers, unmask { throw unanswered("--unmask", kind.rawValue) }
    if format != .text, pages { throw unanswered("--pages", format.rawValue) }
    guard (40...400).contains(width) else {
      throw Refusal(
        Words("--width từ 40 đến 400, không phải \(width).", "--width is from 40 to 400, not \(width)."))
    }
    if format == .pdf || format == .docx, output == nil {
      throw Refusal(
        Words(
          "Ghi \(format.rawValue) ra tệp: thêm --output.", "Write \(format.rawValue) to a file: add --output."
        ))
    }
  }

  private func rendered(_ document: Document) throws(Refusal) -> [UInt8] {
    switch format {
    case .text:
      let text = TextRendering(width: width) { Frame.width(of: $0) }
      let sheets = pages ? text.pages(document) : [text.lines(document)]
      return Array(sheets.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\u{0C}").utf8)
    case .html: return Array(HTMLRendering(document).text.utf8)
    case .pdf, .docx:
      return try Conversion.make(format == .pdf ? .pdf : .docx, of: Array(HTMLRendering(document).text.utf8))
    }
  }
}

extension DocumentKind: ExpressibleByArgument {}
