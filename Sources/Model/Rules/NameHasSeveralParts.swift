extension Rule {
  /// A full name is a family name and a given name.
  static let nameHasSeveralParts = Rule(
    code: "N05", level: .hint, field: Worker.fullName,
    words: Words(
      "Họ và tên chỉ có một tiếng: xem đã đủ chưa.",
      "The full name is a single word: see whether it is whole."),
    source: "Thông tư 20/2021/TT-BLĐTBXH, Điều 3"
  ) { entry, _ in entry.text(Worker.fullName).map { !$0.contains(" ") } ?? false }
}
