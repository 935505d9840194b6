/// A month for which communes report; due on the 10th of the following month (data of the plan).
public struct ReportingPeriod: Hashable, Sendable {
  public let year: Int
  public let month: Int
  /// The day of the following month by which it is due, 1 to 28; data of the plan.
  public let dueDay: Int

  public init(year: Int, month: Int, dueDay: Int = Plan.usualReportDueDay) {
    self.year = year
    self.month = month
    self.dueDay = dueDay
  }

  /// `2024-09`.
  public var code: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  public var first: Day? { Day(year: year, month: month, day: 1) }

  public var next: ReportingPeriod {
    month == 12
      ? ReportingPeriod(year: year + 1, month: 1, dueDay: dueDay)
      : ReportingPeriod(year: year, month: month + 1, dueDay: dueDay)
  }

  public var previous: ReportingPeriod {
    month == 1
      ? ReportingPeriod(year: year - 1, month: 12, dueDay: dueDay)
      : ReportingPeriod(year: year, month: month - 1, dueDay: dueDay)
  }

  /// The last day on which a report of the period is in time.
  public var due: Day? { Day(year: next.year, month: next.month, day: dueDay) }

  /// The last period whose due day has come.
  public static func lastDue(on today: Day, dueDay: Int = Plan.usualReportDueDay) -> ReportingPeriod {
    let current = ReportingPeriod(year: today.year, month: today.month, dueDay: dueDay)
    return today.day >= dueDay ? current.previous : current.previous.previous
  }

  /// The last month of a period whose due day has come; of a period that has not begun the last of all.
  static func lastDue(of period: Period, on today: Day, dueDay: Int) -> ReportingPeriod {
    let last = ReportingPeriod(year: period.year, month: period.months.upperBound, dueDay: dueDay)
    return (last.due.map { $0 < today } ?? false) ? last : lastDue(on: today, dueDay: dueDay)
  }

  /// The last day of it.
  public var last: Day? { first?.endOfMonth }

  /// What one commune has said of the period, as known today.
  public struct Standing: Sendable, Equatable {
    public let unit: UnitID
    /// `nil` while nothing was said.
    public let state: PeriodReport.State?
    /// The day of the latest change of state, and the day on which the commune first reported.
    public let on: Day?
    public let receivedOn: Day?
    public let isInTime: Bool

    public var isReceived: Bool { state?.isReceived ?? false }
    public var isExempt: Bool { state == .exempt }
  }

  /// The communes within the asked unit by the places of that month, with what each has said.
  func standings(_ census: Census, _ spread: Spread) -> [(place: Spread.Place, standing: Standing)] {
    guard let first, let due else { return [] }
    let places = census.places
    let register = census.register
    let catalogue = places.catalogue(on: first.endOfMonth)
    // As `PeriodReport.entity` makes it, but put together once and not for every commune.
    let (head, tail) = (Array("report/".utf8), Array("@\(catalogue.rawValue):\(code)".utf8))
    return places.communes(of: catalogue).compactMap { unit in
      let place = spread.place(Int32(unit.index))
      guard places[unit].isOfPlan, place != .outside else { return nil }
      let entity = head + Array(places[unit].code.utf8) + tail
      let row = entity.withUnsafeBufferPointer { register.row(of: $0) }?.row
      return (place, standing(unit, row, due, census))
    }
  }

  /// What one commune has said, by the places of that month.
  public func standing(of unit: UnitID, _ census: Census) -> Standing {
    let entity = PeriodReport.entity(unit: census.places.key(of: unit), period: code)
    return standing(unit, census.register.row(of: entity)?.row, due, census)
  }

  private func standing(_ unit: UnitID, _ row: Int?, _ due: Day?, _ census: Census) -> Standing {
    let register = census.register
    guard let row, let state = register.text(PeriodReport.state, row).flatMap(PeriodReport.State.init)
    else { return Standing(unit: unit, state: nil, on: nil, receivedOn: nil, isInTime: false) }
    let on = register.day(PeriodReport.on, row)
    let received = register.day(PeriodReport.receivedOn, row) ?? on
    // What was said after the day on which one looks is not known yet.
    let isKnown = state == .exempt || received.map { $0 <= census.today } ?? true
    let isInTime = if let received, let due { state.isReceived && isKnown && received <= due } else { false }
    return Standing(
      unit: unit, state: isKnown ? state : nil, on: isKnown ? on : nil, receivedOn: isKnown ? received : nil,
      isInTime: isInTime)
  }
}
