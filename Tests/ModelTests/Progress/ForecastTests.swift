import Glibc
import Testing

@testable import Model

/// A number of departures in so many days: groups of one to `most`, which leave at random.
private func drawn(_ days: Int, _ groupsADay: Double, _ most: Int, _ generator: inout SeededGenerator) -> Int
{
  (0..<days).reduce(0) { sum, _ in
    // A Poisson number of groups a day, by Knuth's product of uniform numbers.
    var (groups, product) = (0, Double.random(in: 0..<1, using: &generator))
    while product > 1 / exp(groupsADay) {
      groups += 1
      product *= Double.random(in: 0..<1, using: &generator)
    }
    return (0..<groups).reduce(sum) { all, _ in all + Int.random(in: 1...most, using: &generator) }
  }
}

@Test(arguments: [(0.5, 1), (0.3, 3), (0.1, 8), (2.0, 1)])
func theIntervalHoldsTheTruthInEightOfTenYears(_ groupsADay: Double, _ most: Int) {
  for seed in [UInt64(280), 2023] {
    var generator = SeededGenerator(seed: seed)
    let years = 600
    var held = 0
    for number in 0..<years {
      let past = 6 + number % 19
      let left = 15 + number % 260
      let months = (0..<past).map { _ in (count: drawn(30, groupsADay, most, &generator), days: 30) }
      let truth = drawn(left, groupsADay, most, &generator)
      guard let forecast = Forecast(achieved: 7, months: months, daysLeft: left) else { continue }
      if forecast.low...forecast.high ~= 7 + truth { held += 1 }
    }
    let share = Double(held) / Double(years)
    #expect((0.75...0.85).contains(share), "seed \(seed), \(groupsADay) groups of up to \(most): \(share)")
  }
}

@Test func tooFewMonthsGiveNoForecastAndNoDaysLeftGiveWhatThereIs() {
  #expect(Forecast(achieved: 3, months: [(1, 31), (2, 29)], daysLeft: 100) == nil)
  let over = Forecast(achieved: 12, months: [(1, 31), (2, 29), (9, 31)], daysLeft: 0)
  #expect(over?.low == 12 && over?.high == 12)
}

@Test func theQuantileIsThatOfTheDistribution() {
  // Almost Poisson with the mean 10: P(X < 6) = 0.067, P(X < 7) = 0.130; P(X <= 14) = 0.917, P(X <= 13) = 0.864.
  #expect(Forecast.quantile(0.1, 10, 10.001, isBelow: true) == 7)
  #expect(Forecast.quantile(0.9, 10, 10.001, isBelow: false) == 14)
  #expect(Forecast.quantile(0.9, 0, 0, isBelow: false) == 0)
  // Far below the mean a probability is too small for a number; the sum of all terms, each by itself, gives these.
  #expect(Forecast.quantile(0.1, 25_000, 25_000 * 174, isBelow: true) == 22_368)
  #expect(Forecast.quantile(0.9, 25_000, 25_000 * 174, isBelow: false) == 27_707)
  #expect(Forecast.quantile(0.1, 30_000, 30_000 * 212, isBelow: true) == 26_817)
  #expect(Forecast.quantile(0.9, 30_000, 30_000 * 212, isBelow: false) == 33_273)
}
