/// Days on which public bodies work: Monday to Friday without public holidays (Labour Code 45/2019/QH14, articles 111
/// and 112), and Saturdays that were exchanged for one.
///
/// Of years for which no holidays are known only weekends are days off.
public enum WorkingDays {
  public static func isWorked(_ day: Day) -> Bool {
    // 1 January 1970 was a Thursday.
    let weekday = (Int(day.rawValue) % 7 + 7 + 3) % 7
    if weekday >= 5 { return workedSaturdays.contains(day.rawValue) }
    return !daysOff.contains(day.rawValue)
  }

  /// The day that is so many working days after another, 1 to 1,000.
  public static func after(_ day: Day, _ count: Int) -> Day {
    var (day, left) = (day, min(max(0, count), 1_000))
    while left > 0 {
      day = day + 1
      if isWorked(day) { left -= 1 }
    }
    return day
  }

  /// How many working days lie after one day, up to another, which counts; negative where it lies before.
  public static func between(_ day: Day, _ other: Day) -> Int {
    let (first, last, sign) = day <= other ? (day, other, 1) : (other, day, -1)
    var count = 0
    var at = first
    // What lies further off than a few years is nobody's deadline.
    while at < last, count < 1_500 {
      at = at + 1
      if isWorked(at) { count += 1 }
    }
    return sign * count
  }
}
