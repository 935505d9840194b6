extension Rule {
  /// An orientation certificate is valid for 24 months.
  static let certificateIsStillValid = Rule(
    code: "W14", level: .warn, field: Departure.orientationDate,
    words: Words(
      "Bồi dưỡng quá 24 tháng trước ngày đi.", "Orientation lies more than 24 months before the departure."),
    source: "Thông tư 21/2021/TT-BLĐTBXH, Điều 12"
  ) { entry, _ in
    guard let orientation = entry.day(Departure.orientationDate), let left = entry.day(Departure.departedOn)
    else {
      return false
    }
    return orientation.adding(months: 24) < left
  }
}
