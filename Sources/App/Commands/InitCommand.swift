import ArgumentParser
import Model

/// Makes a data folder without asking anything.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Tạo thư mục dữ liệu / make a data folder.")

  @OptionGroup var common: CommonOptions

  @Option(help: "Tệp kế hoạch JSON; không ghi thì dùng KH 280 / a plan file instead of Plan 280.")
  var plan: String?

  @Option(help: "Mã đơn vị của tôi / my unit's code, e.g. 02728.")
  var unit: String?

  @Option(help: "clerk | supervisor | reader.")
  var role: Office.Role = .clerk

  func run() throws {
    try common.reporting { () throws(Refusal) in
      let home = try common.home()
      let chosen = try unit.map { code throws(Refusal) in try InitCommand.find(code, home.day) }
      let planBytes = try plan.map { path throws(Refusal) in try InitCommand.readPlan(path) }
      do throws(StoreProblem) {
        let folder = try Ledger.create(home.dataPath, privateRoot: home.privateRoot, plan: planBytes)
        if let chosen {
          _ = try folder.folder("drafts")
          let office = Office(unit: chosen, name: "", role: role)
          guard Settings(in: folder.path).keep(office) else {
            throw StoreProblem(
              .unreadable, folder.path, "Không ghi được vào “\(folder.path)”.",
              "Cannot write to “\(folder.path)”.")
          }
        }
      } catch { throw Refusal(error) }
      Console.line(home.dataPath)
    }
  }

  private static func readPlan(_ path: String) throws(Refusal) -> [UInt8] {
    let bytes = try InputFile.read(path)
    do throws(PlanProblem) { _ = try Plan.read(json: bytes) } catch {
      throw Refusal(Words("Tệp “\(path)”: \(error.words.vi)", "The file “\(path)”: \(error.words.en)"))
    }
    return bytes
  }

  /// The unit of a code, in the catalogue in force today.
  static func find(_ code: String, _ today: Day) throws(Refusal) -> UnitID {
    let places = Places.standard
    let catalogue = places.catalogue(on: today)
    guard let unit = places.unit(key: code) ?? places.unit(code: code, catalogue: catalogue) else {
      throw Refusal(places.unknown(code, in: catalogue))
    }
    return unit.id
  }
}

extension Office.Role: ExpressibleByArgument {}
