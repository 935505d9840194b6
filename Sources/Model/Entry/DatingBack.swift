extension Register {
  /// What brings the steps before a departure to its day, where they are dated later.
  ///
  /// Somebody may be entered as registered today and found to have left last month; the later date would hide
  /// the departure.
  public func datingBack(_ departure: Int, to left: Day) -> [Edit] {
    events(of: departure).compactMap { event in
      guard let on = day(StatusEvent.on, event), on > left,
        code(StatusEvent.status, event).flatMap({ Status(code: $0) })?.phase == .before
      else { return nil }
      let entity = key(.event, event)
      return Edit(entity, [(StatusEvent.on.key, .day(left))], basis: basis(of: entity))
    }
  }
}
