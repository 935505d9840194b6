extension Day {
  /// The day written `YYYY-MM-DD` (ISO 8601), or nothing for any other writing.
  public init?(iso text: some StringProtocol) {
    var text = String(text)
    guard let day = text.withUTF8({ Day(isoBytes: $0) }) else { return nil }
    self = day
  }

  /// The day written `YYYY-MM-DD` in UTF-8, for readers that have bytes only.
  public init?(isoBytes bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    var areDigits = true
    func digit(_ place: Int) -> Int {
      let value = bytes[place] &- 0x30
      areDigits = areDigits && value < 10
      return Int(value)
    }
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let (month, day) = (digit(5) * 10 + digit(6), digit(8) * 10 + digit(9))
    guard areDigits else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`, as stored and exchanged.
  public var iso: String {
    let (year, month, day) = parts
    return String(ascii: Self.pad(year, 4) + [0x2D] + Self.pad(month, 2) + [0x2D] + Self.pad(day, 2))
  }

  /// `dd/mm/yyyy`, as shown.
  public var text: String {
    let (year, month, day) = parts
    return String(ascii: Self.pad(day, 2) + [0x2F] + Self.pad(month, 2) + [0x2F] + Self.pad(year, 4))
  }

  /// `dd/mm`, where the year is said beside it.
  public var shortText: String {
    let parts = parts
    return String(ascii: Self.pad(parts.day, 2) + [0x2F] + Self.pad(parts.month, 2))
  }

  /// The day of the week: 1 Monday … 7 Sunday (ISO 8601).
  public var weekday: Int {
    (Int(rawValue) - Int(Self.first.rawValue)) % 7 + 1
  }

  /// The name of the day of the week, "thứ Hai" or "Monday".
  public var weekdayName: Words { Self.weekdayNames[weekday - 1] }

  private static let weekdayNames = [
    Words("thứ Hai", "Monday"), Words("thứ Ba", "Tuesday"), Words("thứ Tư", "Wednesday"),
    Words("thứ Năm", "Thursday"), Words("thứ Sáu", "Friday"), Words("thứ Bảy", "Saturday"),
    Words("Chủ nhật", "Sunday"),
  ]

  static func pad(_ value: Int, _ width: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0x30, count: width)
    var rest = value
    for place in stride(from: width - 1, through: 0, by: -1) {
      bytes[place] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
    return bytes
  }
}

extension Day: CustomStringConvertible {
  public var description: String { iso }
}

extension String {
  init(ascii bytes: [UInt8]) { self.init(decoding: bytes, as: UTF8.self) }
}
