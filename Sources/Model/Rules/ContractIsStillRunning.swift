extension Rule {
  /// Whose contract has ended is back, has extended it, or stays unlawfully.
  static let contractIsStillRunning = Rule(
    code: "N03", level: .hint, field: DepartureEntry.status,
    words: Words(
      "Hợp đồng đã hết hạn: cập nhật về nước hoặc gia hạn.",
      "The contract has ended: say whether they returned or extended it."),
    source: "Luật 69/2020/QH14, Điều 6 khoản 2 điểm g"
  ) { entry, context in
    guard entry.status == .abroad, let left = entry.day(Departure.departedOn),
      let months = entry.integer(Departure.contractMonths)
    else { return false }
    return left.adding(months: months) < context.today
  }
}
