import Model

/// Theirs or mine, where somebody else has changed a field since the form was opened and it is changed here too.
struct OthersQuestion: Sendable {
  enum Answer: Equatable, Sendable { case keepTheirs, overwrite, back, refused }

  let field: Field
  /// What stands there now.
  let theirs: FieldValue
  let isNext: Bool
  /// The lines that say it, and who wrote them, once that was looked up.
  let lines: [LineID]
  var author: String?

  static let keymap = Keymap(bindings: [
    Binding(
      keys: [.character("g")], command: .confirm, label: Words("Giữ của họ", "Keep theirs"), inFooter: true),
    Binding(keys: [.character("d")], command: .save, label: Words("Ghi đè", "Overwrite"), inFooter: true),
    Binding(keys: [.escape], command: .cancel, label: Words("Về ô", "Back to the field"), inFooter: true),
  ])

  /// The answer to an input; `nil` for what is no key.
  func answer(_ input: Input) -> Answer? {
    switch input {
    case .command(.confirm): .keepTheirs
    case .command(.save): .overwrite
    case .command(.cancel): .back
    case .text, .command: .refused
    default: nil
    }
  }

  func sentence(_ register: Register, _ language: Language) -> String {
    let name = field.label[language]
    let value = theirs.text(of: field, register, language)
    let who = author ?? Words("người khác", "somebody")[language]
    return Words(
      "“\(name)” vừa được \(who) sửa: \(value)", "“\(name)” was just changed by \(who): \(value)")[language]
  }
}

// MARK: - Asking it before a correction is saved

extension DepartureFormScreen {
  /// Takes over what others have changed in fields that were left alone here, and asks of the first that was not.
  ///
  /// - Returns: what is to be done first; `nil` where nothing stands in the way of saving.
  mutating func askOfOthers(isNext: Bool, _ context: Context) -> [Effect]? {
    let register = context.register
    guard let loaded, let row = correcting.flatMap({ register.row(of: $0)?.row }) else { return nil }
    let current = DepartureFormScreen.shown(register.entry(row, today: context.today).values)
    for field in DepartureEntry.fields {
      let (mine, before) = (form.values[field.key], loaded[field.key])
      let theirs = current[field.key] ?? FieldValue.none
      guard theirs != before ?? FieldValue.none, mine != before, mine ?? FieldValue.none != theirs else {
        continue
      }
      let known = Set(basis.known.values.joined())
      let lines = register.entryBasis(row).known.values.joined().filter { !known.contains($0) }
      others = OthersQuestion(field: field, theirs: theirs, isNext: isNext, lines: lines)
      form.focus(on: field.key)
      return (lines.isEmpty ? [] : [.lookUp(lines)]) + [.beep]
    }
    return nil
  }

  /// Carries out the answer, and goes on with the save.
  mutating func answerOthers(_ input: Input, _ context: Context) -> [Effect] {
    guard let question = others else { return [] }
    if case .authors(let found) = input {
      others?.author = question.lines.compactMap { found[$0] }.max { $0.time < $1.time }?.user
      return []
    }
    switch question.answer(input) {
    case nil: return []
    case .refused: return [.beep]
    case .back:
      others = nil
      return []
    case .keepTheirs:
      form.set(question.field.key, question.theirs)
      passed.edited(question.field.key)
    case .overwrite: break
    }
    others = nil
    knowWhatStands(context)
    loaded?[question.field.key] = question.theirs
    return save(isNext: question.isNext, context)
  }

  /// From here on the form knows what stands on file: fields that were left alone here show it.
  private mutating func knowWhatStands(_ context: Context) {
    let register = context.register
    guard let loaded, let row = correcting.flatMap({ register.row(of: $0)?.row }) else { return }
    let current = DepartureFormScreen.shown(register.entry(row, today: context.today).values)
    for field in DepartureEntry.fields where form.values[field.key] == loaded[field.key] {
      let theirs = current[field.key] ?? FieldValue.none
      if theirs != loaded[field.key] ?? FieldValue.none {
        form.set(field.key, theirs)
        self.loaded?[field.key] = theirs
      }
    }
    basis = register.entryBasis(row)
  }
}
