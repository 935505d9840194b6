extension Rule {
  /// Few leave for work abroad after sixty; the year of birth may be a slip of the pen.
  static let ageIsUsual = Rule(
    code: "W20", level: .warn, field: Worker.birthDate,
    words: Words(
      "Quá 60 tuổi khi đi: kiểm tra năm sinh.", "Older than 60 when leaving: check the year of birth."),
    source: "mức thường gặp, không phải quy định"
  ) { entry, context in
    guard let birth = entry.day(Worker.birthDate) else { return false }
    return birth.years(until: entry.day(Departure.departedOn) ?? context.today) > 60
  }
}
