extension Rule {
  /// A passport on file with another citizen id belongs to another person or is a slip of the pen; the entry becomes a
  /// record of its own, which can be merged with the other one later.
  static let passportHasOneHolder = Rule(
    code: "W04", level: .warn, field: Worker.passport,
    words: Words(
      "Hộ chiếu này đã có với số định danh khác; lưu thành hồ sơ riêng.",
      "This passport is on file with another id; kept as a record apart."),
    source: "đối chiếu sổ"
  ) { entry, context in
    guard let citizenId = entry.text(Worker.citizenId) else { return false }
    let own = context.correctedPerson
    return context.people(Worker.passport, entry.text(Worker.passport)).contains { worker in
      !own.contains(worker)
        && context.register.text(Worker.citizenId, ofPerson: worker).map { $0 != citizenId } ?? false
    }
  }
}
