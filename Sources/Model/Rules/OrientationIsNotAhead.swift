extension Rule {
  /// A course that was completed does not lie ahead.
  static let orientationIsNotAhead = Rule(
    code: "B16", level: .block, field: Departure.orientationDate,
    words: Words("Ngày bồi dưỡng sau hôm nay.", "The orientation lies ahead."),
    source: "Luật 69/2020/QH14, Điều 65"
  ) { entry, context in entry.day(Departure.orientationDate).map { $0 > context.today } ?? false }
}
