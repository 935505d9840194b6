/// Numbers as people write them: 1.234,5 in Vietnamese and 1,234.5 in English.
public enum Numerals {
  /// A whole number with its thousands parted.
  public static func text(_ value: Int, _ language: Language) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var bytes: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { bytes.append(signs(language).thousands) }
      bytes.append(digit)
    }
    return String(ascii: bytes)
  }

  /// A number given in tenths (`decimals` 1), hundredths (2) and so on, with all its decimals; 0…18.
  public static func text(_ value: Int, decimals: Int, _ language: Language) -> String {
    guard decimals > 0, let scale = power(decimals) else { return text(value, language) }
    let whole = Int(value.magnitude / UInt(scale))
    let rest = Array(String(value.magnitude % UInt(scale)).utf8)
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: decimals - rest.count)
    return (value < 0 ? "-" : "") + text(whole, language)
      + String(ascii: [signs(language).decimal] + zeros + rest)
  }

  /// A whole number as typed, with or without signs between thousands.
  ///
  /// Throws when the text is no whole number, has signs elsewhere than between thousands, or is too large.
  public static func parse(_ text: String, _ language: Language) throws(TextProblem) -> Int {
    try parse(text, decimals: 0, language)
  }

  /// A number as typed, in tenths (`decimals` 1), hundredths (2) and so on.
  ///
  /// Throws as for whole numbers, and when there are more decimals than asked for.
  public static func parse(_ text: String, decimals: Int, _ language: Language) throws(TextProblem) -> Int {
    var bytes = Array(text.tidied.utf8)
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let parts = bytes.split(separator: signs(language).decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, let digits = ungrouped(Array(whole), language) else {
      throw notANumber(language)
    }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    guard parts.count == 1 || !fraction.isEmpty, fraction.allSatisfy({ $0 &- 0x30 < 10 }) else {
      throw notANumber(language)
    }
    guard fraction.count <= decimals else {
      throw decimals == 0
        ? TextProblem("Phải là số nguyên", "It must be a whole number")
        : TextProblem("Chỉ được \(decimals) chữ số thập phân", "Only \(decimals) decimal digits are allowed")
    }
    let padding = [UInt8](repeating: 0x30, count: decimals - fraction.count)
    guard let value = Int(String(ascii: (isNegative ? [0x2D] : []) + digits + fraction + padding)) else {
      throw TextProblem("Số quá lớn", "The number is too large")
    }
    return value
  }

  private static func signs(_ language: Language) -> (thousands: UInt8, decimal: UInt8) {
    switch language {
    case .vi: (UInt8(ascii: "."), UInt8(ascii: ","))
    case .en: (UInt8(ascii: ","), UInt8(ascii: "."))
    }
  }

  /// The digits without the signs between thousands, or nothing if the signs stand elsewhere.
  private static func ungrouped(_ bytes: [UInt8], _ language: Language) -> [UInt8]? {
    let groups = bytes.split(omittingEmptySubsequences: false) {
      $0 == signs(language).thousands || $0 == UInt8(ascii: " ")
    }
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 &- 0x30 < 10 } }) else { return nil }
    guard groups.count == 1 || groups[0].count <= 3 && groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    return Array(groups.joined())
  }

  private static func power(_ decimals: Int) -> Int? {
    (1...18).contains(decimals) ? (0..<decimals).reduce(1) { value, _ in value * 10 } : nil
  }

  private static func notANumber(_ language: Language) -> TextProblem {
    let example = text(12_345, decimals: 1, language)
    return TextProblem("Phải là số, ví dụ \(example)", "It must be a number such as \(example)")
  }
}
