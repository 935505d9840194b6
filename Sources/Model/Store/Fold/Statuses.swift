extension Register {
  /// The status of a departure on a day, as its place in the list; -1 when it has none.
  ///
  /// The latest event by that day decides; of one day the later line, of one line the later status.
  func statusNumber(of departure: Int, on day: Day, without withdrawn: Set<Int> = []) -> Int32 {
    let events = tables[EntityKind.event.index]
    let status = events.columns[StatusColumns.status]
    let on = events.columns[StatusColumns.on]
    let deleted = events.columns[StatusColumns.deleted]
    var best = -1
    backlinks[Backlinks.Relation.eventsOfDeparture.rawValue].each(of: departure) { row in
      guard events.firstLine[row] >= 0, deleted[row] != 1, status[row] >= 0, status[row] < Table.unlisted,
        on[row] == Table.none || on[row] <= day.rawValue, !withdrawn.contains(row)
      else { return }
      if best < 0 || isLater(row, best) { best = row }
    }
    func isLater(_ row: Int, _ other: Int) -> Bool {
      if on[row] != on[other] { return on[row] > on[other] }
      let (line, known) = (events.firstLine[row], events.firstLine[other])
      if line != known { return lines.isHigher(line, than: known) }
      return status[row] > status[other]
    }
    return best < 0 ? -1 : status[best]
  }

  /// The status of a departure on a day, as a code; `withdrawn` are events that are about to be taken back.
  public func status(of departure: Int, on day: Day, without withdrawn: Set<Int> = []) -> String? {
    let number = statusNumber(of: departure, on: day, without: withdrawn)
    return number < 0 ? nil : CodeList.statuses.code(at: Int(number))
  }
}

/// Where the fields of an event stand among its columns.
private enum StatusColumns {
  static let status = column(StatusEvent.status)
  static let on = column(StatusEvent.on)
  static let deleted = column(StatusEvent.deleted)

  private static func column(_ field: Field) -> Int {
    EntityKind.fieldNumbers[EntityKind.event.index].firstIndex(of: field.number) ?? 0
  }
}
