extension Rule {
  /// T2 asks for the class of the household in the year of departure.
  static let classIsOfTheRightYear = Rule(
    code: "W09", level: .warn, field: DepartureEntry.householdYear,
    words: Words(
      "Diện hộ không phải của năm xuất cảnh.", "The household class is not that of the year of departure."),
    source: "Kế hoạch 280/KH-UBND, II.2; Nghị định 07/2021/NĐ-CP"
  ) { entry, context in
    guard entry.code(DepartureEntry.householdClass) != nil,
      let year = entry.integer(DepartureEntry.householdYear)
    else { return false }
    guard let left = entry.day(Departure.departedOn) else { return year > context.today.year }
    return year != left.year
  }
}
