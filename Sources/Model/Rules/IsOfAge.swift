extension Rule {
  /// Workers abroad are at least 18 years old.
  static let isOfAge = Rule(
    code: "B05", level: .block, field: Worker.birthDate,
    words: Words(
      "Chưa đủ 18 tuổi vào ngày xuất cảnh.", "Younger than 18 on the day of departure."),
    source: "Luật 69/2020/QH14, Điều 44"
  ) { entry, _ in
    guard let birth = entry.day(Worker.birthDate), let left = entry.day(Departure.departedOn) else {
      return false
    }
    return birth.years(until: left) < 18
  }
}
