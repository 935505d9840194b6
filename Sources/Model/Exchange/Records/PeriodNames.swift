extension ReportingPeriod {
  /// `2024-09`, `2024-Q3`, `2024-H1` or `2024`, with `S` at the end for state periods (Nghị định 09/2019).
  static func isPeriod(_ text: String) -> Bool {
    let plain = text.hasSuffix("S") ? text.dropLast() : text[...]
    let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.count == 4, let number = Int(year), (2000...2100).contains(number)
    else {
      return false
    }
    guard parts.count == 2 else { return parts.count == 1 }
    return months(of: parts[1]) != nil
  }

  /// The first and last month of the part of a year that a period's name gives.
  static func months(of part: Substring) -> ClosedRange<Int>? {
    if let quarter = ["Q1", "Q2", "Q3", "Q4"].firstIndex(of: part) {
      return quarter * 3 + 1...quarter * 3 + 3
    }
    if let half = ["H1", "H2"].firstIndex(of: part) { return half * 6 + 1...half * 6 + 6 }
    guard part.utf8.count == 2, part.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let month = Int(part),
      (1...12).contains(month)
    else { return nil }
    return month...month
  }

  /// The first and last day of the calendar period that a name gives; of a state year and its parts likewise.
  static func days(of period: String) -> (first: Day, last: Day)? {
    let parts = (period.hasSuffix("S") ? period.dropLast() : period[...]).split(separator: "-")
    guard let year = parts.first.flatMap({ Int($0) }) else { return nil }
    let months = (parts.count == 2 ? months(of: parts[1]) : nil) ?? 1...12
    guard let first = Day(year: year, month: months.lowerBound, day: 1),
      let last = Day(year: year, month: months.upperBound, day: 1)?.endOfMonth
    else { return nil }
    return (first, last)
  }
}
