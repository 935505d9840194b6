/// A stretch of time that figures are asked for: a month, quarter, half-year or year.
public struct Period: Hashable, Sendable {
  /// From which day to which a month and what is made of months goes.
  public enum Reckoning: String, CaseIterable, Hashable, Sendable {
    case calendar
    /// State reporting periods (Decree 09/2019/NĐ-CP, article 12): from the 15th of the month before to the 14th; the
    /// year from 15/12 to 14/12.
    case state
  }

  /// How long it is, in months.
  public enum Length: Int, CaseIterable, Hashable, Sendable {
    case month = 1
    case quarter = 3
    case half = 6
    case year = 12
  }

  public let year: Int
  public let months: ClosedRange<Int>
  public let reckoning: Reckoning

  /// The years that can be asked for.
  public static let years = 2000...2100

  /// - Parameter months: within 1…12.
  public init(year: Int, months: ClosedRange<Int> = 1...12, _ reckoning: Reckoning = .calendar) {
    self.year = year
    self.months = months.clamped(to: 1...12)
    self.reckoning = reckoning
  }

  /// One month.
  public init(year: Int, month: Int) { self.init(year: year, months: month...month) }

  /// `2024-09`, `2024-Q3`, `2024-H1` or `2024`, with `S` at the end for state periods; `nil` for anything else.
  public init?(code: String) {
    let isState = code.hasSuffix("S")
    let parts = (isState ? code.dropLast() : code[...]).split(
      separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.count == 4, let number = Int(year), Period.years.contains(number),
      parts.count <= 2, let months = parts.count == 2 ? Period.months(of: parts[1]) : 1...12
    else { return nil }
    self.init(year: number, months: months, isState ? .state : .calendar)
  }

  /// As it is typed in a line: `9`, `q3`, `h1`, `2023`, or as in `init(code:)`; a part belongs to the year shown.
  public init?(typed: String, year: Int) {
    let text = typed.uppercased()
    if let period = Period(code: text) ?? Period(code: "\(year)-\(text)") {
      self = period
      return
    }
    let isState = text.hasSuffix("S")
    guard let month = Int(isState ? text.dropLast() : text[...]), (1...12).contains(month) else { return nil }
    self.init(year: year, months: month...month, isState ? .state : .calendar)
  }

  /// What is most likely to be reported now: the half-year or year that has just ended, else the month; of a
  /// year that is over, or has not begun, the year.
  public init(proposedFor year: Int, on today: Day) {
    let month = today == today.endOfMonth ? today.month : today.month - 1
    guard year == today.year, month > 0, month < 12 else {
      self.init(year: year)
      return
    }
    self.init(year: year, months: month == 6 ? 1...6 : month...month)
  }

  /// The first and last month of the part of a year that a period's name gives.
  private static func months(of part: Substring) -> ClosedRange<Int>? {
    if let quarter = ["Q1", "Q2", "Q3", "Q4"].firstIndex(of: part) {
      return quarter * 3 + 1...quarter * 3 + 3
    }
    if let half = ["H1", "H2"].firstIndex(of: part) { return half * 6 + 1...half * 6 + 6 }
    guard part.utf8.count == 2, part.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let month = Int(part),
      (1...12).contains(month)
    else { return nil }
    return month...month
  }

  // MARK: Its days

  /// The day of a month on which a state month is over and the next begins.
  private static let turn = 15

  public var first: Day { day(months.lowerBound) }
  public var last: Day { day(months.upperBound + 1) - 1 }

  /// The first day of a month of the year, 1 to 13.
  private func day(_ month: Int) -> Day {
    let first = (Day(year: year, month: 1, day: 1) ?? .first).adding(months: month - 1)
    return reckoning == .calendar ? first : first.adding(months: -1) + (Period.turn - 1)
  }

  public func contains(_ day: Day) -> Bool { day >= first && day <= last }

  /// The month of this reckoning to which a day belongs.
  func month(of day: Day) -> (year: Int, month: Int) {
    let isNext = reckoning == .state && day.day >= Period.turn
    let month = day.month + (isNext ? 1 : 0)
    return month == 13 ? (day.year + 1, 1) : (day.year, month)
  }

  /// The calendar months of its year that lie within it as a whole.
  var wholeMonths: Range<Int> {
    months.lowerBound..<months.upperBound + (reckoning == .calendar ? 1 : 0)
  }

  /// Its months, each by itself.
  public var parts: [Period] { months.map { Period(year: year, months: $0...$0, reckoning) } }

  // MARK: Its length, and those beside it

  public var length: Length { Length(rawValue: months.count) ?? .month }
  public var isYear: Bool { months == 1...12 }
  var isCalendarYear: Bool { isYear && reckoning == .calendar }

  /// The same months of the year before.
  public var yearBefore: Period { Period(year: year - 1, months: months, reckoning) }

  /// The whole year.
  public var wholeYear: Period { Period(year: year, reckoning) }

  /// From the beginning of the year to its end.
  public var toDate: Period { Period(year: year, months: 1...months.upperBound, reckoning) }

  /// One of the same length, so many later.
  public func moved(by count: Int) -> Period {
    let first = year * 12 + months.lowerBound - 1 + count * months.count
    let month = first % 12 + 1
    return Period(year: first / 12, months: month...month + months.count - 1, reckoning)
  }

  /// The one of another length that holds a day, where the day is of this period, else its first month.
  public func resized(_ length: Length, on day: Day) -> Period {
    let month = contains(day) ? self.month(of: day).month : months.lowerBound
    let first = (month - 1) / length.rawValue * length.rawValue + 1
    return Period(year: year, months: first...first + length.rawValue - 1, reckoning)
  }

  public func counted(_ reckoning: Reckoning) -> Period { Period(year: year, months: months, reckoning) }

  // MARK: Its names

  private enum Part { case year, half(Int), quarter(Int), month(Int) }

  private var part: Part {
    let from = months.lowerBound
    return switch months.count {
    case 12: .year
    case 6: .half(from / 6 + 1)
    case 3: .quarter(from / 3 + 1)
    default: .month(from)
    }
  }

  /// `2024-09`, `2024-Q3`, `2024-H1`, `2024`; with `S` at the end for state periods.
  public var code: String {
    let plain =
      switch part {
      case .year: "\(year)"
      case .half(let half): "\(year)-H\(half)"
      case .quarter(let quarter): "\(year)-Q\(quarter)"
      case .month(let month): ReportingPeriod(year: year, month: month).code
      }
    return plain + (reckoning == .state ? "S" : "")
  }

  /// “tháng 9 năm 2024”, “6 tháng đầu năm 2024”, “tháng 9 năm 2024 (15/08–14/09)”.
  public var words: Words {
    let plain =
      switch part {
      case .year: Words("năm \(year)", "\(year)")
      case .half(1): Words("6 tháng đầu năm \(year)", "first half of \(year)")
      case .half: Words("6 tháng cuối năm \(year)", "second half of \(year)")
      case .quarter(let quarter):
        Words("quý \(["I", "II", "III", "IV"][quarter - 1]) năm \(year)", "quarter \(quarter) of \(year)")
      case .month(let month):
        Words("tháng \(month) năm \(year)", ReportingPeriod(year: year, month: month).code)
      }
    guard reckoning == .state else { return plain }
    return Words("\(plain.vi) (\(days))", "\(plain.en) (\(days))")
  }

  /// The same where there is little room: “quý III/2024”, “tháng 9/2024”.
  public var shortWords: Words {
    let state = reckoning == .state ? " (\(days))" : ""
    return switch part {
    case .year: Words("năm \(year)\(state)", "\(year)\(state)")
    case .half(let half):
      Words("6 tháng \(half == 1 ? "đầu" : "cuối") \(year)\(state)", "half \(half)/\(year)\(state)")
    case .quarter(let quarter):
      Words("quý \(["I", "II", "III", "IV"][quarter - 1])/\(year)\(state)", "Q\(quarter)/\(year)\(state)")
    case .month(let month): Words("tháng \(month)/\(year)\(state)", "\(month)/\(year)\(state)")
    }
  }

  /// “15/08–14/09”.
  private var days: String {
    func short(_ day: Day) -> String { String(day.text.prefix(5)) }
    return "\(short(first))–\(short(last))"
  }
}
