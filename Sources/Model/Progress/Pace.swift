/// How far one should be by a day, within a period of a year over which a target is spread.
public struct Pace: Sendable, Equatable {
  private let period: Period
  /// What each part of the year is to bring, in percent; parts of equal length in months, one for a straight line.
  private let parts: [Int]

  /// - Parameter phasing: percent by quarter or by month, 100 together; nothing for a straight line by days.
  init(_ period: Period, _ phasing: [Int] = []) {
    self.period = period
    parts = phasing.isEmpty ? [100] : phasing
  }

  var isPhased: Bool { parts.count > 1 }

  /// `10, 20, 30, 40` by quarter, or twelve numbers by month: percent, 100 together; `nil` for anything else.
  public static func phasing(_ text: String) -> [Int]? {
    let words = text.split { $0 == "," || $0 == ";" || $0 == " " || $0 == "%" || $0 == "/" }
    let parts = words.compactMap { Int($0) }
    let isWhole = parts.count == words.count && parts.allSatisfy { $0 >= 0 } && parts.reduce(0, +) == 100
    return isWhole && [4, 12].contains(parts.count) ? parts : nil
  }

  /// What a yearly value asks of the whole period, rounded half up.
  func whole(_ value: Int) -> Int { expected(value, period.last) }

  /// What a yearly value asks of the period by a day, that day included: value × share of the year, rounded half up.
  func expected(_ value: Int, _ today: Day) -> Int {
    guard today >= period.first else { return 0 }
    let until = share(through: min(today, period.last))
    let before = share(through: period.first - 1)
    let (over, under) = (until.over * before.under - before.over * until.under, until.under * before.under)
    return (2 * value * over + under) / (2 * under)
  }

  /// The share of the year's value that is asked by the end of a day, as a fraction.
  private func share(through day: Day) -> (over: Int, under: Int) {
    let year = period.wholeYear
    if day < year.first { return (0, 1) }
    if day >= year.last { return (1, 1) }
    let length = 12 / parts.count
    let index = (year.month(of: day).month - 1) / length
    let part = Period(year: year.year, months: index * length + 1...(index + 1) * length, year.reckoning)
    let days = part.last - part.first + 1
    let done = parts[..<index].reduce(0, +) * days + parts[index] * (day - part.first + 1)
    return (done, 100 * days)
  }
}
