extension Rule {
  /// A person is found by the citizen id or the passport.
  static let identityIsNeeded = Rule(
    code: "B03", level: .block, field: Worker.citizenId,
    words: Words("Cần số định danh hoặc số hộ chiếu.", "A citizen id or a passport number is needed."),
    source: "Thông tư 20/2021/TT-BLĐTBXH, Điều 3"
  ) { entry, _ in entry.text(Worker.citizenId) == nil && entry.text(Worker.passport) == nil }
}
