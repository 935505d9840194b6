import Model

/// What a form tells its screen.
enum FormEvent: Equatable, Sendable {
  /// The text of a field has changed.
  case edited(String)
  /// A field was finished; its value is settled and the draft is worth keeping.
  case left(String)
  case save
  case saveAndNext
  /// One safe step back.
  case cancel
  /// Something was refused.
  case beep
  /// The same, for a reason that is to be said.
  case refused(Words)
  /// A command that is not the form's.
  case other(Command)
}

/// A record being filled in, declared as a list of fields.
struct Form: Sendable {
  let fields: [FormField]
  private(set) var cells: [FormCell]
  private(set) var focus = 0
  /// What the same fields held in the record before, for the repeat keys.
  var previous: [String: FieldValue] = [:]
  /// What was typed before in fields that hold free text.
  var suggestions: [String: Suggestions] = [:]
  /// Whether the clerk has gone past the last field: then the message says how to save.
  private(set) var isAtEnd = false
  /// Whether saving was tried, so that what is missing is marked.
  private(set) var wasFinished = false
  /// The field that was left last.
  private(set) var lastLeft: Int?
  /// The field of which the rules have said something since that they did not say before.
  private(set) var justCaused: Int?
  /// Whether a complete code has just moved on by itself: then the key by which hands move on does so no further.
  var hasJustAdvanced = false
  /// Whether what is on file stands whole in fields that are secret.
  var showsSecrets = false
  /// Whether many such records are typed one after the other; the quick keys are for those.
  let isOneOfMany: Bool

  init(
    _ fields: [FormField], today: Day, lists: [String: ChoiceList] = [:], isOneOfMany: Bool = true
  ) {
    self.fields = fields
    self.isOneOfMany = isOneOfMany
    cells = fields.map { FormCell(Form.editor($0.kind, today, lists)) }
  }

  private static func editor(
    _ kind: FormField.Kind, _ today: Day, _ lists: [String: ChoiceList]
  ) -> FormCell.Editor {
    switch kind {
    case .text(let max): .text(TextField(limit: max))
    case .name(let max): .text(TextField(limit: max))
    case .digits(let count): .code(CodeField(length: count))
    case .ascii(let max): .text(TextField(limit: max, alphabet: .ascii))
    case .phone: .text(TextField(limit: 20, alphabet: .phone))
    case .date(let meaning): .date(DateField(meaning: meaning, today: today))
    case .number(let range): .number(NumberField(in: range))
    case .choice(let list): .choice(Picker(lists[list] ?? .empty))
    }
  }

  var focusID: String { fields.indices.contains(focus) ? fields[focus].id : "" }

  func index(_ id: String) -> Int? { fields.firstIndex { $0.id == id } }
  func cell(_ id: String) -> FormCell? { index(id).map { cells[$0] } }
  func value(_ id: String) -> FieldValue { cell(id)?.value ?? .none }
  func text(_ id: String) -> String { cell(id)?.text ?? "" }

  /// The values of all fields that hold one that can be read.
  var values: [String: FieldValue] {
    read(\.value)
  }

  /// What the fields held when the form was filled.
  var base: [String: FieldValue] { read(\.base) }

  var carried: Set<String> { Set(zip(fields, cells).filter(\.1.isCarried).map(\.0.id)) }

  /// Whether the mask stands in place of what is on file; what is being typed is never masked.
  func isMasked(_ index: Int) -> Bool {
    let cell = cells[index]
    return fields[index].isSecret && !showsSecrets && !cell.isEmpty && cell.text == cell.onFile
  }

  /// Whether leaving now would lose something.
  var isChanged: Bool { cells.contains(where: \.isChanged) }

  private func read(_ path: KeyPath<FormCell, FieldValue>) -> [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    for (field, cell) in zip(fields, cells) where cell[keyPath: path] != .none {
      values[field.id] = cell[keyPath: path]
    }
    return values
  }

  // MARK: - Filling

  /// Fills fields with what is on file.
  mutating func load(_ values: [String: FieldValue]) { fill(values, isCarried: false) }

  /// Fills fields with what the batch says; Tab passes them by, the arrows reach them.
  mutating func carry(_ values: [String: FieldValue]) {
    fill(values, isCarried: true)
    if cells.indices.contains(focus), cells[focus].isCarried {
      focus = cells.firstIndex { !$0.isCarried } ?? focus
    }
  }

  /// Puts what a batch says over what is on file; both are told apart in a draft.
  mutating func join(_ values: [String: FieldValue]) {
    for (id, value) in values {
      if let index = index(id) { cells[index].carry(value) }
    }
  }

  private mutating func fill(_ values: [String: FieldValue], isCarried: Bool) {
    for (id, value) in values {
      if let index = index(id) { cells[index].load(value, isCarried: isCarried) }
    }
  }

  /// Sets one field, as if the clerk had.
  mutating func set(_ id: String, _ value: FieldValue) {
    if let index = index(id) { cells[index].set(value) }
  }

  /// Fills one field with what is on file.
  mutating func recall(_ id: String, _ value: FieldValue) {
    if let index = index(id) { cells[index].recall(value) }
  }

  /// Says the year of a date field, where another field gives it away.
  mutating func setYear(_ id: String, _ year: Int?) {
    if let index = index(id) { cells[index].know(year: year) }
  }

  mutating func setNote(_ id: String, _ note: String) {
    if let index = index(id) { cells[index].note = note }
  }

  mutating func setChoices(_ id: String, _ list: ChoiceList) {
    if let index = index(id) { cells[index].offer(list) }
  }

  /// Puts what the rules say in the place of what they said before.
  mutating func setProblems(_ problems: [String: Problem]) {
    var isNew: [Bool] = []
    for index in cells.indices {
      let (old, new) = (cells[index].problem, problems[fields[index].id])
      cells[index].problem = new
      isNew.append(new.map { $0.level != .hint && $0.reason == nil && $0.code != old?.code } ?? false)
    }
    guard lastLeft != nil else { return }
    let caused = fields.indices.filter { isNew[$0] }
    justCaused = caused.first { cells[$0].problem?.level == .block } ?? caused.first
  }

  mutating func focus(on id: String) {
    if let index = index(id) { go(to: index) }
  }

  // MARK: - Drafts

  /// What was typed and differs from what the form was filled with, as typed.
  var draft: [String: String] {
    var texts: [String: String] = [:]
    for (field, cell) in zip(fields, cells) where cell.isChanged { texts[field.id] = cell.draft }
    return texts
  }

  /// What all fields hold, as typed.
  var texts: [String: String] {
    var texts: [String: String] = [:]
    for (field, cell) in zip(fields, cells) where !cell.draft.isEmpty { texts[field.id] = cell.draft }
    return texts
  }

  /// Goes on with a draft, on the field one was on.
  mutating func restore(_ texts: [String: String], focus id: String) {
    for (id, text) in texts {
      if let index = index(id) { cells[index].restore(draft: text) }
    }
    focus(on: id)
    if cells.indices.contains(focus) { cells[focus].resume() }
  }

  // MARK: - Finishing

  /// What is wrong with a field: what cannot be read, what is missing, or what the rules say.
  func problem(at index: Int) -> Problem? {
    let (field, cell) = (fields[index], cells[index])
    switch cell.reading {
    case .failure(let problem): return problem.coded(field.unreadable)
    case .success: return cell.problem ?? checked(field, cell)
    case nil:
      if field.isRequired, wasFinished {
        return Problem(level: .block, code: field.missing, words: Words("chưa nhập", "missing"))
      }
      return cell.problem
    }
  }

  private func checked(_ field: FormField, _ cell: FormCell) -> Problem? {
    guard let check = field.check, let words = check(cell.text) else { return nil }
    return Problem(level: .block, code: field.unreadable, words: words)
  }

  /// The values, or `nil` with the caret on the first field that is not in order.
  mutating func finish() -> [String: FieldValue]? {
    wasFinished = true
    if cells.indices.contains(focus) { cells[focus].leave(accepting: true) }
    guard let bad = fields.indices.first(where: { problem(at: $0)?.level == .block }) else { return values }
    go(to: bad)
    return nil
  }

  // MARK: - For the keys

  mutating func go(to index: Int) {
    focus = index
    isAtEnd = false
  }

  mutating func leave(accepting: Bool) -> [FormEvent] {
    guard cells.indices.contains(focus) else { return [] }
    let old = cells[focus].value
    cells[focus].leave(accepting: accepting)
    lastLeft = focus
    let edited = cells[focus].value == old ? [] : [FormEvent.edited(focusID)]
    return edited + [.left(focusID)]
  }

  mutating func changeFocused<Result>(_ body: (inout FormCell) -> Result) -> Result { body(&cells[focus]) }

  mutating func arriveAtEnd() { isAtEnd = true }
}
