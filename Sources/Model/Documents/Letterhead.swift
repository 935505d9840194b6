/// The top of a paper: who issues it, its number, where and when (Nghị định 30/2020/NĐ-CP, Điều 8, khoản 2, a–d).
public struct Letterhead: Sendable, Equatable {
  public static let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  public static let motto = "Độc lập - Tự do - Hạnh phúc"
  /// The first line of the name of every people's committee.
  static let committee = "ỦY BAN NHÂN DÂN"

  /// The body above the one that issues it, in two lines; none above a province.
  public let superior: [String]
  public let issuer: [String]
  /// “Số:      /BC-UBND”.
  public let number: String
  /// “Bát Xát, ngày 30 tháng 9 năm 2024”.
  public let placeAndDate: String

  init(_ unit: Unit, above: Unit?, number: String?, on day: Day) {
    superior = above.map { [Letterhead.committee, $0.fullName.uppercased()] } ?? []
    issuer = [Letterhead.committee, unit.fullName.uppercased()]
    let sign = "BC-UBND"
    self.number =
      switch number {
      case nil: "Số:        /\(sign)"
      case let given? where given.contains("/"): "Số: \(given)"
      case let given?: "Số: \(given)/\(sign)"
      }
    placeAndDate = "\(unit.name), \(Letterhead.date(day))"
  }

  /// A date in full: days below 10 and the months 1 and 2 with a zero in front (Phụ lục I).
  static func date(_ day: Day) -> String {
    func padded(_ number: Int, below limit: Int) -> String { number < limit ? "0\(number)" : "\(number)" }
    return "ngày \(padded(day.day, below: 10)) tháng \(padded(day.month, below: 3)) năm \(day.year)"
  }
}
