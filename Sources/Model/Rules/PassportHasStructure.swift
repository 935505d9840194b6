extension Rule {
  /// A Vietnamese passport number is one letter and 7 or 8 digits.
  static let passportHasStructure = Rule(
    code: "W05", level: .warn, field: Worker.passport,
    words: Words(
      "Số hộ chiếu thường gồm một chữ cái và 7 hoặc 8 chữ số.",
      "A passport number is usually one letter and 7 or 8 digits."),
    source: "mẫu số hộ chiếu Việt Nam"
  ) { entry, _ in
    guard let text = entry.text(Worker.passport) else { return false }
    do throws(TextProblem) { _ = try PassportNumber(text) } catch { return true }
    return false
  }
}
