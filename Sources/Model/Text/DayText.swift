extension Day {
  /// The day written `YYYY-MM-DD` (ISO 8601), or nothing for any other writing.
  public init?(iso text: some StringProtocol) {
    self.init(isoBytes: text.utf8)
  }

  /// The day written `YYYY-MM-DD` in UTF-8, for readers that have bytes only.
  public init?(isoBytes bytes: some Collection<UInt8>) {
    var values: InlineArray<3, Int> = [0, 0, 0]
    var place = 0
    for byte in bytes {
      switch place {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 0..<10:
        guard byte &- 0x30 < 10 else { return nil }
        let part = place < 4 ? 0 : place < 7 ? 1 : 2
        values[part] = values[part] * 10 + Int(byte &- 0x30)
      default: return nil
      }
      place += 1
    }
    guard place == 10 else { return nil }
    self.init(year: values[0], month: values[1], day: values[2])
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
