extension Rule {
  /// A status follows the one before, some steps left out perhaps; anything else needs a reason.
  static let statusFollows = Rule(
    code: "W18", level: .warn, field: DepartureEntry.status,
    words: Words(
      "Trạng thái này thường không đi sau trạng thái trước đó.",
      "This status does not usually follow the one before."),
    source: "danh mục trạng thái; Luật 69/2020/QH14, Điều 46"
  ) { entry, context in
    guard let row = context.correcting, let wanted = entry.status else { return false }
    var steps = context.register.steps(of: row, until: context.today)
    if steps.last == wanted { steps.removeLast() }
    guard let before = steps.last else { return false }
    // Leaving out the return of who is said to be abroad is no step back: the return is taken back.
    if before.phase == .returned, wanted.isAbroad || wanted.phase == .before { return false }
    return !before.leads(to: wanted)
  }
}

extension Status {
  /// Whether a status follows directly, or with steps between that nobody wrote down; a new registration is no such step.
  func leads(to wanted: Status) -> Bool {
    if canBecome(wanted) || self == wanted { return true }
    var seen: Set<Status> = [self]
    var waiting = next
    while let status = waiting.popLast() {
      guard status != .registered || self == .interested, seen.insert(status).inserted else { continue }
      waiting += status.next
    }
    return seen.contains(wanted)
  }
}

extension Register {
  /// The statuses of a departure by a day, in the order of their dates.
  fileprivate func steps(of departure: Int, until today: Day) -> [Status] {
    var steps: [Status] = []
    for event in events(of: departure) where day(StatusEvent.on, event).map({ $0 <= today }) ?? true {
      if let status = status(ofEvent: event) { steps.append(status) }
    }
    return steps
  }
}
