import Model

/// A save that is taken back or brought back, in the words by which a clerk knows it.
struct ReversedStep: Sendable {
  private let kind: Reversal.Kind
  private let changes: [Change]
  /// As it was called before, for what has no name any more.
  private let before: Words?

  init(_ kind: Reversal.Kind, _ changes: [Change], _ register: Register) {
    (self.kind, self.changes) = (kind, changes)
    before = ReversedStep.words(kind, changes, register)
  }

  /// What is said once it is done.
  func done(_ register: Register) -> Words {
    let what = ReversedStep.words(kind, changes, register) ?? before ?? Words("–", "–")
    return switch kind {
    case .undo: Words("Đã hoàn tác: \(what.vi)", "Taken back: \(what.en)")
    case .redo: Words("Đã làm lại: \(what.vi)", "Brought back: \(what.en)")
    }
  }

  /// Why changes cannot be taken back here: of a sealed month nobody's, of what a supervisor has said only theirs.
  static func refusal(of changes: [Change], _ context: Context) -> Words? {
    let (register, operations) = (context.register, changes.flatMap(\.operations))
    if operations.contains(where: { register.isSealed($0, on: context.today) }) {
      return Words("Tháng ấy đã khóa sổ: không hoàn tác được", "That month is sealed: it stays as it is")
    }
    let isTheirs = operations.contains { operation in
      guard let record = register.row(of: operation.entity), record.kind == .report else { return false }
      let state = register.text(PeriodReport.state, record.row).flatMap(PeriodReport.State.init)
      return state.map { [.approved, .sealed, .returned, .exempt].contains($0) } ?? false
    }
    return isTheirs ? ReportActions.refusal(context) : nil
  }

  static func nothing(_ kind: Reversal.Kind) -> Words {
    switch kind {
    case .undo: Words("Không có gì để hoàn tác", "There is nothing to take back")
    case .redo: Words("Không có gì để làm lại", "There is nothing to bring back")
    }
  }

  static func refused(_ kind: Reversal.Kind, _ step: Steps.Step, _ register: Register) -> Words {
    let record = main(step.lines.flatMap { register.records(saidBy: $0) })
    let title = Words(
      record.map { register.title($0, .vi) } ?? "bản ghi này",
      record.map { register.title($0, .en) } ?? "this record")
    return switch kind {
    case .undo:
      Words(
        "Không hoàn tác được: người khác đã sửa tiếp \(title.vi)",
        "This cannot be taken back: others have changed \(title.en) since")
    case .redo:
      Words(
        "Không làm lại được: người khác đã sửa tiếp \(title.vi)",
        "This cannot be brought back: others have changed \(title.en) since")
    }
  }

  /// The kinds by which a save is known, first those that say most.
  private static let order: [EntityKind] = [.departure, .incident, .update, .event, .review, .count]

  private static func main(_ records: [RecordID]) -> RecordID? {
    records.min { rank($0.kind) < rank($1.kind) }
  }

  private static func rank(_ kind: EntityKind) -> Int { order.firstIndex(of: kind) ?? order.count }

  /// Whose record, and which fields: “Lao động mẫu 01, thị trường”; nothing where the record has no name.
  private static func words(_ kind: Reversal.Kind, _ changes: [Change], _ register: Register) -> Words? {
    let operations = changes.first?.operations ?? []
    let deleting = operations.filter { $0["deleted"] != nil }
    let records = (deleting.isEmpty ? operations : deleting).compactMap { register.row(of: $0.entity) }
    guard let record = main(records), register.title(record, .vi) != "–" else { return nil }
    let isGone = deleting.contains { $0["deleted"] == .bool(true) }
    func sentence(_ language: Language) -> String {
      let others = changes.count - 1
      let more = Words(" và \(others) bản ghi khác", " and \(others) more")[language]
      let what =
        deleting.isEmpty
        ? fields(operations, register, language) ?? record.kind.words[language]
        : isGone == (kind == .undo)
          ? Words("\(record.kind.words.vi) mới", "new \(record.kind.words.en)")[language]
          : Words("lần xóa \(record.kind.words.vi)", "deletion of the \(record.kind.words.en)")[language]
      return "\(register.title(record, language))\(others > 0 ? more : ""), \(what)"
    }
    return Words(sentence(.vi), sentence(.en))
  }

  /// So many fields are named.
  private static let mostFields = 3

  /// The names of the fields; nothing for records that are always saved as a whole.
  private static func fields(_ operations: [Operation], _ register: Register, _ language: Language) -> String?
  {
    let labels = operations.flatMap { operation -> [String] in
      guard let kind = register.row(of: operation.entity)?.kind,
        kind.fields.contains(where: { $0.key == "deleted" })
      else { return [] }
      return operation.fields.map { assignment in
        kind.fields.first { $0.key == assignment.key }?.label[language]
          ?? PastWords.label(ofOpen: assignment.key)[language]
      }
    }
    guard !labels.isEmpty else { return nil }
    var seen: Set<String> = []
    let names = labels.filter { seen.insert($0).inserted }.map { $0.prefix(1).lowercased() + $0.dropFirst() }
    return names.prefix(mostFields).joined(separator: ", ") + (names.count > mostFields ? "…" : "")
  }
}
