extension Rule {
  /// Nobody leaves for two markets on one day.
  static let leavesOnceADay = Rule(
    code: "W10", level: .warn, field: Departure.departedOn,
    words: Words(
      "Người này đã có lượt đi cùng ngày đến thị trường khác.",
      "Another departure of this person on that day, for another market."),
    source: "đối chiếu sổ"
  ) { entry, context in
    guard let left = entry.day(Departure.departedOn), let market = entry.code(Departure.market) else {
      return false
    }
    return context.otherDepartures(entry).contains { row in
      context.register.day(Departure.departedOn, row) == left
        && context.register.code(Departure.market, row) != market
    }
  }
}
