extension Rule {
  /// Who leaves anew has come back from the contract before.
  static let earlierContractHasEnded = Rule(
    code: "W11", level: .warn, field: Departure.departedOn,
    words: Words(
      "Lượt đi trước của người này chưa ghi về nước.",
      "The person's earlier departure is not recorded as returned."),
    source: "đối chiếu sổ"
  ) { entry, context in
    guard let left = entry.day(Departure.departedOn) else { return false }
    return context.otherDepartures(entry).contains { row in
      guard let before = context.register.day(Departure.departedOn, row), before < left else { return false }
      return context.register.status(of: row, on: left).flatMap { Status(code: $0) }?.isAbroad ?? false
    }
  }
}
