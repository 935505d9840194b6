extension Rule {
  /// A phone number is 8 to 15 digits, with spaces, dots, hyphens or a plus among them.
  static let phoneHasDigits = Rule(
    code: "B19", level: .block, field: Worker.phone,
    words: Words(
      "Gồm 8–15 chữ số, chỉ kèm dấu cách, +, dấu chấm, gạch nối.",
      "A phone number is 8–15 digits, with spaces, +, dots or hyphens."),
    source: "ITU-T E.164 (nhiều nhất 15 chữ số)"
  ) { entry, _ in
    guard let text = entry.text(Worker.phone) else { return false }
    let digits = text.unicodeScalars.filter { ("0"..."9").contains($0) }
    let others = text.unicodeScalars.filter { !("0"..."9").contains($0) }
    return !(8...15).contains(digits.count) || !others.allSatisfy(" +.-".unicodeScalars.contains)
  }
}
