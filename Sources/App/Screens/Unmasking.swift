import Model

/// Identity numbers shown for ten seconds, once it is on the disk that this account has looked at them.
struct Unmasking: Sendable {
  private static let seconds = 10
  private static let words = Words("Hiện số định danh trong 10 giây", "Citizen ids are shown for 10 seconds")

  private var secondsLeft = 0
  private var pending: Change.ID?

  var isShown: Bool { secondsLeft > 0 }

  /// Who may only look may not look at these.
  static func action(_ context: Context, inFooter: Bool = true, label: Words? = nil) -> Binding {
    .action(.unmask, label: label, inFooter: inFooter, disabled: context.cannotWrite)
  }

  /// Asks for numbers of so many records to be shown.
  mutating func ask(_ entity: String, count: Int, place: String, _ context: Context) -> [Effect] {
    let change = Change.seeing(entity, count: count, place: place, highest: context.register.highestNumber)
    pending = change.id
    return [.save(change)]
  }

  /// Shows them, where it was this that has been saved.
  mutating func saved(_ id: Change.ID) -> [Effect]? {
    guard id == pending else { return nil }
    (pending, secondsLeft) = (nil, Unmasking.seconds)
    return [.notify(Unmasking.words, .notice)]
  }

  mutating func tick() { secondsLeft = max(0, secondsLeft - 1) }
}

/// The same in a form: to go to a number on file is to ask for it.
struct FormUnmasking: Sendable {
  private var unmasking = Unmasking()
  private var field = ""

  /// Takes an input that the form has taken; asks where one has come to a masked number of this record.
  mutating func heard(
    _ input: Input, _ form: inout Form, of entity: String?, _ context: Context
  ) -> [Effect] {
    var effects: [Effect] = []
    switch input {
    case .tick: unmasking.tick()
    case .saved(let id): effects = unmasking.saved(id) ?? []
    default: break
    }
    form.showsSecrets = unmasking.isShown
    let hasCome = form.focusID != field
    field = form.focusID
    guard hasCome, let entity, context.cannotWrite == nil, form.isMasked(form.focus) else { return effects }
    return effects + unmasking.ask(entity, count: 1, place: "form", context)
  }
}
