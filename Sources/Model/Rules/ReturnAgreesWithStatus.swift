extension Rule {
  /// In a correction, who is back keeps a date of return, and who is said not to be back any more has none.
  static let returnAgreesWithStatus = Rule(
    code: "B14", level: .block, field: DepartureEntry.returnedOn,
    words: Words(
      "Trạng thái đã về thì cần ngày về; chưa về thì xóa ngày về.",
      "Who is back needs a date of return; who is not has none."),
    source: "phép tính"
  ) { entry, context in
    guard let row = context.correcting, let code = entry.code(DepartureEntry.status),
      let phase = Status(code: code)?.phase
    else { return false }
    let register = context.register
    if entry.day(DepartureEntry.returnedOn) == nil {
      return phase == .returned && register.returnedOn(row) != nil
    }
    let isSet = code != register.status(of: row, on: context.today)
    return isSet && (phase == .abroad || phase == .before)
  }
}
