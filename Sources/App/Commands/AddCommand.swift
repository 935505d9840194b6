import ArgumentParser
import Model

/// Adds records; each is checked as on the screen, and every refusal is one line.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Thêm bản ghi / add records.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "departure | household-review | incident | task-update | target | report.")
  var kind: AddedKind

  @Option(help: "Tệp JSON, mảng hoặc JSON Lines; - là đầu vào chuẩn / a file, or -.")
  var json: String

  @Flag(help: "Cảnh báo cũng từ chối / refuse warnings too.")
  var strict = false

  @Flag(help: "Một bản ghi sai thì không thêm gì / save none unless all pass.")
  var allOrNothing = false

  func run() throws {
    try common.withLedger { home, ledger, census throws(Refusal) in
      try CommonOptions.mayWrite(home, ledger)
      let bytes = try InputFile.read(json)
      var adder = Adder(register: census.register, home: home, plan: ledger.plan, isStrict: strict)
      let inputs = RecordInput.read(bytes)
      for input in inputs { adder.check(input, kind) }
      for refusal in adder.refusals { Console.refuse(refusal[home.language]) }
      let isHeld = allOrNothing && !adder.refusals.isEmpty
      var added: [String] = []
      if !isHeld {
        do throws(StoreProblem) { added = try adder.save(ledger) } catch { throw Refusal(error) }
      }
      let refused = isHeld ? inputs.count : adder.refused
      for warning in adder.warnings { Console.refuse(warning[home.language]) }
      Console.json([
        "schema": 1, "added": .array(added.map { .string($0) }), "refused": .integer(refused),
      ])
      if refused > 0 { throw Refusal(.alreadySaid) }
    }
  }
}

extension AddedKind: ExpressibleByArgument {}

/// Checks records one after the other, each against what is on file and those before it.
struct Adder {
  private var register: Register
  private let home: Home
  private let plan: Plan
  private let isStrict: Bool
  private var changes: [Change] = []
  private(set) var refusals: [Words] = []
  /// What was taken and ought to be looked at.
  private(set) var warnings: [Words] = []
  private(set) var refused = 0

  init(register: Register, home: Home, plan: Plan, isStrict: Bool) {
    self.plan = plan
    self.register = register
    self.home = home
    self.isStrict = isStrict
  }

  mutating func check(_ input: RecordInput, _ kind: AddedKind) {
    let json: JSON
    switch input.json {
    case .success(let value): json = value
    case .failure(let error): return refuse(input.position, [Finding("B00", .block, "", error.words)])
    }
    let edits: [Edit]
    if kind == .departure {
      var (entry, findings) = DepartureEntry.read(json, asOf: home.day)
      if findings.isEmpty { findings = Rule.findings(entry, RuleContext(register, today: home.day)) }
      let stopping = findings.filter { finding in
        finding.level == .block
          || isStrict && finding.level == .warn && entry.overrides[finding.code] == nil
      }
      guard stopping.isEmpty else { return refuse(input.position, stopping) }
      entry.overrides = entry.overrides.filter { !$0.value.isEmpty }
      edits = register.edits(adding: entry, today: home.day)
    } else {
      do throws(Finding) { edits = try register.edits(adding: kind, json, today: home.day, plan: plan) } catch
      {
        return refuse(input.position, [error])
      }
    }
    let change = register.change(edits)
    if let fault = change.fault { return refuse(input.position, [Finding("B00", .block, "", fault.words)]) }
    if kind == .target, let warning = register.sharesWarning(json, today: home.day) {
      if isStrict { return refuse(input.position, [warning]) }
      warnings += Adder.words([warning], input.position)
    }
    guard !change.isEmpty else { return }
    changes.append(change)
    register.anticipate(change)
  }

  private mutating func refuse(_ position: Int, _ findings: [Finding]) {
    refused += 1
    refusals += Adder.words(findings, position)
  }

  /// One line for each finding, as `line 3: citizenId: [B01] …`.
  private static func words(_ findings: [Finding], _ position: Int) -> [Words] {
    findings.map { finding in
      let field = finding.field.isEmpty ? "" : "\(finding.field): "
      return Words(
        "dòng \(position): \(field)[\(finding.code)] \(finding.words.vi)",
        "line \(position): \(field)[\(finding.code)] \(finding.words.en)")
    }
  }

  /// Saves what passed; gives back the entity of each record.
  mutating func save(_ ledger: Ledger) throws(StoreProblem) -> [String] {
    guard !changes.isEmpty else { return [] }
    _ = try ledger.save(changes)
    return changes.compactMap { change in
      (change.operations.first { $0.entity.hasPrefix("departure/") } ?? change.operations.last)?.entity
    }
  }
}
