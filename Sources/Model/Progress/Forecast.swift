import Glibc

/// How many are likely to have left by the end of a year: an interval, with its method.
///
/// The whole months of the last two years, as far back as anything is on file, give a rate for each day and a
/// dispersion φ, the variance of the months' counts over their mean, times k/(k−1) for what k months cannot tell, and at
/// least 1, since groups leave together. What is
/// still to come in t days, after n departures in T days, is taken to be negative binomial (a Gamma mixture of Poisson
/// counts) with the mean m = (n + φ/2)·t/T and the variance φ·m·(1 + t/T); the interval lies between its tenth and its
/// ninetieth percentile. A test draws years at random and counts how often the interval holds the truth.
public struct Forecast: Sendable, Equatable {
  /// The least and the most by the end of the year, with a probability of `level`.
  public let low: Int
  public let high: Int

  /// The probability that the interval is meant to have.
  public static let level = 0.8
  /// Fewer whole months on file give no forecast.
  public static let leastMonths = 3
  static let mostMonths = 24
  public static let method = Words(
    "nhị thức âm từ số lượt từng tháng của 24 tháng qua",
    "negative binomial, from the monthly counts of the last 24 months")

  public var words: Words {
    let percent = Int(Forecast.level * 100)
    return Words("dự báo năm \(low)–\(high) (\(percent)%)", "year's forecast \(low)–\(high) (\(percent)%)")
  }

  /// What is said where there is none.
  public static let unknown = Words("dự báo: chưa đủ dữ liệu", "no forecast: too little on file")

  /// - Parameters:
  ///   - achieved: how many have left in the year so far.
  ///   - months: departures and days of each whole month before, the latest last.
  ///   - daysLeft: the days of the year after today.
  /// - Returns: `nil` where too few months are known.
  public init?(achieved: Int, months: [(count: Int, days: Int)], daysLeft: Int) {
    let known = months.suffix(Forecast.mostMonths)
    guard known.count >= Forecast.leastMonths, daysLeft >= 0 else { return nil }
    let total = Double(known.reduce(0) { $0 + $1.count })
    let days = Double(known.reduce(0) { $0 + $1.days })
    let dispersion = Forecast.dispersion(known.map { Double($0.count) })
    let share = Double(daysLeft) / days
    let mean = (total + dispersion / 2) * share
    let variance = dispersion * mean * (1 + share)
    // The numbers below which, and up to which, the probability comes nearest to a tenth and nine tenths.
    low = achieved + Forecast.quantile(0.1, mean, variance, isBelow: true)
    high = achieved + Forecast.quantile(0.9, mean, variance, isBelow: false)
  }

  private static func dispersion(_ counts: [Double]) -> Double {
    let mean = counts.reduce(0, +) / Double(counts.count)
    guard mean > 0 else { return 1 }
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(counts.count - 1)
    let few = Double(counts.count) / Double(counts.count - 1)
    return max(1, variance / mean * few)
  }

  /// The number below which (`isBelow`), or up to which, the probability comes nearest to the one asked for.
  static func quantile(_ probability: Double, _ mean: Double, _ variance: Double, isBelow: Bool) -> Int {
    guard mean > 0, variance > mean else { return 0 }
    let (size, success) = (mean * mean / (variance - mean), mean / variance)
    // Below lies less than a millionth of a millionth; further down a probability may be too small for a number.
    var number = max(0, Int(mean - 8 * variance.squareRoot()))
    let last = Int(mean + 12 * variance.squareRoot()) + 20
    let start = Double(number)
    // Each probability follows from the one before.
    var here = exp(
      lgamma(start + size) - lgamma(size) - lgamma(start + 1) + size * Glibc.log(success)
        + start * Glibc.log1p(-success))
    var before = 0.0
    while number < last {
      let upTo = before + here
      if upTo >= probability {
        let isNearer = upTo - probability < probability - before
        return isBelow ? number + (isNearer ? 1 : 0) : max(0, number - (isNearer ? 0 : 1))
      }
      before = upTo
      here *= (Double(number) + size) / Double(number + 1) * (1 - success)
      number += 1
    }
    return last
  }
}

extension Progress {
  /// The forecast of T1 for the year that runs; `nil` for other years and where too little is on file.
  public func forecast(_ census: Census) -> Forecast? {
    guard period.isCalendarYear, period.contains(today) else { return nil }
    let end = period.last
    let counts = monthly(census)
    var months: [(count: Int, days: Int)] = []
    for (index, count) in counts.enumerated() {
      guard let first = Day(year: year - 2 + index / 12, month: index % 12 + 1, day: 1),
        first.endOfMonth <= today
      else { break }
      months.append((count, first.endOfMonth - first + 1))
    }
    let known = Array(months.drop { $0.count == 0 })
    return Forecast(achieved: t1.achieved, months: known, daysLeft: end - today)
  }

  /// How many left in each of the 36 months up to the end of the year, typed counts included.
  private func monthly(_ census: Census) -> [Int] {
    let years = year - 2...year
    guard census.register.count(.count) == 0 else {
      return years.flatMap { year in
        let grid = CountsGrid(census, scope.unit, year: year)
        return (0..<12).map { grid.total(month: $0) }
      }
    }
    return PeopleQuery(census, scope, year: year).departuresByMonth(of: years)
  }
}

extension PeopleQuery {
  /// How many left in each month of some years: as it is kept, else by one walk over what is known of every departure.
  func departuresByMonth(of years: ClosedRange<Int>) -> [Int] {
    var counts = [Int](repeating: 0, count: years.count * 12)
    let isInside = spread.isInside
    if keepsMonths(of: years) {
      for unit in isInside.indices where isInside[unit] {
        for month in counts.indices {
          counts[month] += census.totals.departures(month % 12 + 1, of: years.lowerBound + month / 12, unit)
        }
      }
      return counts
    }
    let first = DepartureFacts.month(1, of: years.lowerBound)
    let leavers = DepartureFacts.Leavers(first...first + counts.count - 1)
    census.facts.stretches { bits, _ in
      for facts in bits.lazy.map(DepartureFacts.init(bits:)) where leavers.contains(facts, from: isInside) {
        counts[facts.month - first] += 1
      }
    }
    return counts
  }

  private func keepsMonths(of years: ClosedRange<Int>) -> Bool {
    census.totals.keepsMonths && years.clamped(to: Totals.years) == years
  }

  /// How many left in each month of the asked calendar year from each unit, twelve numbers a unit.
  var departuresByMonthAndUnit: [Int] {
    let isInside = spread.isInside
    var counts = [Int](repeating: 0, count: isInside.count * 12)
    if keepsMonths(of: year...year) {
      for unit in isInside.indices where isInside[unit] {
        for month in 0..<12 {
          counts[unit * 12 + month] = census.totals.departures(month + 1, of: year, unit)
        }
      }
      return counts
    }
    for row in departures(.departed) {
      let facts = census[row]
      counts[Int(facts.unit) * 12 + facts.monthOfYear - 1] += 1
    }
    return counts
  }
}
