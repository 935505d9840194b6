extension Rule {
  /// The same name and birth date under another number may be the same person.
  static let nameAndBirthAreNew = Rule(
    code: "W17", level: .warn, field: Worker.fullName,
    words: Words(
      "Đã có người cùng họ tên, ngày sinh với số giấy tờ khác.",
      "This name and birth date are on file under another number."),
    source: "đối chiếu sổ"
  ) { entry, context in
    guard let name = entry.text(Worker.fullName), let birth = entry.day(Worker.birthDate) else {
      return false
    }
    let own = context.correctedPerson
    func isSame(_ field: Field, _ worker: Int) -> Bool {
      guard let text = entry.text(field) else { return false }
      return text == context.register.text(field, ofPerson: worker)
    }
    return context.hasPerson(name, born: birth) { worker in
      !own.contains(worker) && context.register.isRecord(.worker, worker) && !isSame(Worker.citizenId, worker)
        && !isSame(Worker.passport, worker)
    }
  }
}
