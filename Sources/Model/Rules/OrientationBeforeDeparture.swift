extension Rule {
  /// Orientation is completed before leaving (T3).
  static let orientationBeforeDeparture = Rule(
    code: "W12", level: .warn, field: Departure.orientationDate,
    words: Words("Ngày bồi dưỡng sau ngày đi.", "Orientation lies after the departure."),
    source: "Luật 69/2020/QH14, Điều 65"
  ) { entry, _ in
    guard let orientation = entry.day(Departure.orientationDate), let left = entry.day(Departure.departedOn)
    else {
      return false
    }
    return orientation > left
  }
}
