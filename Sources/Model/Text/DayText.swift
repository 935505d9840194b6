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
    String(unsafeUninitializedCapacity: 10) { write(iso: $0) }
  }

  /// `dd/mm/yyyy`, as shown.
  public var text: String {
    String(unsafeUninitializedCapacity: 10) { write("/", year: 6, month: 3, day: 0, in: $0) }
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

  /// Writes `YYYY-MM-DD` where there is room for it, and answers how many bytes that takes.
  func write(iso bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    write("-", year: 0, month: 5, day: 8, in: bytes)
  }

  /// Writes the parts at their places, with a sign everywhere else.
  private func write(
    _ sign: Unicode.Scalar, year yearPlace: Int, month monthPlace: Int, day dayPlace: Int,
    in bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let (year, month, day) = parts
    bytes[..<10].initialize(repeating: UInt8(ascii: sign))
    Self.put(year, 4, in: bytes, at: yearPlace)
    Self.put(month, 2, in: bytes, at: monthPlace)
    Self.put(day, 2, in: bytes, at: dayPlace)
    return 10
  }

  static func pad(_ value: Int, _ width: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: width) { bytes, count in
      put(value, width, in: bytes, at: 0)
      count = width
    }
  }

  private static func put(
    _ value: Int, _ width: Int, in bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int
  ) {
    var rest = value
    var at = place + width
    while at > place {
      at -= 1
      bytes[at] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}

extension Day: CustomStringConvertible {
  public var description: String { iso }
}

extension String {
  init(ascii bytes: [UInt8]) { self.init(decoding: bytes, as: UTF8.self) }
}
