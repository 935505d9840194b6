extension Rule {
  /// A programme such as EPS has one usual contract form.
  static let programmeAgreesWithForm = Rule(
    code: "W07", level: .warn, field: Departure.contractForm,
    words: Words(
      "Hình thức hợp đồng khác với thường lệ của chương trình.",
      "The contract form is not the usual one of the programme."),
    source: "danh mục chương trình"
  ) { entry, _ in
    guard let programme = entry.code(Departure.programme), let form = entry.code(Departure.contractForm),
      let usual = CodeList.form(ofProgramme: programme)
    else { return false }
    return usual != form
  }
}
