extension ReportMatrix {
  /// What a cell of the matrix shows, on the screen and on paper; every state looks different without colour.
  public struct Mark: Sendable, Equatable {
    /// How much it asks to be looked at.
    public enum Tone: Sendable, Equatable { case quiet, plain, late }

    public let text: String
    public let tone: Tone

    init(_ text: String, _ tone: Tone = .plain) { (self.text, self.tone) = (text, tone) }
  }

  /// The legend of the marks of communes.
  static let legendOfCommunes = Words(
    " ? chưa báo · 0 không có · d duyệt · s khóa · t trả lại · x miễn · · chưa đến kỳ",
    " ? missing · 0 nothing · d approved · s sealed · t returned · x exempt · · ahead")

  /// The legend of its marks, which say something else of a unit with several communes.
  public var legend: Words {
    guard cells.contains(where: { $0.contains { $0.standings.count > 1 } }) else {
      return ReportMatrix.legendOfCommunes
    }
    return Words(
      " 2? 2 xã chưa báo · 2 là lượt đi · d duyệt · s khóa · t trả lại · · chưa đến",
      " 2? 2 communes missing · 2 departures · d approved · s sealed · t returned · · ahead")
  }
}

extension ReportMatrix.Cell {
  /// Whether a cell tells how many of its communes miss the month, and not how many people left.
  public func isMissingSeveral(_ period: ReportingPeriod, today: Day) -> Bool {
    standings.count > 1 && missing > 0 && (period.last.map { $0 <= today } ?? false)
  }

  public func mark(_ period: ReportingPeriod, today: Day) -> ReportMatrix.Mark {
    let isOver = period.last.map { $0 <= today } ?? false
    let isOverdue = period.due.map { $0 < today } ?? false
    if standings.isEmpty { return ReportMatrix.Mark(departures > 0 ? "\(departures)" : "", .quiet) }
    if isMissingSeveral(period, today: today) {
      return ReportMatrix.Mark("\(missing)?", isOverdue ? .late : .plain)
    }
    switch state {
    case .exempt: return ReportMatrix.Mark("x", .quiet)
    case .sealed: return ReportMatrix.Mark("\(departures)s")
    case .approved: return ReportMatrix.Mark("\(departures)d")
    case .returned: return ReportMatrix.Mark("\(departures)t", .late)
    case .none where missing > 0:
      return isOver
        ? ReportMatrix.Mark("?", isOverdue ? .late : .plain) : ReportMatrix.Mark("·", .quiet)
    case .nothing, .data, .sent, .none:
      let isApproved = standings.allSatisfy { $0.isExempt || $0.state == .approved || $0.state == .sealed }
      return ReportMatrix.Mark("\(departures)" + (isApproved ? "d" : ""))
    }
  }
}
