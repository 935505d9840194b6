extension Rule {
  /// Seasonal and cross-border work lasts at most a year, other contracts half a year to five years.
  static let contractLengthIsUsual = Rule(
    code: "W08", level: .warn, field: Departure.contractMonths,
    words: Words(
      "Số tháng lạ: thời vụ, biên giới 1–12; hợp đồng khác 6–60.",
      "Unusual length: seasonal, border work 1–12 months; others 6–60."),
    source: "mức thường gặp, không phải quy định"
  ) { entry, _ in
    guard let months = entry.integer(Departure.contractMonths) else { return false }
    let programme = entry.code(Departure.programme)
    let isShort = programme == "KR_SEASONAL" || programme == "CN_BORDER"
    return !(isShort ? 1...12 : 6...60).contains(months)
  }
}
