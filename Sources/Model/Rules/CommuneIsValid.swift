extension Rule {
  /// The unit is a commune, and existed on the day of departure.
  static let communeIsValid = Rule(
    code: "B06", level: .block, field: Departure.commune,
    words: Words(
      "Xã này không có trong danh mục vào ngày xuất cảnh.",
      "This commune did not exist on the day of departure."),
    source: "Nghị quyết 1197/NQ-UBTVQH15; Công văn 1027/CTK-CSCL"
  ) { entry, context in
    guard let unit = entry.unit, context.places[unit].level == .commune, context.places[unit].isOfPlan else {
      return true
    }
    guard let left = entry.day(Departure.departedOn) else { return false }
    return !context.places[unit].isValid(on: left)
  }
}
