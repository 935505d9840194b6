extension Rule {
  /// 12 digits: province or country of birth, century and sex, year of birth, six more.
  static let citizenIdHasStructure = Rule(
    code: "B01", level: .block, field: Worker.citizenId,
    words: Words(
      "Số định danh phải đủ 12 chữ số đúng cấu trúc.", "A citizen id is 12 digits of the legal structure."),
    source: "Nghị định 137/2015/NĐ-CP, Điều 13"
  ) { entry, _ in entry.text(Worker.citizenId) != nil && entry.citizenNumber == nil }
}
