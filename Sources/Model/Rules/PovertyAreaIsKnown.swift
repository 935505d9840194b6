extension Rule {
  /// T2 counts a poor household only where it is known whether its commune lies in the area.
  static let povertyAreaIsKnown = Rule(
    code: "N01", level: .hint, field: DepartureEntry.householdClass,
    words: Words(
      "Chưa rõ xã có đặc biệt khó khăn không: hộ này chưa vào chỉ tiêu T2.",
      "T2's area unknown here: the household is left out for now."),
    source: "Kế hoạch 280/KH-UBND, II.2; Quyết định 353/QĐ-TTg; Quyết định 861/QĐ-TTg"
  ) { entry, context in context.area(ofPoor: entry) == .unknown }
}

extension RuleContext {
  /// Whether a poor household lived in T2's area on the day on which a member left; `nil` for all others.
  func area(ofPoor entry: DepartureEntry) -> HouseholdFacts.Area? {
    guard entry.code(DepartureEntry.householdClass) == "POOR", entry.hasLeft, let unit = entry.unit,
      let left = entry.day(Departure.departedOn), places[unit].level == .commune, places[unit].isOfPlan
    else { return nil }
    return switch Marks(register, places: places).isInPovertyArea(unit, on: left) {
    case true?: .inside
    case false?: .outside
    case nil: .unknown
    }
  }
}
