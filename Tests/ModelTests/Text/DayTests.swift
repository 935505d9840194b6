import Testing

@testable import Model

@Suite struct DayTests {
  @Test func everyDayOfThreeCenturiesIsCountedRight() throws {
    var (year, month, day, weekday) = (1900, 1, 1, 1)
    var wrong: [String] = []
    for number in Day.first.rawValue...Day.last.rawValue {
      let date = try #require(Day(rawValue: number))
      let parts = date.parts
      if parts != (year, month, day) || date.weekday != weekday
        || Day(year: year, month: month, day: day) != date
        || Day(iso: date.iso) != date
      {
        wrong.append("\(number) \(parts)")
      }
      weekday = weekday % 7 + 1
      day += 1
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(wrong.isEmpty)
    #expect((year, month, day) == (2200, 1, 1))
  }

  @Test func anchorsAreWhereTheCalendarHasThem() throws {
    #expect(try #require(Day(rawValue: 0)).iso == "1970-01-01")
    #expect(try #require(Day(year: 2024, month: 10, day: 7)).weekdayName == Words("thứ Hai", "Monday"))
    #expect(try #require(Day(iso: "2024-09-29")).weekdayName[.vi] == "Chủ nhật")
    #expect(try #require(Day(iso: "2023-06-21")).text == "21/06/2023")
    #expect(try #require(Day(iso: "2023-06-21")).shortText == "21/06")
  }

  @Test func datesThatDoNotExistAreNoDays() {
    #expect(Day(year: 2023, month: 2, day: 29) == nil)
    #expect(Day(year: 2100, month: 2, day: 29) == nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 1899, month: 12, day: 31) == nil)
    #expect(Day(year: 2200, month: 1, day: 1) == nil)
    #expect(Day(year: 2024, month: 0, day: 1) == nil)
    #expect(Day(year: .max, month: .max, day: .max) == nil)
    #expect(Day(rawValue: Day.last.rawValue + 1) == nil)
  }

  @Test(arguments: [
    "", "2024-1-01", "2024-01-1", "24-01-01", "2024/01/01", "2024-01-01 ", " 2024-01-01", "2024-01-0x",
    "2024-13-01", "2024-01-01T", "２０２４-01-01",
  ])
  func onlyISOIsReadAsISO(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func daysAreAddedWithinTheirRange() throws {
    let day = try #require(Day(iso: "2024-02-28"))
    #expect((day + 2).iso == "2024-03-01")
    #expect((day - 59).iso == "2023-12-31")
    #expect(try #require(Day(iso: "2025-02-28")) - day == 366)
    #expect(day + Int.max == .last)
    #expect(day - Int.max == .first)
    #expect(day + Int.min == .first)
    #expect(day - Int.min == .last)
  }

  @Test func monthsAndYearsHaveTheirEnds() throws {
    let day = try #require(Day(iso: "2024-02-10"))
    #expect(day.startOfMonth.iso == "2024-02-01")
    #expect(day.endOfMonth.iso == "2024-02-29")
    #expect(day.startOfYear.iso == "2024-01-01")
    #expect(day.endOfYear.iso == "2024-12-31")
    #expect(day.daysInYear == 366)
    #expect(day.dayOfYear == 41)
    #expect(try #require(Day(iso: "2024-01-31")).adding(months: 1).iso == "2024-02-29")
    #expect(try #require(Day(iso: "2024-01-31")).adding(months: -2).iso == "2023-11-30")
    #expect(day.adding(months: .max) == .last)
    #expect(day.adding(months: .min) == .first)
  }

  @Test func anAgeGrowsOnTheBirthday() throws {
    let birth = try #require(Day(iso: "2004-09-17"))
    #expect(birth.years(until: try #require(Day(iso: "2024-09-16"))) == 19)
    #expect(birth.years(until: try #require(Day(iso: "2024-09-17"))) == 20)
    #expect(birth.years(until: try #require(Day(iso: "2004-09-16"))) == -1)
  }

  @Test func aLocalTimeIsSevenHoursAheadOfUTC() throws {
    let time = try #require(LocalTime(instant: "2024-10-04T18:12:07.123Z"))
    #expect(time.text == "05/10/2024 01:12")
    #expect(try #require(LocalTime(seconds: -1, minutesEast: 0)).text == "31/12/1969 23:59")
    #expect(try #require(LocalTime(seconds: 0)).clock == "07:00")
    #expect(LocalTime(seconds: .max) == nil)
    #expect(LocalTime(instant: "2024-10-04T24:12:07.123Z") == nil)
    #expect(LocalTime(instant: "2024-10-04 18:12:07.123Z") == nil)
  }
}
