extension Rule {
  /// A programme such as EPS leads to one market.
  static let programmeAgreesWithMarket = Rule(
    code: "W06", level: .warn, field: Departure.market,
    words: Words(
      "Thị trường khác với thị trường của chương trình.", "The market is not that of the programme."),
    source: "danh mục chương trình"
  ) { entry, _ in
    guard let programme = entry.code(Departure.programme), let market = entry.code(Departure.market),
      let usual = CodeList.market(ofProgramme: programme)
    else { return false }
    return usual != market
  }
}
