extension Rule {
  /// Nobody comes back before leaving.
  static let returnFollowsDeparture = Rule(
    code: "B10", level: .block, field: DepartureEntry.returnedOn,
    words: Words("Ngày về trước ngày đi.", "The return lies before the departure."),
    source: "phép tính"
  ) { entry, _ in
    guard let back = entry.day(DepartureEntry.returnedOn), let left = entry.day(Departure.departedOn) else {
      return false
    }
    return back < left
  }
}
