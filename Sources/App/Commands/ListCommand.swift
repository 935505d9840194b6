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

  @Option(help: "Mã đơn vị / unit code.")
  var unit: String?
  @Option(help: "Năm xuất cảnh / year of departure.")
  var year: Int?
  @Option(help: "Trạng thái / status code.")
  var status: String?
  @Option(help: "Thị trường / market code.")
  var market: String?
  @Option(name: .customLong("class"), help: "Diện hộ / household class.")
  var householdClass: String?
  @Option(help: "Mã cảnh báo / warning code, e.g. W12.")
  var warning: String?
  @Option(help: "Tên có chứa / name contains, marks ignored.")
  var text: String?
  @Option(help: "Danh mục tại ngày / catalogue as of (YYYY-MM-DD).")
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
      let day = try common.day(asOf, or: home.day)
      try known(status, in: .statuses)
      try known(market, in: .markets)
      try known(householdClass, in: .householdClasses)
      if let warning, !Rule.all.contains(where: { $0.code == warning }) {
        throw Refusal(Words("Không có quy tắc “\(warning)”.", "There is no rule “\(warning)”."))
      }
      let scope = Scope(try common.unit(unit, asOf: day, home, ledger))
      let records = RecordsJSON(census, isUnmasked: unmask)
      let rows = select(records, census, scope, ledger.plan)
      if jsonl {
        for row in rows { Console.json(row) }
      } else if csv {
        ListCommand.table(rows, separator: ",", quoted: true)
      } else if json {
        Console.json(["schema": 1, "\(kind.rawValue)": .array(rows)])
      } else {
        ListCommand.table(rows, separator: "\t", quoted: false)
      }
    }
  }

  private func known(_ code: String?, in list: CodeList) throws(Refusal) {
    guard let code, !list.contains(code) else { return }
    throw Refusal(
      Words(
        "Danh mục “\(list.words.vi)” không có mã “\(code)”.",
        "The list “\(list.words.en)” has no code “\(code)”."))
  }

  private func select(
    _ records: RecordsJSON, _ census: Census, _ scope: Scope, _ plan: Plan
  ) -> [JSON] {
    let query = PeopleQuery(census, scope, year: year ?? census.today.year)
    let register = census.register
    switch kind {
    case .departures:
      return query.departures(.all).map(records.departure).filter(isWanted)
    case .workers:
      let workers = Set(
        query.departures(.all).compactMap { row in
          register.link(Departure.worker, row).flatMap { register.merged($0).first }
        })
      return workers.sorted().map(records.worker).filter(isWanted)
    case .households:
      return register.records(.household).filter { query.contains(register.unit(Household.commune, $0)) }
        .map(records.household)
    case .incidents:
      return register.records(.incident).filter { query.contains(register.unit(Incident.commune, $0)) }
        .map(records.incident).filter(isWanted)
    case .reports:
      return register.records(.report).filter { query.contains(register.unit(PeriodReport.unit, $0)) }
        .map(records.report)
    case .tasks: return records.tasks(plan)
    }
  }

  private func isWanted(_ json: JSON) -> Bool {
    func says(_ key: String, _ wanted: String?) -> Bool { wanted == nil || json[key]?.text == wanted }
    if let year, let date = json["departedOn"]?.text ?? json["on"]?.text, !date.hasPrefix(String(year)) {
      return false
    }
    if let year, kind == .departures, json["departedOn"]?.text?.hasPrefix(String(year)) != true {
      return false
    }
    if let warning, json["warnings"]?.elements?.contains(.string(warning)) != true { return false }
    if let text, json["fullName"]?.text?.folded.contains(text.folded) != true { return false }
    return says("status", status) && says("market", market) && says("householdClass", householdClass)
  }

  private static func table(_ rows: [JSON], separator: String, quoted: Bool) {
    guard let head = rows.first?.members?.map(\.key) else { return }
    func cell(_ json: JSON?) -> String {
      let text: String
      switch json {
      case nil, .null?: text = ""
      case .string(let string)?: text = string
      case let other?: text = String(decoding: other.bytes, as: UTF8.self)
      }
      guard quoted, text.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) else { return text }
      return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
    }
    Console.write(Array((head.joined(separator: separator) + "\n").utf8))
    for row in rows {
      let cells = head.map { Console.harmless(cell(row[$0])) }
      Console.write(Array((cells.joined(separator: separator) + "\n").utf8))
    }
  }
}
