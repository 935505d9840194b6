import Model

/// The records of one citizen id beside each other; Enter makes them one person.
struct MergeScreen: Screen {
  private let worker: String
  private let name: String
  /// The records, the one that was told of first in front.
  private let records: [Int]
  private var pending: Change.ID?
  private var table: Table

  init?(_ worker: String, _ context: Context) {
    let register = context.register
    guard let row = register.row(of: worker)?.row else { return nil }
    let twins = context.census.twins(of: row)
    guard !twins.isEmpty, let main = register.merged(row).first else { return nil }
    self.worker = worker
    name = register.text(Worker.fullName, ofPerson: row) ?? ""
    records = [main] + twins
    table = Table(
      [Column(Words("Ô", "Field"), width: 15)]
        + records.prefix(3).indices.map { Column(Words("Hồ sơ \($0 + 1)", "Record \($0 + 1)")) }
        + [Column(Words("", ""), width: 9)])
  }

  func breadcrumbs(_ context: Context) -> [String] {
    [Words("Gộp hồ sơ", "Merge records")[context.language], name]
  }

  func facts(_ context: Context) -> String {
    Words("\(records.count) hồ sơ cùng số định danh", "\(records.count) records, one citizen id")[
      context.language]
  }

  var hasLevels: Bool { true }

  func keymap(_ context: Context) -> Keymap {
    let cannot: Words? =
      context.isReadOnly ? Words("Dữ liệu này chỉ để xem", "These data can only be viewed") : nil
    let merge = Binding(
      keys: [.enter], command: .confirm, label: Words("Gộp thành một người", "Merge into one person"),
      inFooter: true, disabled: cannot)
    return (Keymap(bindings: [merge]) + Keymap.shortList).footer(.confirm, .help, .cancel)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .saved(let id) where id == pending:
      let rest = context.register.row(of: worker).map { context.register.conflictCount(.worker, $0.row) } ?? 0
      let words =
        rest == 0
        ? Words("Đã gộp: \(name)", "Merged: \(name)")
        : Words("Đã gộp: \(name) · còn \(rest) ô phải chọn (C)", "Merged: \(name) · \(rest) to choose (C)")
      return [.close, .notify(words, .good)]
    case .failed(let id, _) where id == pending: pending = nil
    case .command(.confirm):
      guard pending == nil else { return [] }
      let change = context.register.merging(records)
      guard !change.isEmpty else { return [.beep] }
      pending = change.id
      return [.save(change)]
    case .command(.cancel), .command(.upLevel): return [.close]
    default: _ = table.handle(input, count: Register.personalFields.count + 1, area: context.body)
    }
    return []
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    let (register, language) = (context.register, context.language)
    let fields = Register.personalFields
    table.draw(in: &frame, area, language, count: fields.count + 1) { index in
      guard fields.indices.contains(index) else {
        let label = Words("Lượt đi", "Departures")[language]
        return Table.Row(
          [Table.Row.Cell(label, .heading)]
            + records.prefix(3).map { Table.Row.Cell(String(register.departures(ofPerson: $0).count)) })
      }
      let field = fields[index]
      let values = records.map { register.value(field, ofPerson: $0) }
      let isSame = Set(values.filter { $0 != .none }).count < 2
      let words = Words("! khác", "! differs")[language]
      return Table.Row(
        [Table.Row.Cell(field.label[language], .heading)]
          + values.prefix(3).map { Table.Row.Cell(text($0, field, language)) }
          + [Table.Row.Cell(isSame ? "" : words, .warning)])
    }
  }

  private func text(_ value: FieldValue, _ field: Field, _ language: Language) -> String {
    switch value {
    case .text(let text), .link(let text): text
    case .code(let code): if case .code(let list) = field.kind { list.text(code, language) } else { code }
    case .day(let day): day.text
    case .none, .integer, .flag, .unit: ""
    }
  }
}
