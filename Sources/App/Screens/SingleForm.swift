import Model

/// A form that is one record by itself: it is saved, or left after a question.
struct SingleForm: Sendable {
  enum Event {
    case save
    case edited(String), left(String)
    case effects([Effect])
  }

  var form: Form
  private var leaving = LeavingGuard()

  init(_ form: Form) { self.form = form }

  static func keymap(_ context: Context) -> Keymap {
    Keymap.singleForm.disabling(.save, because: context.cannotWrite)
      .footer(.save, .nextField, .previousField, .help, .cancel)
  }

  /// Takes one input; what the screen itself must do comes back in its order.
  mutating func update(_ input: Input, _ context: Context) -> [Event] {
    leaving.note(input)
    return form.update(input, area: context.body).compactMap { event in
      switch event {
      case .save, .saveAndNext: .save
      case .beep: .effects([.beep])
      case .refused(let words): .effects([.notify(words, .warning), .beep])
      case .cancel: .effects(leaving.leave(losing: form.isChanged, LeavingGuard.nothingKept))
      case .edited(let field): .edited(field)
      case .left(let field): .left(field)
      case .other: nil
      }
    }
  }
}
