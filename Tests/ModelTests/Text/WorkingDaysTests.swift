import Foundation
import Testing

@testable import Model

@Suite("Working days")
struct WorkingDaysTests {
  @Test(arguments: [
    ("2024-09-30", 1, "2024-10-01"), ("2024-09-30", 5, "2024-10-07"), ("2024-08-30", 1, "2024-09-04"),
    ("2024-02-07", 1, "2024-02-15"), ("2024-04-26", 2, "2024-05-03"), ("2024-05-03", 1, "2024-05-04"),
    ("2024-09-30", 0, "2024-09-30"),
  ])
  func deadlinesPassOverDaysOff(from: String, count: Int, to: String) {
    #expect(WorkingDays.after(aDay(from), count) == aDay(to))
    if count > 0 {
      #expect(
        WorkingDays.between(aDay(from), aDay(to)) == count
          && WorkingDays.between(aDay(to), aDay(from)) == -count)
    }
  }

  /// Labour Code 45/2019/QH14, article 112: eleven days a year; those on a weekend are made up for.
  @Test(arguments: WorkingDays.years)
  func elevenDaysAYearAreOff(year: Int) {
    let days = (0..<366).map { Day(year: year, month: 1, day: 1)! + $0 }.filter { $0.year == year }
    let off = days.filter { WorkingDays.daysOff.contains($0.rawValue) }.count
    let exchanged = days.filter { WorkingDays.workedSaturdays.contains($0.rawValue) }.count
    #expect(off - exchanged == 11)
  }
}
