extension Rule {
  /// A service enterprise sends those whom it selected abroad within 180 days.
  static let selectionLeadsToDeparture = Rule(
    code: "W23", level: .warn, field: Departure.departedOn,
    words: Words(
      "Quá 180 ngày kể từ khi trúng tuyển mà chưa xuất cảnh.",
      "More than 180 days from selection to departure."),
    source: "Luật 69/2020/QH14, Điều 26 khoản 2 điểm đ"
  ) { entry, context in
    guard let row = context.correcting, entry.code(Departure.contractForm) == "SERVICE_ENT",
      let status = entry.status, entry.hasLeft || status.phase == .before,
      let selected = context.register.events(of: row).first(where: {
        context.register.status(ofEvent: $0) == .selected
      }).flatMap({ context.register.day(StatusEvent.on, $0) })
    else { return false }
    return (entry.day(Departure.departedOn) ?? context.today) - selected > 180
  }
}
