/// Where departures are read for the figures, all columns at hand.
struct DepartureReader {
  private let statuses: Statuses
  private let firstLine: Column<Int32>
  private let deleted: Column<Int32>
  private let commune: Column<Int32>
  private let form: Column<Int32>
  private let departedOn: Column<Int32>
  private let orientationDate: Column<Int32>
  /// A bit for each status with which a departure does not count, and for each before going.
  private let excluded: UInt64
  private let before: UInt64

  init(_ register: Register) {
    statuses = Statuses(register)
    firstLine = register[.departure].firstLine
    deleted = register.column(Departure.deleted)
    commune = register.column(Departure.commune)
    form = register.column(Departure.contractForm)
    departedOn = register.column(Departure.departedOn)
    orientationDate = register.column(Departure.orientationDate)
    excluded = [Status.withdrawn, .rejected, .illegalDeparture].reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    before = Status.allCases.filter { $0.phase == .before }.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// What the figures ask of a departure on a day; `latest` becomes the latest day it names, where that is later.
  func facts(of row: Int, on today: Day, _ latest: inout Int32) -> DepartureFacts {
    let status = statuses.number(of: row, on: today, &latest)
    let left = departedOn[row]
    latest = max(latest, left)
    guard firstLine[row] >= 0, deleted[row] != 1 else { return .nothing }
    var facts = DepartureFacts(unit: commune[row], left: Day(rawValue: left), status: status)
    let mark: UInt64 = status < 0 ? 0 : 1 << UInt64(status)
    let isGone = left != Table.none && left <= today.rawValue
    facts.hasLeft =
      isGone && form[row] >= 0 && form[row] < Table.unlisted
      && excluded & mark == 0
    facts.isTrained = left != Table.none && orientationDate[row] != Table.none && orientationDate[row] <= left
    facts.isWaiting = !isGone && before & mark != 0
    return facts
  }
}
