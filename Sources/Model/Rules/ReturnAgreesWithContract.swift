extension Rule {
  /// Who is back in time stayed to the end of the contract, give or take a month; who is back early did not.
  static let returnAgreesWithContract = Rule(
    code: "W21", level: .warn, field: DepartureEntry.returnedOn,
    words: Words(
      "Ngày về không khớp thời hạn hợp đồng và trạng thái.",
      "The return does not fit the contract's length and the status."),
    source: "Luật 69/2020/QH14, Điều 6 khoản 2 điểm g"
  ) { entry, context in
    guard let back = entry.day(DepartureEntry.returnedOn),
      let end = context.contractEnd(entry)
    else { return false }
    switch entry.status {
    case .returnedOnTime?: return back < end.adding(months: -1)
    case .returnedEarly?: return back > end
    default: return false
    }
  }
}
