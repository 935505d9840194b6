extension Rule {
  /// Once a person has left, when, where to and how are known.
  static let leavingNeedsDetails = Rule(
    code: "B07", level: .block, field: Departure.departedOn,
    words: Words(
      "Đã đi thì cần ngày đi, thị trường và hình thức HĐ.",
      "Who has left needs a departure date, a market and a contract form."),
    source: "Luật 69/2020/QH14, Điều 5",
    place: { entry in
      [Departure.market, Departure.contractForm, Departure.departedOn].first { entry[$0] == .none }
        ?? Departure.departedOn
    }
  ) { entry, _ in
    entry.hasLeft
      && (entry.day(Departure.departedOn) == nil || entry.code(Departure.market) == nil
        || entry.code(Departure.contractForm) == nil)
  }
}
