extension Rule {
  /// T2 counts poor households of poor districts and especially disadvantaged communes only.
  static let householdIsInPovertyArea = Rule(
    code: "N02", level: .hint, field: DepartureEntry.householdClass,
    words: Words(
      "Không phải huyện nghèo hay xã đặc biệt khó khăn: hộ không vào T2.",
      "Outside poor districts and disadvantaged communes: not in T2."),
    source: "Kế hoạch 280/KH-UBND, II.2; Quyết định 353/QĐ-TTg; Quyết định 861/QĐ-TTg"
  ) { entry, context in context.area(ofPoor: entry) == .outside }
}
