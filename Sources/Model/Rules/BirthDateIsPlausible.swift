extension Rule {
  /// Nobody is born after today.
  static let birthDateIsPlausible = Rule(
    code: "B04", level: .block, field: Worker.birthDate,
    words: Words("Ngày sinh sau hôm nay.", "The birth date lies in the future."),
    source: "phép tính"
  ) { entry, context in entry.day(Worker.birthDate).map { $0 > context.today } ?? false }
}
