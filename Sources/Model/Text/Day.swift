/// A calendar day without a time zone, from 01/01/1900 to 31/12/2199 of the Gregorian calendar.
public struct Day: RawRepresentable, Hashable, Sendable {
  /// Days since 1 January 1970.
  public let rawValue: Int32

  public static let first = Day(known: -25567)
  public static let last = Day(known: 84005)

  /// The day with this number of days since 1970, or nothing outside 1900…2199.
  public init?(rawValue: Int32) {
    guard rawValue >= Self.first.rawValue, rawValue <= Self.last.rawValue else { return nil }
    self.rawValue = rawValue
  }

  /// The day of a calendar date, or nothing if there is no such date or its year is outside 1900…2199.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, of: year)
    else { return nil }
    rawValue = Self.number(year, month, day)
  }

  init(known rawValue: Int32) { self.rawValue = rawValue }
}

extension Day: Comparable {
  public static func < (one: Day, other: Day) -> Bool { one.rawValue < other.rawValue }

  /// The day that many days later, held within 1900…2199.
  public static func + (day: Day, days: Int) -> Day {
    let (sum, overflow) = Int(day.rawValue).addingReportingOverflow(days)
    let number = overflow ? (days < 0 ? Int(first.rawValue) : Int(last.rawValue)) : sum
    return Day(known: Int32(min(max(number, Int(first.rawValue)), Int(last.rawValue))))
  }

  /// The day that many days earlier, held within 1900…2199.
  public static func - (day: Day, days: Int) -> Day {
    day + (days == .min ? .max : -days)
  }

  /// The number of days from the second day to the first.
  public static func - (one: Day, other: Day) -> Int {
    Int(one.rawValue) - Int(other.rawValue)
  }
}

extension Day {
  /// The years a day may have.
  public static let years = 1900...2199

  /// Year, month 1…12 and day 1…31.
  public var parts: (year: Int, month: Int, day: Int) {
    // Days are counted from 1 March of year 0, so that a leap day ends its year; 400 years have 146,097 days.
    let shifted = Int(rawValue) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var day: Int { parts.day }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// 28…31; the month must be 1…12.
  public static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 365 or 366.
  public var daysInYear: Int { Self.isLeap(year) ? 366 : 365 }

  /// 1…366.
  public var dayOfYear: Int { self - startOfYear + 1 }

  public var startOfYear: Day { Day(known: Self.number(year, 1, 1)) }
  public var endOfYear: Day { Day(known: Self.number(year, 12, 31)) }
  public var startOfMonth: Day { self - (day - 1) }

  public var endOfMonth: Day {
    let parts = parts
    return self + (Self.daysInMonth(parts.month, of: parts.year) - parts.day)
  }

  /// The same day so many months later, or that month's last day where it is shorter; held within 1900…2199.
  public func adding(months: Int) -> Day {
    let parts = parts
    let bounded = min(max(months, -4_000), 4_000)
    let count = parts.year * 12 + parts.month - 1 + bounded
    let (year, month) = (count / 12, count % 12 + 1)
    guard year >= Self.years.lowerBound else { return .first }
    guard year <= Self.years.upperBound else { return .last }
    return Day(known: Self.number(year, month, min(parts.day, Self.daysInMonth(month, of: year))))
  }

  /// Whole years from this day to a later one, as an age is counted; negative before it.
  public func years(until later: Day) -> Int {
    let (start, end) = (parts, later.parts)
    let reached = (end.month, end.day) >= (start.month, start.day)
    return end.year - start.year - (reached ? 0 : 1)
  }

  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}
