/// A moment as the clocks of a place show it: a day and the minutes since its midnight.
public struct LocalTime: Hashable, Sendable {
  public let day: Day
  /// 0…1439.
  public let minutes: Int

  /// Minutes by which Vietnam's clocks are ahead of UTC.
  public static let vietnam = 420

  /// The moment so many seconds after 1970-01-01T00:00:00Z, or nothing outside the years 1900…2199.
  public init?(seconds: Int, minutesEast: Int = Self.vietnam) {
    let (local, overflow) = seconds.addingReportingOverflow(minutesEast * 60)
    guard !overflow else { return nil }
    let days = (local - (local % 86_400 + 86_400) % 86_400) / 86_400
    guard let number = Int32(exactly: days), let day = Day(rawValue: number) else { return nil }
    self.day = day
    minutes = (local - days * 86_400) / 60
  }

  /// The moment of a journal's instant, `YYYY-MM-DDThh:mm:ss.mmmZ`, or nothing for any other writing.
  public init?(instant text: String, minutesEast: Int = Self.vietnam) {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."), bytes[23] == UInt8(ascii: "Z"),
      let day = Day(iso: text.prefix(10)), let hour = Self.number(bytes[11..<13]), hour < 24,
      let minute = Self.number(bytes[14..<16]), minute < 60, let second = Self.number(bytes[17..<19]),
      second < 60,
      Self.number(bytes[20..<23]) != nil
    else { return nil }
    self.init(
      seconds: ((Int(day.rawValue) * 24 + hour) * 60 + minute) * 60 + second, minutesEast: minutesEast)
  }

  /// `hh:mm`.
  public var clock: String {
    String(ascii: Day.pad(minutes / 60, 2) + [UInt8(ascii: ":")] + Day.pad(minutes % 60, 2))
  }

  /// `dd/mm/yyyy hh:mm`.
  public var text: String { day.text + " " + clock }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }
}
