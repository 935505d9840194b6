extension Rule {
  /// An illegal stay or departure is an incident of T4, which counts incidents alone.
  static let violationHasIncident = Rule(
    code: "N09", level: .hint, field: DepartureEntry.status,
    words: Words(
      "Chưa có vụ việc cho vi phạm này: T4 chỉ đếm vụ việc.",
      "No incident is on file for this: T4 counts incidents only."),
    source: "Kế hoạch 280/KH-UBND, II.1"
  ) { entry, context in
    guard entry.status == .overstay || entry.status == .illegalDeparture else { return false }
    let people = context.people(entry)
    return !context.register.records(.incident).contains { row in
      context.register.link(Incident.worker, row).map(people.contains) ?? false
    }
  }
}
