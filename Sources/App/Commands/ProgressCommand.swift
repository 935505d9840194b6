import ArgumentParser
import Model

/// The figures of a unit and period, the same as on the screen.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "progress", abstract: "Tiến độ / progress.")

  @OptionGroup var common: CommonOptions

  @Option(help: "Mã đơn vị / unit code.")
  var unit: String?
  @Option(help: "Năm / year.")
  var year: Int?
  @Option(help: CommonOptions.periodHelp)
  var period: String?
  @Option(help: CommonOptions.asOfHelp)
  var asOf: String?
  @Option(help: CommonOptions.knownOnHelp)
  var knownOn: String?
  @Option(
    help: "Lượt đi theo / departures by: \(Breakdown.allCases.map(\.rawValue).joined(separator: ", ")).")
  var by: Breakdown?
  @Flag(help: "JSON.")
  var json = false
  @Flag(help: "CSV.")
  var csv = false

  func run() throws {
    try common.withLedger { home, ledger, census throws(Refusal) in
      try CommonOptions.one(("--json", json), ("--csv", csv))
      let census = try common.known(on: knownOn, ledger, census)
      let day = try CommonOptions.placesDay(asOf, or: census.today)
      let unit = try common.unit(unit, asOf: day, home, ledger)
      let asked = try CommonOptions.period(period, year: year, home)
      let progress = Progress(census, Scope(unit), asked)
      if let by {
        return breakdown(by.parts(PeopleQuery(census, Scope(unit), asked)), home.language, progress)
      }
      let forecast = progress.forecast(census)
      if json { return Console.json(progress.json(ledger.plan, forecast: forecast)) }
      if csv { return ProgressSheet(progress).csv.printCSV() }
      for line in ProgressSheet(progress).summary(home.language, forecast) { Console.line(line) }
      ProgressSheet(progress).units(home.language).print()
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
    let words = [Words("Mã", "Code"), Words("Tên", "Name"), Words("Đã đi", "Left")].map { $0[language] }
    let rows = parts.map { [$0.code, $0.name[language], String($0.departures.count)] }
    if csv { Sheet(["code", "name", "departures"], rows).printCSV() } else { Sheet(words, rows).print() }
  }
}
