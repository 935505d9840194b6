extension Rule {
  /// The fourth to sixth digits of the citizen id tell the year of birth.
  static let birthYearAgreesWithId = Rule(
    code: "W02", level: .warn, field: Worker.birthDate,
    words: Words("Năm sinh khác với số định danh.", "The birth year differs from the citizen id."),
    source: "Nghị định 137/2015/NĐ-CP, Điều 13"
  ) { entry, _ in
    guard let number = entry.citizenNumber,
      let birth = entry.day(Worker.birthDate)
    else { return false }
    return number.birthYear != birth.year
  }
}
