/// Reads a date as a clerk types it; what is left out is inferred from the meaning of the field.
///
/// `5`, `05` (day) · `0507`, `5/7`, `5-7`, `5.7`, `5 7` (day, month) · `050726`, `05072026`, `5/7/26`, `5.7.2026` (day,
/// month, year) · `2026-07-05` · `h` (today) · `+3`, `-2` (days from today).
public enum TypedDay {
  /// What the date says, which decides the month and year that were not typed.
  public enum Meaning: Hashable, Sendable {
    /// A day of birth: the year must be typed or known; of two digits it is that of a person of 15–70 years.
    case birth
    /// The latest such day not after today.
    case past
    /// The nearest such day; of two equally near the earlier one.
    case near
    /// The earliest such day not before today.
    case future
  }

  /// The day meant by a typed text.
  ///
  /// A day with a typed year is taken as typed, whatever the meaning; whether it may be so is for rules to say.
  ///
  /// - Parameter year: The year if it is known from elsewhere, such as a citizen number; a typed year goes before it.
  /// - Throws: A sentence when the text is no date, or names one that does not exist or is outside 1900…2199.
  public static func parse(
    _ text: String, today: Day, meaning: Meaning, year: Int? = nil
  ) throws(TextProblem) -> Day {
    let typed = text.tidied
    if typed == "h" || typed == "H" { return today }
    if let offset = try offset(typed) { return today + offset }
    let parts = try split(typed)
    if parts.year == nil, year == nil || parts.month == nil, meaning == .birth {
      try check(day: parts.day, month: parts.month)
      throw needsYear
    }
    guard let month = parts.month else {
      return try inferred(day: parts.day, month: nil, today, meaning)
    }
    if let typedYear = parts.year {
      let full = parts.yearDigits == 4 ? typedYear : century(of: typedYear, today, meaning)
      return try exact(full, month, parts.day)
    }
    if let year { return try exact(year, month, parts.day) }
    return try inferred(day: parts.day, month: month, today, meaning)
  }
}

// Reading

extension TypedDay {
  private struct Parts {
    var day: Int
    var month: Int?
    var year: Int?
    var yearDigits = 0
  }

  /// `+3` or `-2`: a sign and up to four digits.
  private static func offset(_ text: String) throws(TextProblem) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    guard text.utf8.count <= 5, let count = number(text.dropFirst()) else {
      throw TextProblem(
        "Sau dấu + hoặc - là số ngày, ví dụ +3", "After + or - comes a number of days, such as +3")
    }
    return sign == "-" ? -count : count
  }

  private static func split(_ text: String) throws(TextProblem) -> Parts {
    let pieces = text.split(omittingEmptySubsequences: false) { "/-. ".contains($0) }
    let numbers = pieces.compactMap { number($0) }
    guard numbers.count == pieces.count, let first = pieces.first else { throw notADate }
    switch pieces.count {
    case 1: return try solid(first)
    case 2 where first.count <= 2 && pieces[1].count <= 2: return Parts(day: numbers[0], month: numbers[1])
    case 3 where first.count == 4 && pieces[1].count <= 2 && pieces[2].count <= 2:
      return Parts(day: numbers[2], month: numbers[1], year: numbers[0], yearDigits: 4)
    case 3 where first.count <= 2 && pieces[1].count <= 2 && (pieces[2].count == 2 || pieces[2].count == 4):
      return Parts(day: numbers[0], month: numbers[1], year: numbers[2], yearDigits: pieces[2].count)
    default: throw notADate
    }
  }

  /// Digits without signs between them: 1 or 2, 4, 6 or 8.
  private static func solid(_ digits: Substring) throws(TextProblem) -> Parts {
    func part(_ from: Int, _ count: Int) -> Int { number(digits.dropFirst(from).prefix(count)) ?? 0 }
    switch digits.count {
    case 1, 2: return Parts(day: part(0, 2))
    case 4: return Parts(day: part(0, 2), month: part(2, 2))
    case 6: return Parts(day: part(0, 2), month: part(2, 2), year: part(4, 2), yearDigits: 2)
    case 8: return Parts(day: part(0, 2), month: part(2, 2), year: part(4, 4), yearDigits: 4)
    default:
      throw TextProblem(
        "Gõ ngày, tháng đủ hai chữ số mỗi phần, ví dụ 0507, hoặc dùng dấu: 5/7",
        "Type two digits each for day and month, such as 0507, or part them: 5/7")
    }
  }

  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.utf8.count <= 8, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    return Int(digits)
  }
}

// Inferring

extension TypedDay {
  /// The full year of two digits: for a birth the one that makes a person of 15–70 years, else the nearest century.
  private static func century(of year: Int, _ today: Day, _ meaning: Meaning) -> Int {
    let now = today.year
    let candidates = [now / 100 * 100 - 100 + year, now / 100 * 100 + year, now / 100 * 100 + 100 + year]
    guard meaning == .birth else { return candidates.min { abs($0 - now) < abs($1 - now) } ?? now }
    let past = candidates.filter { $0 <= now }
    return past.first { (15...70).contains(now - $0) } ?? past.last ?? now
  }

  /// The day that the meaning chooses among all those of the day and month, or of the day alone.
  private static func inferred(
    day: Int, month: Int?, _ today: Day, _ meaning: Meaning
  ) throws(TextProblem) -> Day {
    try check(day: day, month: month)
    // A 29 February is at most eight years away, a 31st two months.
    let around = (month == nil ? -2...2 : -96...96).map { today.adding(months: $0) }
    let candidates = around.compactMap { near -> Day? in
      if let month, near.month != month { return nil }
      return Day(year: near.year, month: near.month, day: day)
    }
    let chosen: Day? =
      switch meaning {
      case .past, .birth: candidates.last { $0 <= today }
      case .future: candidates.first { $0 >= today }
      case .near: candidates.min { abs($0 - today) < abs($1 - today) }
      }
    guard let chosen else { throw outOfRange }
    return chosen
  }

  private static func exact(_ year: Int, _ month: Int, _ day: Int) throws(TextProblem) -> Day {
    guard Day.years.contains(year) else { throw outOfRange }
    try check(day: day, month: month, year: year)
    guard let result = Day(year: year, month: month, day: day) else { throw notADate }
    return result
  }

  private static func check(day: Int, month: Int?, year: Int? = nil) throws(TextProblem) {
    if let month {
      guard (1...12).contains(month) else {
        throw TextProblem("Không có tháng \(month)", "There is no month \(month)")
      }
      let length = Day.daysInMonth(month, of: year ?? 2_000)
      if day > length, day <= 31 {
        let (vi, en) = year.map { (" năm \($0)", " \($0)") } ?? ("", "")
        throw TextProblem(
          "Tháng \(month)\(vi) chỉ có \(length) ngày",
          "\(Self.months[month - 1])\(en) has only \(length) days")
      }
    }
    guard (1...31).contains(day) else { throw TextProblem("Không có ngày \(day)", "There is no day \(day)") }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  private static var notADate: TextProblem {
    TextProblem(
      "Không phải ngày; ví dụ 0507, 5/7, 05072026, h (hôm nay), +3",
      "Not a date; for example 0507, 5/7, 05072026, h (today), +3")
  }

  private static var needsYear: TextProblem {
    TextProblem("Cần đủ ngày, tháng và năm", "Day, month and year are needed")
  }

  private static var outOfRange: TextProblem {
    TextProblem(
      "Năm phải từ \(Day.years.lowerBound) đến \(Day.years.upperBound)",
      "The year must be \(Day.years.lowerBound) to \(Day.years.upperBound)")
  }
}
