/// Periods that are closed: what was published of them stands until somebody reopens it.
extension Register {
  private static let reopenedUntil = "reopened.until"
  private static let reopenedReason = "reopened.reason"

  /// For how many days a record of a sealed period is open again.
  public static let reopenedDays = 7

  /// The fields of a departure on which published figures rest.
  static let published = [
    Departure.commune, Departure.market, Departure.contractForm, Departure.orientationDate,
    Departure.departedOn,
  ]

  /// Whether the month in which somebody left a commune is sealed, by the places of that month.
  public func isSealed(_ unit: UnitID?, _ left: Day?, places: Places = .standard) -> Bool {
    guard let unit, let left else { return false }
    let period = ReportingPeriod(year: left.year, month: left.month)
    let key = places.key(of: places.inForce(unit, period.last))
    return row(of: PeriodReport.entity(unit: key, period: period.code)).flatMap {
      text(PeriodReport.state, $0.row)
    } == PeriodReport.State.sealed.rawValue
  }

  /// Whether a departure on file lies in a sealed month and is not open again.
  public func isSealed(_ departure: Int, on today: Day) -> Bool {
    isSealed(unit(Departure.commune, departure), day(Departure.departedOn, departure))
      && !(reopened(departure).map { $0 >= today } ?? false)
  }

  /// The last day on which a record of a sealed period may be changed.
  public func reopened(_ departure: Int) -> Day? {
    openValues(.departure, departure, prefix: Register.reopenedUntil).first.flatMap { _, value in
      if case .text(let day) = value { Day(iso: day) } else { nil }
    }
  }

  /// What is kept when one record of a sealed period is opened again for some days.
  public func edits(reopening departure: Int, because reason: String, today: Day) -> [Edit] {
    let entity = key(.departure, departure)
    return [
      Edit(
        entity,
        [
          (Register.reopenedUntil, .day(today + Register.reopenedDays)),
          (Register.reopenedReason, .text(reason)),
        ], basis: basis(of: entity))
    ]
  }

  /// Whether an operation changes what was published of a sealed period.
  public func isSealed(_ operation: Operation, on today: Day) -> Bool {
    guard let record = row(of: operation.entity), record.kind == .departure else { return false }
    let keys = Set(Register.published.map(\.key) + [Departure.deleted.key])
    return operation.fields.contains { keys.contains($0.key) } && isSealed(record.row, on: today)
  }
}
