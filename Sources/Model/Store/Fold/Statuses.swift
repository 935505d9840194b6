/// Where the events of departures are read, all columns at hand.
struct Statuses {
  private let links: Backlinks
  private let firstLine: Column<Int32>
  private let status: Column<Int32>
  private let on: Column<Int32>
  private let deleted: Column<Int32>
  private let lines: Lines

  init(_ register: borrowing Register) {
    links = register.backlinks[Backlinks.Relation.eventsOfDeparture.rawValue]
    firstLine = register[.event].firstLine
    status = register.column(StatusEvent.status)
    on = register.column(StatusEvent.on)
    deleted = register.column(StatusEvent.deleted)
    lines = register.lines
  }

  /// The status of a departure on a day, as its place in the list; -1 when it has none.
  ///
  /// The latest event by that day decides; of one day the later line, of one line the later status. `latest` becomes
  /// the day of the latest event of any day, where that is later.
  func number(
    of departure: Int, on day: Day, without withdrawn: Set<Int> = [], _ latest: inout Int32
  ) -> Int32 {
    var best = -1
    links.each(of: departure) { row in
      latest = max(latest, on[row])
      guard firstLine[row] >= 0, deleted[row] != 1, status[row] >= 0, status[row] < Table.unlisted,
        on[row] == Table.none || on[row] <= day.rawValue, withdrawn.isEmpty || !withdrawn.contains(row)
      else { return }
      if best < 0 || isLater(row, best) { best = row }
    }
    return best < 0 ? -1 : status[best]
  }

  private func isLater(_ row: Int, _ other: Int) -> Bool {
    if on[row] != on[other] { return on[row] > on[other] }
    let (line, known) = (firstLine[row], firstLine[other])
    if line != known { return lines.isHigher(line, than: known) }
    return status[row] > status[other]
  }
}

extension Register {
  /// The status of a departure on a day, as a code; `withdrawn` are events that are about to be taken back.
  public func status(of departure: Int, on day: Day, without withdrawn: Set<Int> = []) -> String? {
    var latest = Int32.min
    let number = Statuses(self).number(of: departure, on: day, without: withdrawn, &latest)
    return number < 0 ? nil : CodeList.statuses.code(at: Int(number))
  }
}
