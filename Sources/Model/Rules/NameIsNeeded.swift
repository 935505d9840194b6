extension Rule {
  /// A departure is a person's.
  static let nameIsNeeded = Rule(
    code: "B02", level: .block, field: Worker.fullName,
    words: Words("Chưa nhập họ và tên.", "The full name is missing."),
    source: "Thông tư 20/2021/TT-BLĐTBXH, Điều 3"
  ) { entry, _ in entry.text(Worker.fullName) == nil }
}
