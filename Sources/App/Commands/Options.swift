import ArgumentParser
import Model

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: "Thư mục dữ liệu / data folder ($LENDUONG_DATA).")
  var data: String?

  @Option(help: "vi | en.")
  var lang: Language?

  @Option(help: "Hôm nay là / today is (YYYY-MM-DD, $LENDUONG_TODAY).")
  var today: String?

  func home() throws(Refusal) -> Home { try Home(data: data, today: today, language: lang) }
}

extension Language: ExpressibleByArgument {}

extension CommonOptions {
  /// Opens the data folder, hands it over, and turns what goes wrong into one sentence and an exit status.
  func withLedger(_ body: (Home, Ledger, Census) throws(Refusal) -> Void) throws {
    try reporting { () throws(Refusal) in
      let home = try home()
      let opened: (ledger: Ledger, register: Register)
      do throws(StoreProblem) {
        opened = try Ledger.open(home.dataPath, privateRoot: home.privateRoot, clock: home.clock)
      } catch { throw Refusal(error) }
      for fault in opened.ledger.faults where !fault.kind.isNotice {
        Console.complain(fault.message[home.language])
      }
      let census = opened.ledger.census(opened.register, today: home.day)
      opened.ledger.keep(census, isWaitedFor: true)
      try body(home, opened.ledger, census)
      opened.ledger.close()
    }
  }

  func reporting(_ body: () throws(Refusal) -> Void) throws {
    do throws(Refusal) { try body() } catch {
      if error.words != .alreadySaid { Console.complain(error.words[spoken]) }
      throw ExitCode(error.status)
    }
  }

  var spoken: Language {
    lang ?? Home.spoken
  }

  /// The unit of a code, in the catalogue in force on a day; the province where none is named.
  func unit(_ code: String?, asOf day: Day, _ home: Home, _ ledger: Ledger) throws(Refusal) -> UnitID {
    let places = Places.standard
    let catalogue = places.catalogue(on: day)
    guard let code else {
      let own = Settings(in: ledger.privatePath).office(home.language)?.unit
      guard let own, case .unit(let unit) = places.project(own, to: catalogue) else {
        return places.province(of: catalogue)
      }
      return unit
    }
    guard let unit = places.unit(key: code) ?? places.unit(code: code, catalogue: catalogue) else {
      throw Refusal(places.unknown(code, in: catalogue))
    }
    return unit.id
  }

  /// Refuses to show whole identity numbers to an account that only views.
  static func mayUnmask(_ home: Home, _ ledger: Ledger) throws(Refusal) {
    try refuseViewer(
      Words(
        "Vai trò “chỉ xem” không xem được số định danh đầy đủ.",
        "The role that only views does not see whole identity numbers."), home, ledger)
  }

  /// Refuses to change anything for an account that only views.
  static func mayWrite(_ home: Home, _ ledger: Ledger) throws(Refusal) {
    try refuseViewer(
      Words("Vai trò “chỉ xem” không ghi được gì.", "The role that only views does not write anything."),
      home, ledger)
  }

  private static func refuseViewer(_ words: Words, _ home: Home, _ ledger: Ledger) throws(Refusal) {
    let isViewer =
      ledger.folder.isForViewing || Settings(in: ledger.privatePath).office(home.language)?.role == .reader
    if isViewer { throw Refusal(words) }
  }

  /// Refuses more than one of these flags.
  static func one(_ flags: (name: String, isSet: Bool)...) throws(Refusal) {
    guard flags.filter(\.isSet).count > 1 else { return }
    let names = flags.map(\.name).joined(separator: ", ")
    throw Refusal(Words("Chỉ chọn một trong \(names).", "Choose one of \(names)."))
  }

  static let knownOnHelp: ArgumentHelp =
    "Như đã biết vào cuối ngày / as it was known at the end of a day (YYYY-MM-DD), to print again what was printed then."

  /// The figures as they were known at the end of an earlier day, which is then today too.
  func known(on day: String?, _ ledger: Ledger, _ census: Census) throws(Refusal) -> Census {
    guard day != nil else { return census }
    let asked = try self.day(day, or: census.today)
    do throws(StoreProblem) {
      return Census(try ledger.register(knownOn: asked), today: min(asked, census.today), plan: ledger.plan)
    } catch { throw Refusal(error) }
  }

  static let periodHelp: ArgumentHelp =
    "Kỳ, S là kỳ từ ngày 15 / period, S from the 15th: 2024-09 | 2024-Q3 | 2024-H1 | 2024 | 2024-09S."

  /// The period that was asked for, else a year, else the running one.
  static func period(_ code: String?, year: Int?, _ home: Home) throws(Refusal) -> Period {
    try one(("--year", year != nil), ("--period", code != nil))
    guard let code else { return Period(year: try checked(year: year) ?? home.day.year) }
    guard let period = Period(code: code.uppercased()) else {
      throw Refusal(
        Words(
          "Không có kỳ “\(code)”; kỳ viết như 2024-09, 2024-Q3, 2024-H1, 2024 hoặc 2024-09S.",
          "There is no period “\(code)”; write 2024-09, 2024-Q3, 2024-H1, 2024 or 2024-09S."))
    }
    return period
  }

  /// A year that the register can hold.
  static func checked(year: Int?) throws(Refusal) -> Int? {
    guard let year, !(2000...2100).contains(year) else { return year }
    throw Refusal(
      Words("Năm từ 2000 đến 2100, không phải \(year).", "A year from 2000 to 2100, not \(year)."))
  }

  static let asOfHelp: ArgumentHelp =
    "Danh mục tại ngày, hay danh mục / the places of a day, or of a catalogue: YYYY-MM-DD | \(catalogues)."

  private static let catalogues = Catalogue.allCases.map(\.rawValue).joined(separator: " | ")

  /// The day whose places are meant: a day, or one on which a catalogue is in force.
  static func placesDay(_ text: String?, or other: Day) throws(Refusal) -> Day {
    guard let text else { return other }
    let ofCatalogue = Catalogue(rawValue: text).flatMap { $0.validFrom ?? $0.validUntil }
    guard let day = Day(iso: text) ?? ofCatalogue else {
      throw Refusal(
        Words(
          "Không có ngày, danh mục “\(text)”; viết YYYY-MM-DD hoặc \(catalogues).",
          "There is no day or catalogue “\(text)”; write YYYY-MM-DD or \(catalogues)."))
    }
    return day
  }

  func day(_ text: String?, or other: Day) throws(Refusal) -> Day {
    guard let text else { return other }
    guard let day = Day(iso: text) else {
      throw Refusal(Words("Không có ngày “\(text)”.", "There is no day “\(text)”."))
    }
    return day
  }
}
