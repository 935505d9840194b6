extension Rule {
  /// A return without a date is dated today.
  static let returnIsDated = Rule(
    code: "N10", level: .hint, field: DepartureEntry.returnedOn,
    words: Words("Chưa có ngày về: sẽ ghi là hôm nay.", "No date of return: today will be kept."),
    source: "phép tính"
  ) { entry, context in
    context.correcting == nil && entry.status?.phase == .returned
      && entry.day(DepartureEntry.returnedOn) == nil
  }
}
