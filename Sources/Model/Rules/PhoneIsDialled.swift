extension Rule {
  /// A phone number is 10 or 11 digits with a zero in front, or +84 and 9 or 10.
  static let phoneIsDialled = Rule(
    code: "N04", level: .hint, field: Worker.phone,
    words: Words(
      "Số điện thoại thường có 10 chữ số, bắt đầu bằng 0.",
      "A phone number usually has 10 digits and begins with 0."),
    source: "mức thường gặp, không phải quy định"
  ) { entry, _ in
    guard let text = entry.text(Worker.phone) else { return false }
    let number = text.filter { $0 != " " && $0 != "." && $0 != "-" }
    let isAbroad = number.hasPrefix("+84")
    let digits = number.dropFirst(isAbroad ? 3 : 1)
    return !(isAbroad || number.hasPrefix("0")) || !(9...10).contains(digits.count)
      || !digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
