extension Rule {
  /// Without a class the household can be neither in T2 nor out of it.
  static let householdClassIsKnown = Rule(
    code: "N08", level: .hint, field: DepartureEntry.householdClass,
    words: Words(
      "Chưa có diện hộ: không biết hộ có thuộc T2 không.", "Without the household's class T2 cannot tell."),
    source: "Kế hoạch 280/KH-UBND, II.2"
  ) { entry, _ in entry.hasLeft && entry.code(DepartureEntry.householdClass) == nil }
}
