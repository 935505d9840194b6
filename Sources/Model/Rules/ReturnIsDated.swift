extension Rule {
  /// Who is said to be back came back on a day: none is invented.
  static let returnIsDated = Rule(
    code: "B22", level: .block, field: DepartureEntry.returnedOn,
    words: Words("Đã về nước thì cần ngày về.", "Who is back came back on a day: type it."),
    source: "phép tính"
  ) { entry, _ in entry.status?.phase == .returned && entry.day(DepartureEntry.returnedOn) == nil }
}
