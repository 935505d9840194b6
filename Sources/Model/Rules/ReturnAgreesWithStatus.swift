extension Rule {
  /// In a correction, who is said not to be back any more has no date of return.
  static let returnAgreesWithStatus = Rule(
    code: "B14", level: .block, field: DepartureEntry.returnedOn,
    words: Words("Chưa về nước thì xóa ngày về.", "Who is not back has no date of return."),
    source: "phép tính"
  ) { entry, context in
    guard let row = context.correcting, let code = entry.code(DepartureEntry.status),
      let phase = Status(code: code)?.phase
    else { return false }
    guard entry.day(DepartureEntry.returnedOn) != nil else { return false }
    let isSet = code != context.register.status(of: row, on: context.today)
    return isSet && (phase == .abroad || phase == .before)
  }
}
