extension Rule {
  /// A new record with a date of return says that the person is back, or the date would not be kept.
  static let returnNeedsItsStatus = Rule(
    code: "B13", level: .block, field: DepartureEntry.returnedOn,
    words: Words(
      "Có ngày về thì trạng thái phải là đã về.",
      "With a date of return the status must say that the person is back."),
    source: "phép tính"
  ) { entry, context in
    guard context.correcting == nil, entry.day(DepartureEntry.returnedOn) != nil, let status = entry.status
    else { return false }
    // Who is back may register again; who never left cannot be back.
    return status.isAbroad || status.phase == .before && entry.day(Departure.departedOn) == nil
  }
}
