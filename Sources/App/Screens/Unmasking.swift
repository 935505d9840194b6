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
