extension Rule {
  /// A departure that has happened does not lie ahead; a plan has a field of its own.
  static let departureIsNotAhead = Rule(
    code: "B08", level: .block, field: Departure.departedOn,
    words: Words(
      "Ngày xuất cảnh sau hôm nay; ngày dự kiến có ô riêng.",
      "The departure lies ahead; a planned date has a field of its own."),
    source: "Kế hoạch 280/KH-UBND, II.2"
  ) { entry, context in entry.day(Departure.departedOn).map { $0 > context.today } ?? false }
}
