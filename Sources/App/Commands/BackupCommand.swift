import ArgumentParser
import Model

/// Writes the data folder into one file, while others go on writing.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Sao lưu dữ liệu vào một tệp tar / write everything into one tar file.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Tệp mới, ví dụ lenduong.tar / the new file.")
  var file: String

  @Flag(help: "JSON.")
  var json = false

  func run() throws {
    try common.reporting { () throws(Refusal) in
      let home = try common.home()
      let report: ArchiveReport
      do throws(StoreProblem) { report = try Ledger.backUp(home.dataPath, to: file) } catch {
        throw Refusal(error)
      }
      try BackupCommand.warn(home)
      report.say(
        file, Words("Đã sao lưu vào “\(file)”", "Backed up to “\(file)”"), json: json, home.language)
    }
  }
}

extension BackupCommand {
  /// Says of damage that it is in the archive too: what is damaged is backed up as it is.
  fileprivate static func warn(_ home: Home) throws(Refusal) {
    let count: Int
    do throws(StoreProblem) {
      count = try Ledger.verify(home.dataPath, privateRoot: home.privateRoot).problems.count
    } catch { throw Refusal(error) }
    guard count > 0 else { return }
    let words = Words(
      "Dữ liệu có \(count) vấn đề, bản sao lưu cũng vậy; xem “lenduong verify”.",
      "The data have \(count) problem\(count == 1 ? "" : "s"), and so has the backup; see “lenduong verify”.")
    Console.complain(words[home.language])
  }
}

/// Makes a new data folder from such a file.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Khôi phục bản sao lưu vào thư mục mới / a new data folder from a backup.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Tệp do lenduong backup ghi / a file that lenduong backup wrote.")
  var file: String

  @Argument(help: "Thư mục mới / the new folder.")
  var folder: String

  @Flag(help: "JSON.")
  var json = false

  func run() throws {
    try common.reporting { () throws(Refusal) in
      let home = try Home(data: folder, today: common.today, language: common.lang)
      let report: ArchiveReport
      let verified: VerifyReport
      do throws(StoreProblem) {
        report = try Ledger.restore(file, into: home.dataPath)
        verified = try Ledger.verify(home.dataPath, privateRoot: home.privateRoot)
      } catch { throw Refusal(error) }
      report.say(
        home.dataPath, Words("Đã khôi phục vào “\(home.dataPath)”", "Restored into “\(home.dataPath)”"),
        json: json, home.language)
      for problem in verified.problems { Console.complain(problem.message[home.language]) }
      if !verified.isSound {
        throw Refusal(
          Words(
            "Bản sao lưu được khôi phục nguyên vẹn, nhưng dữ liệu trong đó đã có vấn đề từ trước.",
            "The backup was restored as it is, but its data had problems before."), status: 1)
      }
    }
  }
}

extension ArchiveReport {
  /// Prints what was done and how much.
  fileprivate func say(_ path: String, _ done: Words, json: Bool, _ language: Language) {
    guard !json else { return Console.json(self.json(path)) }
    let words = Words(
      "\(done.vi): \(segments) tệp, \(lines) dòng, \(bytes) byte",
      "\(done.en): \(segments) segments, \(lines) lines, \(bytes) bytes")
    Console.line(words[language])
  }
}
