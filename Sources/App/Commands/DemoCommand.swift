import ArgumentParser
import Model

/// Makes a synthetic province to try things on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Tạo một tỉnh giả định để thử / make a synthetic province.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Thư mục mới, nếu không là lenduong-demo / the new folder.")
  var folder: String?

  @Option(help: "Hạt giống / seed.")
  var seed: UInt64 = 280

  func run() throws {
    try common.reporting { () throws(Refusal) in
      let home = try Home(
        data: folder ?? common.data ?? Home.demoPath, today: common.today, language: common.lang)
      do throws(StoreProblem) {
        _ = try Ledger.create(home.dataPath, privateRoot: home.privateRoot)
        guard Synthetic(home.dataPath).mark() else {
          throw StoreProblem(
            .unreadable, home.dataPath, "Không ghi được vào “\(home.dataPath)”.",
            "Cannot write to “\(home.dataPath)”.")
        }
        let opened = try Ledger.open(home.dataPath, privateRoot: home.privateRoot, clock: home.clock)
        try DemoCommand.fill(opened.ledger, opened.register, seed)
        _ = try opened.ledger.privateFolder("drafts")
        let province = Places.standard.province(of: .y2023)
        _ = Settings(in: opened.ledger.privatePath).keep(Office(unit: province, role: .supervisor))
        opened.ledger.close()
      } catch { throw Refusal(error) }
      Console.line(home.dataPath)
    }
  }

  private static func fill(_ ledger: Ledger, _ empty: Register, _ seed: UInt64) throws(StoreProblem) {
    var register = empty
    var province = DemoProvince(seed: seed)
    let today = DemoProvince.today
    for entry in province.departures() {
      let change = register.change(register.edits(adding: entry, today: today))
      for line in try ledger.save(change) { register.fold(line) }
    }
    let changes = province.edits(after: register).map { register.change($0) }
    for line in try ledger.save(changes) { register.fold(line) }
  }
}
