/// The household of one or more workers (hộ); its poverty class is kept per review year.
public enum Household {
  public static let commune = Field("commune", of: .household, .unit, "Xã", "Commune")
  /// What tells the households of one commune apart.
  public static let key = Field("household", of: .household, .text(max: 40), "Hộ (mã, tên)", "Household")
  public static let deleted = Field("deleted", of: .household, .flag, "Đã xóa", "Deleted")

  public static let fields = [commune, key, deleted]

  /// The entity of a household, the same for every writer who names it.
  public static func entity(commune: String, key: String) -> String { "household/\(commune):\(key)" }
}

/// The class of a household in one review year (rà soát hộ nghèo, Nghị định 07/2021/NĐ-CP).
public enum HouseholdReview {
  public static let household = Field("household", of: .review, .link(.household), "Hộ", "Household")
  public static let year = Field("year", of: .review, .integer(2000...2100), "Năm", "Year")
  public static let outcome = Field(
    "class", of: .review, .code(.householdClasses), "Phân loại hộ", "Household class")

  public static let fields = [household, year, outcome]

  /// The entity of a review: one value for each household and year.
  public static func entity(household: String, year: Int) -> String {
    "review/\(household.drop { $0 != "/" }.dropFirst()):\(year)"
  }
}
