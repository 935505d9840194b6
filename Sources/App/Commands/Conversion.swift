import Glibc
import Model

/// Makes a PDF or a DOCX of a paper's HTML by a program that is installed; none is part of this one.
enum Conversion {
  enum Kind: String { case pdf, docx }

  /// A program that can do it, and how it is asked: of the page, into the result, in a folder of its own.
  private struct Tool {
    let name: String
    let words: @Sendable (_ page: String, _ result: String, _ folder: String) -> [String]
  }

  /// In the order in which they are tried: what keeps the layout best comes first.
  private static func tools(_ kind: Kind) -> [Tool] {
    switch kind {
    case .pdf: browsers + [wkhtmltopdf] + offices("pdf:writer_web_pdf_Export")
    case .docx: offices("docx:MS Word 2007 XML") + [pandoc]
    }
  }

  private static let browsers = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ].map { name in
    Tool(name: name) { page, result, folder in
      // Root has no sandbox to be put in; the page is our own and asks for nothing.
      (geteuid() == 0 ? ["--no-sandbox"] : []) + [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-extensions", "--disable-background-networking", "--user-data-dir=\(folder)/profile",
        "--no-pdf-header-footer", "--print-to-pdf=\(result)", "file://\(page)",
      ]
    }
  }

  private static let wkhtmltopdf = Tool(name: "wkhtmltopdf") { page, result, _ in
    ["--quiet", "--page-size", "A4", "-T", "20mm", "-B", "20mm", "-L", "30mm", "-R", "15mm", page, result]
  }

  private static let pandoc = Tool(name: "pandoc") { page, result, _ in
    ["--from", "html", "--to", "docx", "--output", result, page]
  }

  private static func offices(_ filter: String) -> [Tool] {
    ["libreoffice", "soffice"].map { name in
      Tool(name: name) { page, _, folder in
        [
          "-env:UserInstallation=file://\(folder)/profile", "--headless",
          "--infilter=HTML (StarWriter)", "--convert-to", filter, "--outdir", folder, page,
        ]
      }
    }
  }

  static func make(_ kind: Kind, of html: [UInt8]) throws(Refusal) -> [UInt8] {
    let found = tools(kind).compactMap { tool in OutsideProgram(tool.name).map { (tool, $0) } }
    guard !found.isEmpty else { throw missing(kind) }
    let signals = EndingSignals()
    defer { signals.letThrough() }
    guard let folder = TemporaryFolder() else {
      throw Refusal(
        Words("Không tạo được thư mục tạm.", "Cannot make a temporary folder."))
    }
    defer { folder.remove() }
    let (page, result) = ("\(folder.path)/report.html", "\(folder.path)/report.\(kind.rawValue)")
    guard PrivateFile.make(page, html) else {
      throw Refusal(Words("Không ghi được vào “\(folder.path)”.", "Cannot write to “\(folder.path)”."))
    }
    for (tool, program) in found where !signals.haveCome() {
      guard program.run(tool.words(page, result, folder.path), signals), access(result, R_OK) == 0 else {
        continue
      }
      let bytes = try InputFile.read(result)
      if !bytes.isEmpty { return bytes }
    }
    let names = found.map(\.0.name).joined(separator: ", ")
    throw Refusal(
      Words(
        "\(names) không tạo được tệp \(kind.rawValue); --format html mở được bằng trình duyệt và Word.",
        "\(names) could not make the \(kind.rawValue) file; --format html opens in a browser and in Word."))
  }

  private static func missing(_ kind: Kind) -> Refusal {
    let names = kind == .pdf ? "chromium, wkhtmltopdf, libreoffice" : "libreoffice, pandoc"
    return Refusal(
      Words(
        "Máy này không có \(names) để tạo \(kind.rawValue): cài một trong số đó, hoặc dùng --format html, mở được bằng Word.",
        "None of \(names) is here to make \(kind.rawValue): install one, or use --format html, which opens in Word."
      ))
  }
}
