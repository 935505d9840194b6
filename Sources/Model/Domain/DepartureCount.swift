/// How many left from a unit in a month, where only the number is known: older years, before the register.
public enum DepartureCount {
  public static let unit = Field("unit", of: .count, .unit, "Đơn vị", "Unit")
  /// `2019-05`.
  public static let month = Field("month", of: .count, .text(max: 7), "Tháng", "Month")
  public static let value = Field("value", of: .count, .integer(0...99_999), "Số lượt", "Departures")
  /// The paper or report that the number is from.
  public static let source = Field("source", of: .count, .text(max: 80), "Nguồn", "Source")

  public static let fields = [unit, month, value, source]

  /// The entity of a count: one for each unit and month.
  public static func entity(unit: String, month: String) -> String { "count/\(unit):\(month)" }

  /// A month as it is written.
  public static func month(_ month: Int, of year: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}
