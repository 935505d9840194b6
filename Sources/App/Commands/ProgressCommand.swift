import ArgumentParser
import Model

/// The figures of a unit and year, the same as on the screen.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "progress", abstract: "Tiến độ / progress.")

  @OptionGroup var common: CommonOptions

  @Option(help: "Mã đơn vị / unit code.")
  var unit: String?
  @Option(help: "Năm / year.")
  var year: Int?
  @Option(help: "Danh mục tại ngày / catalogue as of (YYYY-MM-DD).")
  var asOf: String?
  @Option(help: "Lượt đi theo / departures by: unit | month | market | sex | class.")
  var by: Breakdown?
  @Flag(help: "JSON.")
  var json = false
  @Flag(help: "CSV.")
  var csv = false

  func run() throws {
    try common.withLedger { home, ledger, census throws(Refusal) in
      let day = try common.day(asOf, or: home.day)
      let unit = try common.unit(unit, asOf: day, home, ledger)
      let progress = Progress(census, Scope(unit), year: year ?? home.day.year)
      if let by {
        return breakdown(
          by.parts(PeopleQuery(census, Scope(unit), year: progress.year)), home.language, progress)
      }
      if json { return Console.json(progress.json(ledger.plan)) }
      let columns: [Words] = [
        Words("Mã", "Code"), Words("Đơn vị", "Unit"), Words("Chỉ tiêu", "Target"), Words("Đã đi", "Left"),
        Words("T2", "T2"), Words("T3", "T3"), Words("Báo cáo", "Reports"),
      ]
      let separator = csv ? "," : "\t"
      Console.line("T1 \(progress.t1.achieved)/\(progress.t1.target.map(String.init) ?? "–")", unless: csv)
      Console.line("T2 \(progress.t2.part.numerator)/\(progress.t2.part.denominator)", unless: csv)
      Console.line("T3 \(progress.t3.numerator)/\(progress.t3.denominator)", unless: csv)
      Console.row(columns.map { $0[home.language] }, separator)
      for row in progress.rows {
        let place = row.unit.map { Places.standard[$0] }
        Console.row(
          [
            place?.code ?? "", place?.name ?? Projection.unknownWords[home.language],
            row.target.map(String.init) ?? "", String(row.departures),
            "\(row.poverty.numerator)/\(row.poverty.denominator)",
            "\(row.training.numerator)/\(row.training.denominator)",
            "\(row.reports.received)/\(row.reports.due)",
          ], separator)
      }
    }
  }
}

extension Breakdown: ExpressibleByArgument {}

extension ProgressCommand {
  private func breakdown(_ parts: [Breakdown.Part], _ language: Language, _ progress: Progress) {
    guard !json else {
      return Console.json([
        "schema": 1, "unit": .string(Places.standard[progress.scope.unit].code),
        "catalogue": .string(progress.scope.catalogue.rawValue), "year": .integer(progress.year),
        "today": .string(progress.today.iso), "by": .string(by?.rawValue ?? ""),
        "parts": .array(
          parts.map { part in
            [
              "code": part.code.isEmpty ? .null : .string(part.code), "name": .string(part.name[language]),
              "departures": .integer(part.departures.count),
            ]
          }),
      ])
    }
    let separator = csv ? "," : "\t"
    Console.row(
      [Words("Mã", "Code"), Words("Tên", "Name"), Words("Đã đi", "Left")].map { $0[language] }, separator)
    for part in parts {
      Console.row([part.code, part.name[language], String(part.departures.count)], separator)
    }
  }
}

extension Console {
  static func line(_ text: String, unless isSilent: Bool) { if !isSilent { line(text) } }

  static func row(_ cells: [String], _ separator: String) {
    write(Array((cells.map(harmless).joined(separator: separator) + "\n").utf8))
  }
}
