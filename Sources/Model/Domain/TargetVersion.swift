/// A planned figure as decided for one year; several versions are kept, the latest is in force (chỉ tiêu).
public enum TargetVersion {
  public static let target = Field("target", of: .target, .text(max: 4), "Chỉ tiêu", "Target")
  public static let year = Field("year", of: .target, .integer(2000...2100), "Năm", "Year")
  /// Persons a year for T1, percent for T2 and T3, cases for T4.
  public static let value = Field("value", of: .target, .integer(0...1_000_000), "Giá trị", "Value")
  public static let decision = Field("decision", of: .target, .text(max: 60), "Quyết định", "Decision")
  /// How T1 is spread over the year: percent by quarter or by month, as `10, 20, 30, 40`.
  public static let phasing = Field("phasing", of: .target, .text(max: 60), "Phân kỳ (%)", "Phasing (%)")

  /// What is said of one that is none.
  public static let phasingWords = Words(
    "Phân kỳ của T1: 4 số theo quý hoặc 12 số theo tháng, cộng lại 100.",
    "T1's phasing: 4 numbers by quarter or 12 by month, 100 together.")

  public static let fields = [target, year, value, decision, phasing]

  /// The key of one unit's share, `share.082@2023`.
  public static func share(_ unit: String) -> String { "share.\(unit)" }
}

/// A unit's poor-district or especially-disadvantaged mark, with its validity and decision.
public enum UnitMark {
  public static let unit = Field("unit", of: .mark, .unit, "Đơn vị", "Unit")
  /// `poorDistrict` or `especiallyDisadvantaged`.
  public static let mark = Field("mark", of: .mark, .text(max: 30), "Loại", "Mark")
  public static let value = Field("value", of: .mark, .flag, "Thuộc diện", "Applies")
  public static let from = Field("from", of: .mark, .day, "Từ ngày", "From")
  public static let until = Field("until", of: .mark, .day, "Đến ngày", "Until")
  public static let decision = Field("decision", of: .mark, .text(max: 60), "Quyết định", "Decision")

  public static let fields = [unit, mark, value, from, until, decision]
}
