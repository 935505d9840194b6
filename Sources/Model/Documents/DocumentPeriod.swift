/// What a report is about: a month, quarter, half-year or year of the calendar.
public struct DocumentPeriod: Hashable, Sendable {
  public let year: Int
  public let months: ClosedRange<Int>

  /// - Parameter months: within 1…12.
  public init(year: Int, months: ClosedRange<Int> = 1...12) {
    self.year = year
    self.months = months.clamped(to: 1...12)
  }

  /// `2024-09`, `2024-Q3`, `2024-H1` or `2024`; `nil` for anything else.
  public init?(code: String) {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard !code.hasSuffix("S"), ReportingPeriod.isPeriod(code), let year = parts.first.flatMap({ Int($0) })
    else { return nil }
    guard parts.count == 2 else {
      self.init(year: year)
      return
    }
    guard let months = ReportingPeriod.months(of: parts[1]) else { return nil }
    self.init(year: year, months: months)
  }

  /// As it is typed in a line: `9`, `q3`, `h1`, `2023`, or as in `init(code:)`; a part belongs to the year shown.
  public init?(typed: String, year: Int) {
    let text = typed.uppercased()
    if let period = DocumentPeriod(code: text) ?? DocumentPeriod(code: "\(year)-\(text)") {
      self = period
      return
    }
    guard let month = Int(text), (1...12).contains(month) else { return nil }
    self.init(year: year, months: month...month)
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

  public var first: Day { Day(year: year, month: months.lowerBound, day: 1) ?? .first }
  public var last: Day { (Day(year: year, month: months.upperBound, day: 1) ?? .first).endOfMonth }

  public var isYear: Bool { months == 1...12 }

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

  /// `2024-09`, `2024-Q3`, `2024-H1`, `2024`.
  public var code: String {
    switch part {
    case .year: "\(year)"
    case .half(let half): "\(year)-H\(half)"
    case .quarter(let quarter): "\(year)-Q\(quarter)"
    case .month(let month): ReportingPeriod(year: year, month: month).code
    }
  }

  /// “tháng 9 năm 2024”, “6 tháng đầu năm 2024”.
  public var words: Words {
    switch part {
    case .year: Words("năm \(year)", "\(year)")
    case .half(1): Words("6 tháng đầu năm \(year)", "first half of \(year)")
    case .half: Words("6 tháng cuối năm \(year)", "second half of \(year)")
    case .quarter(let quarter):
      Words("quý \(["I", "II", "III", "IV"][quarter - 1]) năm \(year)", "quarter \(quarter) of \(year)")
    case .month(let month): Words("tháng \(month) năm \(year)", "\(code)")
    }
  }

  /// The same months of the year before.
  public var yearBefore: DocumentPeriod { DocumentPeriod(year: year - 1, months: months) }

  /// From the first of January to its end.
  public var toDate: DocumentPeriod { DocumentPeriod(year: year, months: 1...months.upperBound) }
}
