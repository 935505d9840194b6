extension Rule {
  /// What is said while records of the command line are read, before an entry can be held against the other rules.
  public static let whileReading: [Rule] = [
    reading(
      "B00", "Giá trị không đọc được, thiếu hoặc sai kiểu.",
      "A value cannot be read, is missing or of the wrong type."),
    reading("B11", "Không có ai mang số định danh này.", "Nobody on file has this citizen id."),
    reading("B12", "Kế hoạch không có mục hoặc chỉ tiêu này.", "The plan has no such clause or target."),
    reading(
      "B15", "Ngày sau hôm nay, hoặc kỳ chưa hết.", "A day after today, or the period has not ended."),
    reading(
      "B21", "Báo không phát sinh cho kỳ có lượt xuất cảnh.", "People left in that period."),
    reading(
      "W22", "Phân bổ cộng lại khác với chỉ tiêu.", "The shares add up to something else than the value.",
      .warn),
  ]

  private static func reading(_ code: String, _ vi: String, _ en: String, _ level: Level = .block) -> Rule {
    Rule(
      code: code, level: level, field: Worker.citizenId, words: Words(vi, en), source: "phép tính"
    ) { _, _ in false }
  }
}
