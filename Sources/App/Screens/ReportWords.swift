import Model

/// How the matrix and the list of a commune's months say what was reported.
enum ReportWords {
  /// What a cell of the matrix shows; every state looks different without colour.
  static func text(_ cell: ReportMatrix.Cell, _ period: ReportingPeriod, today: Day) -> (
    text: String, style: Style
  ) {
    let mark = cell.mark(period, today: today)
    let style: Style =
      switch mark.tone {
      case .quiet: .dim
      case .plain: .plain
      case .late: .warning
      }
    return (mark.text, style)
  }

  static let title = Words("Báo cáo kỳ", "Reports")

  static func facts(_ year: Int, _ context: Context) -> String {
    Words("năm \(year) · \(context.today.text)", "\(year) · \(context.today.text)")[context.language]
  }

  /// What all units have said of a month, in one line.
  static func sentence(_ tally: Progress.Reports, _ period: ReportingPeriod) -> Words {
    let share = Progress.Part(numerator: tally.received, denominator: tally.due)
    let percent = share.percent.map { " (\($0.text(.vi)))" } ?? ""
    let english = share.percent.map { " (\($0.text(.en)))" } ?? ""
    return Words(
      " Tháng \(period.month)/\(period.year): đã báo cáo \(tally.received)/\(tally.due)\(percent), "
        + "đúng hạn \(tally.inTime) · hạn \(period.due?.text ?? "")",
      " \(period.code): reported \(tally.received)/\(tally.due)\(english), "
        + "in time \(tally.inTime) · due \(period.due?.text ?? "")")
  }

  /// Why communes are excused from reporting a month, where any is.
  ///
  /// - Parameter isNamed: whether each stands behind its name, there being several.
  static func exemption(
    _ standings: [ReportingPeriod.Standing], _ period: ReportingPeriod, _ register: Register, isNamed: Bool
  ) -> Words? {
    let places = Places.standard
    let parts = standings.filter { $0.state == .exempt }.compactMap { standing -> String? in
      let entity = PeriodReport.entity(unit: places.key(of: standing.unit), period: period.code)
      guard let note = register.row(of: entity).flatMap({ register.text(PeriodReport.note, $0.row) }) else {
        return nil
      }
      return isNamed ? "\(places[standing.unit].name) – \(note)" : note
    }
    if parts.isEmpty { return nil }
    let all = parts.joined(separator: "; ")
    return Words(" Được miễn vì: \(all)", " Exempt because: \(all)")
  }

  static let ahead = Words("· chưa đến kỳ", "· not ended yet")

  /// What one commune has said of one month, with the day.
  static func state(_ standing: ReportingPeriod.Standing, _ period: ReportingPeriod, today: Day) -> (
    words: Words, style: Style
  ) {
    guard let state = standing.state else {
      guard let last = period.last, last <= today, let due = period.due else {
        return (ahead, .dim)
      }
      let late = today - due
      return late > 0
        ? (Words("? chưa báo cáo, quá \(late) ngày", "? not reported, \(late) days late"), .warning)
        : (Words("? chưa báo cáo, còn \(-late) ngày", "? not reported, \(-late) days left"), .plain)
    }
    let day = standing.on.map { " " + $0.text } ?? ""
    return (
      Words(state.words.vi + day, state.words.en + day), state == .returned ? .warning : .plain
    )
  }
}
