import Glibc
import Model

/// Where things lie for this account, and what it has set, read from the environment once.
struct Home: Sendable {
  let dataPath: String
  let privateRoot: String
  /// Set for tests and demonstrations; without it, today is the clock's day in Việt Nam.
  let today: Day?
  let language: Language

  /// - Throws: when `LENDUONG_TODAY` is no date.
  init(data: String? = nil, today: String? = nil, language: Language? = nil) throws(Refusal) {
    func variable(_ name: String) -> String? { Home.variable(name) }
    let home = variable("HOME") ?? "."
    dataPath = data ?? Home.named ?? Home.share + "/lenduong"
    privateRoot = (variable("XDG_STATE_HOME") ?? home + "/.local/state") + "/lenduong"
    self.language = language ?? Home.spoken
    guard let named = today ?? variable("LENDUONG_TODAY") else {
      self.today = nil
      return
    }
    guard let day = Day(iso: named) else {
      throw Refusal(
        Words(
          "Không có ngày “\(named)”; ngày viết như 2024-09-30.",
          "There is no day “\(named)”; write 2024-09-30."))
    }
    self.today = day
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static var share: String {
    variable("XDG_DATA_HOME") ?? (variable("HOME") ?? ".") + "/.local/share"
  }

  /// The data folder that the environment names.
  static var named: String? { variable("LENDUONG_DATA") }

  /// Where a demonstration lies that was given no place: never among one's own data.
  static var demoPath: String { share + "/lenduong-demo" }

  /// Where this account's printed documents go.
  static var documentsPath: String {
    variable("LENDUONG_DOCUMENTS")
      ?? (variable("XDG_DOCUMENTS_DIR") ?? variable("HOME") ?? ".") + "/lenduong"
  }

  /// The language of the locale: English where it says so, else Vietnamese.
  static var spoken: Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].map { (name: String) -> String in
      getenv(name).map { String(cString: $0) } ?? ""
    }
    let locale = named.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("en") ? .en : .vi
  }

  /// The day on which everything is asked.
  var day: Day { today ?? LocalTime(seconds: Timestamp.now().seconds)?.day ?? .first }

  /// The time that lines show: the clock's, on the set day.
  var clock: () -> Timestamp { Timestamp.now }
}

extension Words {
  /// Nothing more to say: each refusal had its own line.
  static let alreadySaid = Words("", "")
}

/// Why a command was not carried out, in one sentence, with the exit status it has.
struct Refusal: Error {
  let words: Words
  let status: Int32

  init(_ words: Words, status: Int32 = 2) {
    self.words = words
    self.status = status
  }

  init(_ problem: StoreProblem) { self.init(problem.words, status: StoreProblem.exitStatus) }
}
