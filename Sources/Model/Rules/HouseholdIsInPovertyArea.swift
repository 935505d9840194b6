extension Rule {
  /// T2 counts poor households of poor districts and especially disadvantaged communes only.
  static let householdIsInPovertyArea = Rule(
    code: "N02", level: .hint, field: DepartureEntry.householdClass,
    words: Words(
      "Xã không thuộc huyện nghèo hay xã đặc biệt khó khăn: hộ này không tính vào T2.",
      "Neither a poor district nor an especially disadvantaged commune: T2 leaves this household out."),
    source: "Kế hoạch 280/KH-UBND, II.2; Quyết định 353/QĐ-TTg; Quyết định 861/QĐ-TTg"
  ) { entry, context in context.area(ofPoor: entry) == .outside }
}
