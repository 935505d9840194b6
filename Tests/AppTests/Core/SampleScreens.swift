import Model

@testable import App

/// A list of names, for tests of what lies around a screen.
struct ListScreen: Screen {
  let names: [String]
  var extra: [Binding] = []
  var table = Table([Column(Words("Tên", "Name")), Column(Words("Số", "Number"), width: 6, .right)])
  var inputs: [Input] = []

  func breadcrumbs(_ context: Context) -> [String] { ["Nhập", "Bát Xát", "Mường Hum"] }
  func facts(_ context: Context) -> String { "năm \(context.today.year)" }
  func keymap(_ context: Context) -> Keymap { Keymap(bindings: extra) + .list }
  var isTyping: Bool { table.isTyping }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    inputs.append(input)
    let isTaken = table.handle(input, count: names.count, area: context.body) {
      names[$0].folded.contains($1.folded)
    }
    if isTaken { return [] }
    switch input {
    case .command(.confirm): return [.open(.tasks())]
    case .command(.cancel): return [.close]
    case .command(.add): return [.notify(Words("thêm", "add"))]
    default: return []
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    table.draw(in: &frame, area, context.language, count: names.count) {
      Table.Row([names[$0], String($0 + 1)])
    }
  }
}

/// A form that saves, for tests of drafts and of saving.
struct FormScreen: Screen {
  var form: Form
  var asked: Change.ID?

  init(form: Form = .sample) { self.form = form }

  func breadcrumbs(_ context: Context) -> [String] { ["Nhập", "lô 3"] }
  func keymap(_ context: Context) -> Keymap { .form }
  var isTyping: Bool { true }

  var draft: DraftRecord? {
    guard form.isChanged else { return nil }
    return DraftRecord(id: "one", kind: "departure", texts: form.draft, focus: form.focusID)
  }

  mutating func update(_ input: Input, _ context: Context) -> [Effect] {
    switch input {
    case .saved:
      form = .sample
      return [.close, .notify(Words("Đã lưu", "Saved"))]
    default: break
    }
    return form.update(input, area: context.body).flatMap { event -> [Effect] in
      switch event {
      case .beep: return [.beep]
      case .cancel: return [.close]
      case .save:
        guard form.finish() != nil else { return [.beep] }
        let change = Change(operations: [])
        asked = change.id
        return [.save(change)]
      default: return []
      }
    }
  }

  func draw(in frame: inout Frame, _ area: Rect, _ context: Context) {
    form.draw(in: &frame, area, context.language)
  }
}

extension ChoiceList {
  static let peoples = ChoiceList([
    Choice("KINH", "Kinh"), Choice("MONG", "Mông", aliases: ["H'Mông", "Mèo"], weight: 9),
    Choice("DAO", "Dao", weight: 8), Choice("TAY", "Tày", weight: 7), Choice("GIAY", "Giáy", weight: 6),
    Choice("MUONG", "Mường"), Choice("MANG", "Mảng"), Choice("MNONG", "Mnông"), Choice("NUNG", "Nùng"),
    Choice("PHU_LA", "Phù Lá"), Choice("HA_NHI", "Hà Nhì"), Choice("LA_CHI", "La Chí"),
  ])

  static let communes = ChoiceList([
    Choice("02728", "Mường Hum"), Choice("02731", "Dền Sáng"), Choice("02740", "Mường Vi"),
    Choice("02761", "Mường Khương"), Choice("02800", "Bản Lầu"),
  ])
}

extension Form {
  static let sampleFields = [
    FormField("name", Words("Họ và tên", "Full name"), .name(max: 80), required: true),
    FormField(
      "id", Words("Số định danh", "Citizen id"), .digits(12),
      check: { $0.hasPrefix("000") ? Words("không có tỉnh 000", "no province 000") : nil }),
    FormField("birth", Words("Ngày sinh", "Birth date"), .date(.birth)),
    FormField("sex", Words("Giới tính", "Sex"), .choice("sex"), beside: true),
    FormField(
      "people", Words("Dân tộc", "Ethnic group"), .choice("peoples"),
      hint: Words("gõ chữ đầu hoặc số thứ tự", "type letters or a number")),
    FormField("passport", Words("Số hộ chiếu", "Passport"), .ascii(max: 9)),
    FormField(
      "market", Words("Thị trường", "Market"), .choice("markets"),
      group: Words("chung của lô", "of the batch")),
    FormField("left", Words("Ngày xuất cảnh", "Departed on"), .date(.near)),
    FormField("months", Words("Số tháng HĐ", "Months"), .number(1...120), beside: true),
    FormField("note", Words("Ghi chú", "Note"), .text(max: 20), group: Words("khác", "other")),
  ]

  static var sample: Form {
    Form(
      sampleFields, today: .of(2024, 9, 30),
      lists: [
        "peoples": .peoples,
        "sex": ChoiceList([Choice("M", "nam"), Choice("F", "nữ")]),
        "markets": ChoiceList([Choice("JP", "Nhật Bản", weight: 2), Choice("TW", "Đài Loan", weight: 1)]),
      ])
  }

  /// Plays keys on the form alone, as its keymap reads them.
  mutating func press(_ script: String) -> [FormEvent] {
    Key.script(script).flatMap { key -> [FormEvent] in
      if case .character(let character) = key { return update(.text(Typed(String(character)))) }
      return Keymap.form.command(for: key).map { update(.command($0)) } ?? []
    }
  }
}
