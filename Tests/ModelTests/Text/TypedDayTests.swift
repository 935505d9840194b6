import Testing

@testable import Model

@Suite struct TypedDayTests {
  private let today = Day(year: 2024, month: 9, day: 30) ?? .first

  @Test(arguments: [
    ("0507", "2024-07-05"), ("5/7", "2024-07-05"), ("5-7", "2024-07-05"), ("5.7", "2024-07-05"),
    ("5 7", "2024-07-05"), ("050724", "2024-07-05"), ("05072024", "2024-07-05"), ("5/7/24", "2024-07-05"),
    ("5.7.2024", "2024-07-05"), ("2024-07-05", "2024-07-05"), ("2024/7/5", "2024-07-05"),
    (" 5/7 ", "2024-07-05"),
    ("h", "2024-09-30"), ("H", "2024-09-30"), ("+3", "2024-10-03"), ("-2", "2024-09-28"),
    ("-31", "2024-08-30"),
    ("5", "2024-09-05"), ("05", "2024-09-05"), ("30", "2024-09-30"), ("31", "2024-08-31"),
    ("0112", "2023-12-01"),
    ("2902", "2024-02-29"), ("3009", "2024-09-30"),
  ])
  func aPastDayIsTheLatestNotAfterToday(typed: String, iso: String) throws {
    #expect(try TypedDay.parse(typed, today: today, meaning: .past).iso == iso)
  }

  @Test(arguments: [
    ("5", "2024-10-05"), ("30", "2024-09-30"), ("31", "2024-10-31"), ("0507", "2025-07-05"),
    ("0112", "2024-12-01"),
    ("2902", "2028-02-29"), ("050726", "2026-07-05"),
  ])
  func aFutureDayIsTheEarliestNotBeforeToday(typed: String, iso: String) throws {
    #expect(try TypedDay.parse(typed, today: today, meaning: .future).iso == iso)
  }

  @Test(arguments: [
    ("5", "2024-10-05"), ("20", "2024-09-20"), ("15", "2024-09-15"), ("0102", "2025-02-01"),
    ("0507", "2024-07-05"),
    ("2902", "2024-02-29"),
  ])
  func aNearDayIsTheNearest(typed: String, iso: String) throws {
    #expect(try TypedDay.parse(typed, today: today, meaning: .near).iso == iso)
  }

  @Test(arguments: [
    ("170904", "2004-09-17"), ("170960", "1960-09-17"), ("17/9/54", "1954-09-17"), ("170909", "2009-09-17"),
    ("17091999", "1999-09-17"), ("170910", "2010-09-17"), ("170950", "1950-09-17"),
  ])
  func aBirthIsOfAPersonOfWorkingAge(typed: String, iso: String) throws {
    #expect(try TypedDay.parse(typed, today: today, meaning: .birth).iso == iso)
  }

  @Test func theYearOfTheCitizenNumberCompletesABirthDate() throws {
    #expect(try TypedDay.parse("1709", today: today, meaning: .birth, year: 2004).iso == "2004-09-17")
    #expect(try TypedDay.parse("17/9", today: today, meaning: .birth, year: 2004).iso == "2004-09-17")
    #expect(try TypedDay.parse("170905", today: today, meaning: .birth, year: 2004).iso == "2005-09-17")
  }

  @Test(arguments: [
    ("29/2/2023", "Tháng 2 năm 2023 chỉ có 28 ngày", "February 2023 has only 28 days"),
    ("30022024", "Tháng 2 năm 2024 chỉ có 29 ngày", "February 2024 has only 29 days"),
    ("3002", "Tháng 2 chỉ có 29 ngày", "February has only 29 days"),
    ("31/4", "Tháng 4 chỉ có 30 ngày", "April has only 30 days"),
    ("1/13", "Không có tháng 13", "There is no month 13"),
    ("32", "Không có ngày 32", "There is no day 32"),
    ("0", "Không có ngày 0", "There is no day 0"),
    ("32/1", "Không có ngày 32", "There is no day 32"),
    ("1/1/1899", "Năm phải từ 1900 đến 2199", "The year must be 1900 to 2199"),
  ])
  func aDayThatDoesNotExistIsRefusedInASentence(typed: String, vi: String, en: String) {
    #expect(throws: TextProblem(vi, en)) { try TypedDay.parse(typed, today: today, meaning: .past) }
  }

  @Test(arguments: [
    "", "x", "5/", "/7", "507", "05072", "1/2/3/4", "5/7/202", "+", "+x", "+12345", "5//7", "٥",
  ])
  func whatIsNoDateIsRefused(typed: String) {
    #expect(throws: TextProblem.self) { try TypedDay.parse(typed, today: today, meaning: .near) }
  }

  @Test(arguments: ["5", "0507"])
  func aBirthWithoutAYearIsRefused(typed: String) {
    #expect(throws: TextProblem.self) { try TypedDay.parse(typed, today: today, meaning: .birth) }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func noOtherDayFitsTheMeaningBetter(seed: UInt64) throws {
    var chance = Seeded(seed)
    for _ in 0..<150 {
      let today = Day.first + Int.random(in: 4_000..<100_000, using: &chance)
      let day = Int.random(in: 1...31, using: &chance)
      let month = Int.random(in: 1...12, using: &chance)
      guard day <= Day.daysInMonth(month, of: 2000) else { continue }
      let withMonth = Bool.random(using: &chance)
      let typed = withMonth ? "\(day)/\(month)" : "\(day)"
      func fits(_ other: Day) -> Bool { other.day == day && (!withMonth || other.month == month) }
      let past = (0..<4_000).lazy.map { today - $0 }.first(where: fits)
      let future = (0..<4_000).lazy.map { today + $0 }.first(where: fits)
      let comment = "seed \(seed): \(typed), today \(today)"
      #expect(try TypedDay.parse(typed, today: today, meaning: .past) == past, "\(comment)")
      #expect(try TypedDay.parse(typed, today: today, meaning: .future) == future, "\(comment)")
      let (earlier, later) = (try #require(past), try #require(future))
      let near = today - earlier <= later - today ? earlier : later
      #expect(try TypedDay.parse(typed, today: today, meaning: .near) == near, "\(comment)")
    }
  }

  @Test(arguments: [1] as [UInt64])
  func nothingTypedCanCrash(seed: UInt64) {
    var chance = Seeded(seed)
    let letters = Array("0123456789/-. +hđ")
    for _ in 0..<5_000 {
      let typed = String(
        (0..<Int.random(in: 0...12, using: &chance)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &chance)]
        })
      for meaning in [TypedDay.Meaning.birth, .past, .near, .future] {
        _ = try? TypedDay.parse(
          typed, today: [Day.first, today, Day.last][typed.count % 3], meaning: meaning)
      }
    }
  }
}
