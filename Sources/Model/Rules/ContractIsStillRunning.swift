extension Rule {
  /// Whose contract has ended is back, has extended it, or stays unlawfully.
  static let contractIsStillRunning = Rule(
    code: "N03", level: .hint, field: DepartureEntry.status,
    words: Words(
      "Hợp đồng đã hết hạn: cập nhật về nước hoặc gia hạn.",
      "The contract has ended: say whether they returned or extended it."),
    source: "Luật 69/2020/QH14, Điều 6 khoản 2 điểm g"
  ) { entry, context in
    guard let status = entry.status, status.phase == .abroad,
      status == .abroad || context.extendedUntil != nil, let end = context.contractEnd(entry)
    else { return false }
    return end < context.today
  }
}
