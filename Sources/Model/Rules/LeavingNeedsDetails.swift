extension Rule {
  /// Once a person has left, when, where to and how are known; it is said on each field that is missing.
  static let leavingNeedsDetails = Rule(
    code: "B07", level: .block, field: Departure.departedOn,
    words: Words(
      "Đã đi thì cần ngày đi, thị trường và hình thức HĐ.",
      "Who has left needs a departure date, a market and a contract form."),
    source: "Luật 69/2020/QH14, Điều 5", places: missing
  ) { entry, _ in
    entry.hasLeft && !missing(entry).isEmpty
  }

  @Sendable private static func missing(_ entry: DepartureEntry) -> [Field] {
    [Departure.market, Departure.contractForm, Departure.departedOn].filter { entry[$0] == .none }
  }
}
