extension Rule {
  /// One person leaves once on one day for one market.
  static let isNoDuplicate = Rule(
    code: "B09", level: .block, field: Departure.departedOn,
    words: Words(
      "Lượt đi này đã có: cùng người, cùng ngày, cùng thị trường.",
      "This departure is on file: same person, day and market."),
    source: "đối chiếu sổ"
  ) { entry, context in
    guard let left = entry.day(Departure.departedOn), let market = entry.code(Departure.market) else {
      return false
    }
    return context.otherDepartures(entry).contains { row in
      context.register.day(Departure.departedOn, row) == left
        && context.register.code(Departure.market, row) == market
    }
  }
}
