/// A personal identification number (số định danh cá nhân, CCCD): 12 digits.
///
/// 3 digits province or country of birth registration, 1 digit century and sex, 2 digits year of birth, 6 random digits
/// (Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA, Điều 7 and annexes).
public struct CitizenNumber: Hashable, Sendable {
  /// The 12 digits.
  public let digits: String

  /// Reads a number as typed; spaces, dots and hyphens between the digits are allowed.
  ///
  /// Throws when there are not 12 digits, the place of birth is 000, or the fourth digit means a birth after 2099.
  public init(_ text: String) throws(TextProblem) {
    let separators: [UInt8] = [0x20, 0x2E, 0x2D]
    let isTidy = text.utf8.count == 12 && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
    let bytes = isTidy ? Array(text.utf8) : text.tidied.utf8.filter { !separators.contains($0) }
    guard bytes.allSatisfy({ $0 &- 0x30 < 10 }) else {
      throw TextProblem("Số định danh chỉ gồm chữ số", "A citizen number has digits only")
    }
    guard bytes.count == 12 else {
      throw TextProblem(
        "Số định danh phải đủ 12 chữ số, đây có \(bytes.count)",
        "A citizen number has 12 digits, not \(bytes.count)")
    }
    guard bytes[0] != 0x30 || bytes[1] != 0x30 || bytes[2] != 0x30 else {
      throw TextProblem(
        "Ba chữ số đầu phải là mã nơi đăng ký khai sinh, không thể là 000",
        "The first three digits are the place of birth and cannot be 000")
    }
    guard bytes[3] <= UInt8(ascii: "3") else {
      throw TextProblem(
        "Chữ số thứ tư phải từ 0 đến 3 (thế kỷ sinh và giới tính)",
        "The fourth digit must be 0 to 3 (century of birth and sex)")
    }
    digits = isTidy ? text : String(ascii: bytes)
  }

  /// The code of the province or country where the birth was registered; old Lào Cai is 010.
  public var birthPlace: String { String(digits.prefix(3)) }

  /// A code of `CodeList.sexes`: M for an even fourth digit, F for an odd one.
  public var sex: String { sign % 2 == 0 ? "M" : "F" }

  /// 1900…2099.
  public var birthYear: Int {
    1_900 + Int(sign / 2) * 100 + digits.utf8.dropFirst(4).prefix(2).reduce(0) { $0 * 10 + Int($1 & 0xF) }
  }

  /// "010•••••0001": the first three and the last four digits, the rest as a mask.
  public func masked(_ mask: Character = "•") -> String {
    Self.masked(digits, mask)
  }

  /// Masks any identity number: all but the first three and last four characters, or all of a short one.
  public static func masked(_ number: String, _ mask: Character = "•") -> String {
    let digits = Array(number.utf8)
    if digits.count > 8, digits.allSatisfy({ 0x20..<0x7F ~= $0 }) {
      let sign = Array(mask.utf8)
      var masked: [UInt8] = []
      masked.reserveCapacity(7 + (digits.count - 7) * sign.count)
      masked += digits[..<3]
      for _ in 7..<digits.count { masked += sign }
      masked += digits[(digits.count - 4)...]
      return String(decoding: masked, as: UTF8.self)
    }
    guard number.count > 8 else { return String(repeating: mask, count: number.count) }
    return number.prefix(3) + String(repeating: mask, count: number.count - 7) + number.suffix(4)
  }

  /// "010 2 04 000104", as shown while it is typed.
  public var grouped: String {
    let parts = [
      digits.prefix(3), digits.dropFirst(3).prefix(1), digits.dropFirst(4).prefix(2), digits.suffix(6),
    ]
    return parts.joined(separator: " ")
  }

  private var sign: UInt8 { digits.utf8.dropFirst(3).first.map { $0 &- 0x30 } ?? 0 }
}

/// A Vietnamese passport number: one letter and 7 or 8 digits.
public struct PassportNumber: Hashable, Sendable {
  /// The number in capitals without spaces.
  public let text: String

  /// What was typed, in capitals without spaces, whether it is such a number or not.
  public static func tidied(_ typed: String) -> String {
    typed.tidied.uppercased().filter { $0 != " " }
  }

  /// Reads a number as typed; small letters and spaces are allowed.
  ///
  /// Throws when it is not one letter and 7 or 8 digits.
  public init(_ typed: String) throws(TextProblem) {
    let bytes = Array(PassportNumber.tidied(typed).utf8)
    guard (8...9).contains(bytes.count), bytes[0] &- 0x41 < 26,
      bytes.dropFirst().allSatisfy({ $0 &- 0x30 < 10 })
    else {
      throw TextProblem(
        "Số hộ chiếu gồm một chữ cái và 7 hoặc 8 chữ số, ví dụ C1234567",
        "A passport number is one letter and 7 or 8 digits, such as C1234567")
    }
    text = String(ascii: bytes)
  }
}
