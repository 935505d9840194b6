import ArgumentParser
import Model

/// Lists records as JSON, JSON Lines or CSV, or as text.
struct ListCommand: ParsableCommand {
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case departures, workers, households, incidents, reports, tasks
  }

  static let configuration = CommandConfiguration(commandName: "list", abstract: "Liệt kê / list records.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "departures | workers | households | incidents | reports | tasks.")
  var kind: Kind

  @Option(help: "Mã đơn vị; của nhiệm vụ cả mã cơ quan / unit code; of tasks an agency's too.")
  var unit: String?
  @Option(help: "Năm / year.")
  var year: Int?
  @Option(help: CommonOptions.periodHelp)
  var period: String?
  @Option(help: "Trạng thái, tình trạng / status or state.")
  var status: String?
  @Option(help: "Thị trường / market code.")
  var market: String?
  @Option(name: .customLong("class"), help: "Diện hộ / household class.")
  var householdClass: String?
  @Option(help: "Mã cảnh báo, có lý do hay chưa, hoặc all / warning code with or without a reason, or all.")
  var warning: String?
  @Option(help: "Tên có chứa / name contains, marks ignored.")
  var text: String?
  @Option(help: CommonOptions.asOfHelp)
  var asOf: String?
  @Flag(help: "JSON.")
  var json = false
  @Flag(help: "JSON Lines.")
  var jsonl = false
  @Flag(help: "CSV.")
  var csv = false
  @Flag(help: "Hiện đủ số định danh / show citizen ids whole.")
  var unmask = false

  func run() throws {
    try common.withLedger { home, ledger, census throws(Refusal) in
      try CommonOptions.one(("--json", json), ("--jsonl", jsonl), ("--csv", csv))
      let day = try CommonOptions.placesDay(asOf, or: home.day)
      let agency = kind == .tasks ? ListCommand.agency(unit) : nil
      let scope = Scope(try common.unit(agency == nil ? unit : nil, asOf: day, home, ledger))
      let listing = Listing(
        kind: kind, scope: scope, party: unit.map { _ in agency.map { .agency($0) } ?? .place(scope.unit) },
        year: try CommonOptions.checked(year: year),
        period: period == nil ? nil : try CommonOptions.period(period, year: year, home), status: status,
        market: market,
        householdClass: householdClass, warning: warning, text: text)
      try listing.check()
      if unmask { try CommonOptions.mayUnmask(home, ledger) }
      let catalogue = asOf.map { _ in Catalogue(on: day) }
      let rows = listing.rows(RecordsJSON(census, isUnmasked: unmask, asOf: catalogue), ledger.plan)
      let keys = kind.keys(asOf: catalogue)
      if jsonl {
        pieces(rows) { rows.bytes($0, [], Array("\n".utf8)) }
      } else if json {
        Console.write(Array("{\"schema\":1,\"\(kind.rawValue)\":[".utf8))
        pieces(rows) { rows.bytes($0, Array(",".utf8), []) }
        Console.write(Array("]}\n".utf8))
      } else if csv {
        Console.write(Array("\(Sheet.line(keys))\n".utf8))
        pieces(rows) { $0.flatMap { Array("\(Sheet.line(Sheet.cells(keys, rows.make($0))))\n".utf8) } }
      } else {
        Sheet(keys, (0..<rows.count).map(rows.make)).print()
      }
    }
  }

  /// The code of an agency, typed in capital or small letters.
  static func agency(_ code: String?) -> String? { code.flatMap { CodeList.agencies[$0.uppercased()] }?.code }

  /// Prints all rows, some at a time; the next ones are made meanwhile.
  private func pieces(_ rows: Listing.Rows, _ bytes: @escaping @Sendable (Range<Int>) -> [UInt8]) {
    inPieces(rows.count, of: 500, make: bytes) { Console.write($0) }
  }
}

extension ListCommand.Kind {
  /// The same where the places of a day were asked for.
  func keys(asOf catalogue: Catalogue?) -> [String] { catalogue == nil ? keys : RecordsJSON.asOf(keys) }

  /// What a record of this kind says, in the order in which it says it.
  var keys: [String] {
    switch self {
    case .departures: RecordsJSON.departureKeys
    case .workers: RecordsJSON.workerKeys
    case .households: RecordsJSON.householdKeys
    case .incidents: RecordsJSON.incidentKeys
    case .reports: RecordsJSON.reportKeys
    case .tasks: RecordsJSON.taskKeys
    }
  }
}
