import Model

/// The form of somebody who only views: identity numbers are masked, and nothing can be typed.
extension DepartureFormScreen {
  static func isViewed(_ context: Context) -> Bool { context.office.role == .reader }

  static func fields(_ context: Context) -> [FormField] {
    DepartureForm.fields.map { field in
      let isMasked = isViewed(context) && masked.contains(field.id)
      return isMasked ? FormField(field.id, field.label, .text(max: 40), beside: field.isBeside) : field
    }
  }

  private static let masked = [Worker.citizenId.key, Worker.passport.key]

  /// What is shown of a record on file.
  static func shown(_ values: [String: FieldValue], _ context: Context) -> [String: FieldValue] {
    var values = shown(values)
    guard isViewed(context) else { return values }
    for field in masked {
      if case .text(let number) = values[field] {
        values[field] = .text(CitizenNumber.masked(number, context.glyphs.mask))
      }
    }
    return values
  }

  private static let moving: Set<Command> = [
    .up, .down, .pageUp, .pageDown, .first, .last, .left, .right, .lineStart, .lineEnd, .nextField,
    .previousField, .enterField, .confirm, .cancel, .upLevel, .history, .skipGroup, .save, .saveAndNext,
  ]

  /// What is said to keys that would change something; `nil` where they may be heard.
  static func refusal(_ input: Input, _ context: Context) -> [Effect]? {
    guard isViewed(context), let words = context.cannotWrite else { return nil }
    switch input {
    case .text: return [.notify(words, .problem), .beep]
    case .command(let command) where !moving.contains(command): return [.notify(words, .problem), .beep]
    default: return nil
    }
  }
}
