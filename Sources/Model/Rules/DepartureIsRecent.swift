extension Rule {
  /// A departure more than five years ago is more often a slip of the pen.
  static let departureIsRecent = Rule(
    code: "W19", level: .warn, field: Departure.departedOn,
    words: Words("Ngày xuất cảnh đã quá 5 năm.", "The departure lies more than five years ago."),
    source: "mức thường gặp, không phải quy định"
  ) { entry, context in entry.day(Departure.departedOn).map { $0.adding(months: 60) < context.today } ?? false
  }
}
