import Glibc

/// An instant of UTC to the millisecond, as it is shown and never obeyed.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Since 1970-01-01T00:00:00Z, kept within the years 1970 to 9999.
  public let seconds: Int
  /// 0 to 999.
  public let milliseconds: Int

  public init(seconds: Int, milliseconds: Int = 0) {
    self.seconds = min(max(seconds, 0), 253_402_300_799)
    self.milliseconds = min(max(milliseconds, 0), 999)
  }

  /// The machine's clock.
  public static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(seconds: time.tv_sec, milliseconds: time.tv_nsec / 1_000_000)
  }

  /// `2026-11-23T14:52:07.123Z`.
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The UTC month that names a segment, such as `202611`.
  public var month: Int {
    let date = date
    return date.year * 100 + date.month
  }

  /// Appends the 24 characters of `description`.
  func write(to bytes: inout [UInt8]) {
    let date = date
    let time = seconds % 86_400
    func append(_ value: Int, _ digits: Int, _ end: UInt8) {
      var divisor = digits == 4 ? 1000 : digits == 3 ? 100 : 10
      while divisor > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
        divisor /= 10
      }
      bytes.append(end)
    }
    append(date.year, 4, UInt8(ascii: "-"))
    append(date.month, 2, UInt8(ascii: "-"))
    append(date.day, 2, UInt8(ascii: "T"))
    append(time / 3600, 2, UInt8(ascii: ":"))
    append(time / 60 % 60, 2, UInt8(ascii: ":"))
    append(time % 60, 2, UInt8(ascii: "."))
    append(milliseconds, 3, UInt8(ascii: "Z"))
  }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.milliseconds) < (right.seconds, right.milliseconds)
  }

  /// The Gregorian date, by counting years from 1 March so that the leap day comes last.
  private var date: (year: Int, month: Int, day: Int) {
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}
