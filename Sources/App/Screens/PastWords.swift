import Model

/// One change of a record's history in words; identity numbers are masked, unless there is no mask.
struct PastWords {
  private let change: PastChange
  private let register: Register
  private let language: Language
  private let mask: Character?

  init(_ change: PastChange, _ context: Context, mask: Character? = nil) {
    self.change = change
    register = context.register
    language = context.language
    self.mask = mask
  }

  /// What the field is called; of a record that was made, what it is.
  var label: String {
    if change.record.kind == .review, let year = register.integer(HouseholdReview.year, change.record.row) {
      return Words("Diện hộ \(year)", "Class \(year)")[language]
    }
    if change.isFirst || isDeletion { return change.record.kind.words[language] }
    return change.field?.label[language] ?? PastWords.label(ofOpen: change.key)[language]
  }

  /// What a key outside the declarations is called.
  static func label(ofOpen key: String) -> Words {
    guard key.hasPrefix("override.") else { return Words(key, key) }
    let code = key.dropFirst("override.".count)
    return Words("Lý do \(code)", "Reason \(code)")
  }

  private var isDeletion: Bool { change.field?.key == "deleted" }

  var from: String {
    change.isFirst ? Words("(mới)", "(new)")[language] : isDeletion ? "" : text(change.from)
  }

  var to: String {
    guard isDeletion else { return text(change.to) }
    return (change.to == .flag(true) ? Words("(đã xóa)", "(deleted)") : Words("(khôi phục)", "(restored)"))[
      language]
  }

  /// The whole change, where there is room for it.
  var sentence: String {
    change.isFirst || isDeletion
      ? to : Words("từ “\(from)” thành “\(to)”", "from “\(from)” to “\(to)”")[language]
  }

  /// Who saved it, when, and whether by taking something back.
  func saved(_ author: LineAuthor?) -> Words {
    let time = author.flatMap { LocalTime(instant: $0.time)?.text } ?? ""
    let parts = [author?.user ?? "", time].filter { !$0.isEmpty }
    let (vi, en) =
      switch author?.reversal {
      case nil: ("", "")
      case .undo: (" · hoàn tác", " · undo")
      case .redo: (" · làm lại", " · redo")
      }
    let who = parts.joined(separator: " · ")
    return Words(
      " Dòng \(change.number) · \(who)\(vi)", " Line \(change.number) · \(who)\(en)")
  }

  private func text(_ value: FieldValue) -> String {
    if case .code(let code) = value, case .code(let list)? = change.field?.kind {
      return list.text(code, language)
    }
    guard case .text(let text) = value else { return value.text(of: change.field, register, language) }
    if let mask, change.record.kind == .worker, PastWords.secret.contains(change.key) {
      return CitizenNumber.masked(text, mask)
    }
    if change.key == PeriodReport.state.key, let state = state(text) { return state[language] }
    // A household or a batch that nobody has named has an id for a name.
    return LineID(text) == nil ? text : Words("(chưa đặt mã)", "(unnamed)")[language]
  }

  /// What a state of a report or of an incident is called.
  private func state(_ text: String) -> Words? {
    switch change.record.kind {
    case .report: PeriodReport.State(rawValue: text)?.words
    case .incident: text == "open" ? Words("chưa xong", "open") : Words("đã xong", "closed")
    default: nil
    }
  }

  private static let secret: Set = [Worker.citizenId.key, Worker.passport.key]
}
