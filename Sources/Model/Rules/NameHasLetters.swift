extension Rule {
  /// A name is made of letters; what has none is a number in the wrong field.
  static let nameHasLetters = Rule(
    code: "B18", level: .block, field: Worker.fullName,
    words: Words("Họ và tên phải có chữ.", "A full name has letters in it."),
    source: "Thông tư 20/2021/TT-BLĐTBXH, Điều 3"
  ) { entry, _ in
    entry.text(Worker.fullName).map { !$0.unicodeScalars.contains(where: \.properties.isAlphabetic) } ?? false
  }
}
