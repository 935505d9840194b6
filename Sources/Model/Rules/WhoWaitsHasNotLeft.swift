extension Rule {
  /// Before departure there is no date of departure, unless somebody is back and registers again.
  static let whoWaitsHasNotLeft = Rule(
    code: "W16", level: .warn, field: Departure.departedOn,
    words: Words(
      "Trạng thái trước khi đi mà có ngày xuất cảnh; vẫn tính là đã đi.",
      "A status before departure beside a date of it; counted as left."),
    source: "Kế hoạch 280/KH-UBND, II.2"
  ) { entry, context in
    guard let code = entry.code(DepartureEntry.status), Status(code: code)?.phase == .before,
      entry.day(DepartureEntry.returnedOn) == nil
    else { return false }
    return entry.day(Departure.departedOn).map { $0 <= context.today } ?? false
  }
}
