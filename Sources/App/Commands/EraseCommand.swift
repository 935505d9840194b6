import ArgumentParser
import Model

/// Hides one person everywhere, as they asked or as was decided.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Ẩn một người khỏi sổ theo yêu cầu xóa dữ liệu / hide a person whose data are to be erased.",
    discussion: """
      Không lùi lại được / cannot be undone. Không có --decision thì chỉ nói sẽ ẩn gì / without it, it only says what
      would be hidden. Sau đó / then: lenduong epoch.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(
    help:
      "Mã (lenduong list workers --json), hoặc - rồi số CCCD ở đầu vào chuẩn / an id, or - and a citizen id on standard input."
  )
  var person: String

  @Option(help: "Số văn bản yêu cầu, quyết định / number of the request or decision.")
  var decision: String?

  @Flag(help: "JSON.")
  var json = false

  func run() throws {
    try common.withLedger { home, ledger, census throws(Refusal) in
      try CommonOptions.mayWrite(home, ledger)
      let erasure = census.register.erasure(of: try workers(in: census.register))
      guard let decision, !decision.isEmpty else { throw Refusal(erasure.waitsForADecision) }
      guard decision.forbidden == nil else {
        throw Refusal(
          Words(
            "Số văn bản có ký tự không dùng được.",
            "The decision's number has characters that cannot be used."))
      }
      do throws(StoreProblem) {
        _ = try ledger.save(census.register.erasing(erasure, decision: decision))
      } catch { throw Refusal(error) }
      if json { Console.json(erasure.json) } else { Console.line(erasure.isDone[home.language]) }
    }
  }

  /// The record of this id, or all of a citizen id, so that nobody stays on file under it.
  private func workers(in register: Register) throws(Refusal) -> [Int] {
    guard person == "-" else {
      if let record = register.row(of: person), record.kind == .worker { return [record.row] }
      throw Refusal(
        Words("Không có người lao động mã “\(person)”.", "There is no worker of the id “\(person)”."))
    }
    let digits = String(decoding: try InputFile.read("-"), as: UTF8.self).filter(\.isNumber)
    let found = register.workers(ofCitizenId: digits)
    guard !found.isEmpty else {
      throw Refusal(Words("Không ai trong sổ có số CCCD đó.", "Nobody on file has that citizen id."))
    }
    return found
  }
}

extension Erasure {
  private var counted: Words {
    let (people, departures, incidents) = (count(.worker), count(.departure), count(.incident))
    return Words(
      "\(people) hồ sơ người, \(departures) lượt xuất cảnh, \(incidents) vụ việc, \(households.count) hộ",
      "people \(people), departures \(departures), incidents \(incidents), households \(households.count)")
  }

  fileprivate var waitsForADecision: Words {
    Words(
      "Sẽ ẩn vĩnh viễn \(counted.vi); cần --decision SỐ VĂN BẢN.",
      "This hides for good: \(counted.en); give --decision NUMBER.")
  }

  fileprivate var isDone: Words {
    Words(
      "Đã ẩn \(counted.vi). Để không còn byte nào: lenduong epoch.",
      "Hidden: \(counted.en). So that no byte is left: lenduong epoch.")
  }

  fileprivate var json: JSON {
    [
      "schema": 1, "people": .integer(count(.worker)), "departures": .integer(count(.departure)),
      "incidents": .integer(count(.incident)), "households": .integer(households.count),
    ]
  }
}

/// Begins the next epoch: a new folder without a byte of those who were erased.
struct EpochCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epoch",
    abstract:
      "Chép sổ sang thư mục mới, không còn dòng của người đã xóa / copy the register without erased people.",
    discussion: """
      Làm khi không ai đang nhập / while nobody is working. Thư mục cũ và bản sao lưu cũ: tự hủy / destroy the old folder
      and old backups yourself.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "Thư mục mới / the new folder.")
  var folder: String

  @Flag(help: "JSON.")
  var json = false

  func run() throws {
    try common.reporting { () throws(Refusal) in
      let old = try common.home()
      let new = try Home(data: folder, today: common.today, language: common.lang)
      let report: EpochReport
      let kept: String
      do throws(StoreProblem) {
        report = try Ledger.beginEpoch(old.dataPath, privateRoot: old.privateRoot, into: new.dataPath)
        kept = try Ledger.privatePath(of: old.dataPath, privateRoot: old.privateRoot)
      } catch { throw Refusal(error) }
      if json {
        Console.json(report.json(new.dataPath))
      } else {
        report.say(new.dataPath, old: old, kept: kept)
      }
      for place in report.leftOver {
        let words = Words(
          "\(place): còn số định danh hoặc điện thoại của người đã xóa.",
          "\(place): an identity or phone number of somebody erased is left.")
        Console.complain(words[old.language])
      }
      if report.isBehind {
        let words = Words(
          "Có người vừa lưu vào thư mục cũ; hãy xóa thư mục mới và làm lại khi không ai nhập.",
          "Somebody has just saved in the old folder; delete the new one and do it again while nobody works.")
        Console.complain(words[old.language])
      }
      if report.isBehind || !report.leftOver.isEmpty { throw Refusal(.alreadySaid, status: 1) }
    }
  }
}

extension EpochReport {
  fileprivate func say(_ path: String, old: Home, kept: String) {
    let done = Words(
      "Kỳ lưu \(epoch) ở “\(path)”: \(segments) tệp, \(lines) dòng, \(redacted) dòng đã bỏ dữ liệu người bị xóa.",
      "Epoch \(epoch) in “\(path)”: \(segments) segments, \(lines) lines, \(redacted) of them without the erased people."
    )
    let left = Words(
      "Từ nay dùng thư mục này. Cần hủy: “\(old.dataPath)”, “\(kept)” của mỗi tài khoản, các bản sao lưu cũ.",
      "Use this folder from now on. To be destroyed: “\(old.dataPath)”, “\(kept)” of every account, old backups."
    )
    Console.line(done[old.language])
    Console.line(left[old.language])
  }
}
