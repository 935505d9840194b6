import ArgumentParser
import Model

/// Checks every line of the data folder.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Kiểm tra từng dòng dữ liệu / check every line.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "JSON.")
  var json = false

  func run() throws {
    try common.reporting { () throws(Refusal) in
      let home = try common.home()
      let report: VerifyReport
      do throws(StoreProblem) {
        report = try Ledger.verify(home.dataPath, privateRoot: home.privateRoot)
      } catch { throw Refusal(error) }
      if json {
        Console.json(report.json(home.language))
      } else {
        for problem in report.problems { Console.line(problem.message[home.language]) }
        let words = Words(
          "\(report.segments) tệp, \(report.lines) dòng, \(report.problems.count) vấn đề",
          "\(report.segments) segments, \(report.lines) lines, \(report.problems.count) problems")
        Console.line(words[home.language])
      }
      if !report.isSound { throw Refusal(Words("Dữ liệu có vấn đề.", "The data have problems."), status: 1) }
    }
  }
}
