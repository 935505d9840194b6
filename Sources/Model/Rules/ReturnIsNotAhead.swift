extension Rule {
  /// A return that has happened does not lie ahead.
  static let returnIsNotAhead = Rule(
    code: "B17", level: .block, field: DepartureEntry.returnedOn,
    words: Words("Ngày về sau hôm nay.", "The return lies ahead."),
    source: "phép tính"
  ) { entry, context in entry.day(DepartureEntry.returnedOn).map { $0 > context.today } ?? false }
}
