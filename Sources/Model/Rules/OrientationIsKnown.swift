extension Rule {
  /// Who has left was trained; where no date is known T3 is missed.
  static let orientationIsKnown = Rule(
    code: "W13", level: .warn, field: Departure.orientationDate,
    words: Words(
      "Chưa có ngày bồi dưỡng trước khi đi.", "The orientation before departure is not known."),
    source: "Kế hoạch 280/KH-UBND, II.2"
  ) { entry, _ in entry.hasLeft && entry.day(Departure.orientationDate) == nil }
}
