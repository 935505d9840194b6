import Model

/// What is asked of a change of status: each status wants to be told something else.
enum StatusFields {
  /// The incident that a status amounts to (decisions on T4).
  static let incident = ["OVERSTAY": "ILLEGAL_STAY", "ILLEGAL_DEPARTURE": "ILLEGAL_DEPARTURE"]

  static func all(for status: String?) -> [FormField] {
    [
      FormField(StatusEvent.status.key, StatusEvent.status.label, .choice("status"), required: true),
      FormField(StatusEvent.on.key, StatusEvent.on.label, .date(.past), required: true),
    ] + own(of: status) + [FormField(StatusEvent.reason.key, StatusEvent.reason.label, .text(max: 120))]
  }

  private static func own(of status: String?) -> [FormField] {
    switch status.flatMap({ Status(code: $0) }) {
    case .extended?:
      [
        FormField(
          StatusEvent.until.key, StatusEvent.until.label, .date(.future), required: true,
          hint: Words(
            "Ngày hết hạn mới của hợp đồng, đủ năm: 05072028.", "The new end, with its year: 05072028."))
      ]
    case .changedEmployer?:
      [
        FormField(
          StatusEvent.employer.key, StatusEvent.employer.label, .text(max: 80), required: true,
          hint: Words("Tên chủ sử dụng lao động mới.", "The name of the new employer."))
      ]
    case .returnedEarly?:
      [
        FormField(
          StatusEvent.cause.key, StatusEvent.cause.label, .choice(CodeList.earlyReturnReasons.id),
          required: true)
      ]
    default: []
    }
  }
}

/// The changes of status of a departure so far, each on a line: day, status, what was told of it.
struct LifeLines {
  let lines: [String]

  init(_ departure: String, _ context: Context) {
    let register = context.register
    let language = context.language
    guard let row = register.row(of: departure)?.row else {
      lines = []
      return
    }
    lines = register.events(of: row).map { event in
      let status = register.code(StatusEvent.status, event).map { CodeList.statuses.text($0, language) }
      let until = register.day(StatusEvent.until, event).map {
        Words("đến \($0.text)", "until \($0.text)")[language]
      }
      let cause = register.code(StatusEvent.cause, event).map {
        CodeList.earlyReturnReasons.text($0, language)
      }
      let told = [
        status, until, register.text(StatusEvent.employer, event), cause,
        register.text(StatusEvent.reason, event),
      ]
      let day = register.day(StatusEvent.on, event)?.text ?? "–"
      return day + "  " + told.compactMap { $0 }.joined(separator: " · ")
    }
  }
}
