import Model

/// One field of a form as it is being filled in.
struct FormCell: Equatable, Sendable {
  enum Editor: Equatable, Sendable {
    case text(TextField)
    case code(CodeField)
    case date(DateField)
    case number(NumberField)
    case choice(Picker)
  }

  private(set) var editor: Editor
  /// What the field held when the form was filled.
  private(set) var base = FieldValue.none
  private(set) var baseDraft = ""
  /// The text that was put here from what is on file.
  private(set) var onFile = ""
  /// Whether its value was taken over from a batch and not overridden here.
  private(set) var isCarried = false
  /// Whether something was typed since the focus came.
  private(set) var isTouched = false
  /// Whether the focus has been here and gone.
  private(set) var wasLeft = false
  /// Whether it held something then: who comes back to that is correcting, and no complete code moves on by itself.
  private(set) var wasFilled = false
  /// What the screen's rules say of it.
  var problem: Problem?
  /// What the screen says beside it, such as an age.
  var note = ""

  init(_ editor: Editor) { self.editor = editor }

  var text: String {
    switch editor {
    case .text(let field): field.text
    case .code(let code): code.field.text
    case .date(let date): date.field.text
    case .number(let number): number.field.text
    case .choice(let picker): picker.text
    }
  }

  var isEmpty: Bool { text.isEmpty }

  /// What stands before the caret.
  var caretText: String {
    switch editor {
    case .text(let field): field.textBeforeCaret
    case .code(let code): code.field.textBeforeCaret
    case .date(let date): date.field.textBeforeCaret
    case .number(let number): number.field.textBeforeCaret
    case .choice(let picker): picker.code == nil ? picker.query.textBeforeCaret : picker.text
    }
  }

  /// Whether it holds a value that can be read, and nothing is being searched for.
  var isComplete: Bool {
    if let picker { return picker.code != nil }
    return value != .none
  }

  var picker: Picker? {
    if case .choice(let picker) = editor { picker } else { nil }
  }

  /// What is typed, read; nothing when the field is empty.
  var reading: Result<FieldValue, Problem>? {
    switch editor {
    case .text(let field): field.value.isEmpty ? nil : .success(.text(field.value))
    case .code(let code): code.reading?.map { .text($0) }
    case .date(let date): date.reading?.map { .day($0) }
    case .number(let number): number.reading?.map { .integer($0) }
    case .choice(let picker): picker.reading?.map { .code($0) }
    }
  }

  var value: FieldValue {
    if case .success(let value) = reading { value } else { .none }
  }

  /// What is kept of it in a draft.
  var draft: String { picker?.draft ?? text }

  var isChanged: Bool { draft != baseDraft }

  mutating func restore(draft: String) {
    if draft != self.draft { isCarried = false }
    change { editor in
      if case .choice(var picker) = editor {
        picker.restore(draft: draft)
        editor = .choice(picker)
      } else {
        FormCell.put(draft, into: &editor)
      }
    }
  }

  /// Goes on typing where a draft was left.
  mutating func resume() { isTouched = isChanged }

  /// Fills the field; from then on this is what it held.
  mutating func load(_ value: FieldValue, isCarried: Bool) {
    set(value)
    base = value
    (baseDraft, onFile) = (draft, text)
    self.isCarried = isCarried
    (isTouched, wasLeft, wasFilled) = (false, false, false)
  }

  /// Takes a value over from a batch, beside what the field held.
  mutating func carry(_ value: FieldValue) {
    set(value)
    isCarried = true
  }

  mutating func set(_ value: FieldValue) {
    change { editor in
      if case .choice(var picker) = editor {
        if case .code(let code) = value { picker.choose(code) } else { picker.choose(nil) }
        editor = .choice(picker)
      } else {
        FormCell.put(FormCell.text(of: value), into: &editor)
      }
    }
  }

  /// The same with what is on file of somebody who was recognised.
  mutating func recall(_ value: FieldValue) {
    set(value)
    onFile = text
  }

  /// Puts a text in the place of what was typed, as if it had been typed.
  mutating func type(_ text: String) {
    change { FormCell.put(text, into: &$0) }
    touch()
  }

  /// Says the year of a date that is known from elsewhere.
  mutating func know(year: Int?) {
    guard case .date(var date) = editor else { return }
    date.year = year
    editor = .date(date)
  }

  mutating func offer(_ list: ChoiceList) {
    guard case .choice(var picker) = editor else { return }
    picker.offer(list)
    editor = .choice(picker)
  }

  /// How many characters a text that is full holds; `nil` while it has room.
  var longest: Int? {
    guard case .text(let field) = editor, field.text.count >= field.limit else { return nil }
    return field.limit
  }

  /// Takes what was typed; the first letter on a value that is not a name or a text takes its place.
  mutating func insert(_ typed: Typed) -> Picker.Answer {
    let held = editor
    if !isTouched, !isEmpty, isReplacedByTyping { change { FormCell.put("", into: &$0) } }
    var answer = Picker.Answer.typed
    switch editor {
    case .text(var field):
      answer = field.insert(typed) ? .typed : .refused
      editor = .text(field)
    case .code(var code):
      answer = code.insert(typed) ? .typed : .refused
      editor = .code(code)
    case .date(var date):
      answer = date.insert(typed) ? .typed : .refused
      editor = .date(date)
    case .number(var number):
      answer = number.insert(typed) ? .typed : .refused
      editor = .number(number)
    case .choice(var picker):
      answer = picker.insert(typed)
      editor = .choice(picker)
    }
    // What is refused takes nothing's place; a picker may show its list all the same.
    if answer != .refused { touch() } else if picker == nil, isEmpty { editor = held }
    return answer
  }

  /// Carries a command out; false when it is none of the field's.
  mutating func handle(_ command: Command) -> Bool {
    let old = draft
    defer { if draft != old { touch() } }
    switch editor {
    case .text(var field):
      defer { editor = .text(field) }
      return move(field.handle(command))
    case .code(var code):
      defer { editor = .code(code) }
      return move(code.handle(command))
    case .date(var date):
      defer { editor = .date(date) }
      return move(date.handle(command))
    case .number(var number):
      defer { editor = .number(number) }
      return move(number.handle(command))
    case .choice(var picker):
      defer { editor = .choice(picker) }
      return picker.handle(command)
    }
  }

  /// Leaves the field: composes, shows dates in full; with `accepting` takes the first candidate.
  mutating func leave(accepting: Bool) {
    let old = value
    change { editor in
      switch editor {
      case .text(var field):
        field.leave()
        editor = .text(field)
      case .code(var code):
        code.leave()
        editor = .code(code)
      case .date(var date):
        date.leave()
        editor = .date(date)
      case .number(var number):
        number.leave()
        editor = .number(number)
      case .choice(var picker):
        if accepting { picker.accept() } else { picker.leave() }
        editor = .choice(picker)
      }
    }
    if isCarried, value != old { isCarried = false }
    (isTouched, wasLeft, wasFilled) = (false, true, wasFilled || !isEmpty)
  }

  private mutating func touch() { (isTouched, isCarried, problem) = (true, false, nil) }

  /// A moved caret means that the text is to be edited, not replaced.
  private mutating func move(_ isHandled: Bool) -> Bool {
    if isHandled { isTouched = true }
    return isHandled
  }

  private mutating func change(_ body: (inout Editor) -> Void) { body(&editor) }

  private var isReplacedByTyping: Bool {
    switch editor {
    case .text: isCarried
    case .code(let code): isCarried && code.isComplete
    case .date, .number: true
    case .choice: false
    }
  }

  private static func put(_ text: String, into editor: inout Editor) {
    switch editor {
    case .text(var field):
      field.set(text)
      editor = .text(field)
    case .code(var code):
      code.set(text)
      editor = .code(code)
    case .date(var date):
      date.set(text)
      editor = .date(date)
    case .number(var number):
      number.set(text)
      editor = .number(number)
    case .choice: break
    }
  }

  private static func text(of value: FieldValue) -> String {
    switch value {
    case .text(let text), .code(let text), .link(let text): text
    case .day(let day): day.text
    case .integer(let number): String(number)
    case .none, .flag, .unit: ""
    }
  }
}
