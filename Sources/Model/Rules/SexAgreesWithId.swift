extension Rule {
  /// The fourth digit of the citizen id tells the sex.
  static let sexAgreesWithId = Rule(
    code: "W01", level: .warn, field: Worker.sex,
    words: Words("Giới tính khác với số định danh.", "The sex differs from the citizen id."),
    source: "Nghị định 137/2015/NĐ-CP, Điều 13"
  ) { entry, _ in
    guard let number = entry.citizenNumber, let sex = entry.code(Worker.sex)
    else { return false }
    return number.sex != sex
  }
}
