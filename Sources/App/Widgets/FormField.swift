import Model

/// One field of a form as it is declared: its name, its words, what can be typed into it, and where it stands.
struct FormField: Sendable {
  enum Kind: Sendable {
    case text(max: Int)
    /// A name of a person, a place, a body: it begins with a letter, so the quick keys work while it is empty.
    case name(max: Int)
    /// A code of so many digits.
    case digits(Int)
    case ascii(max: Int)
    case phone
    case date(TypedDay.Meaning)
    case number(ClosedRange<Int>)
    /// A choice of the list with this id.
    case choice(String)
  }

  let id: String
  let label: Words
  let kind: Kind
  /// Whether it stands in the second column, on the row of the field before it.
  var isBeside = false
  var isRequired = false
  /// Whether it tells one person from all others, so that nothing ever repeats it.
  var isPersonal = false
  /// Whether it is repeated only by itself, not with all the rest: what belongs to a household, say.
  var isRepeatedAlone = false
  /// Whether what is on file is masked in it until one has asked for it.
  var isSecret = false
  var hint: Words?
  /// The codes of the rules for a text that cannot be read, and for none at all.
  var (unreadable, missing) = ("B00", "B00")
  /// The title of the group that begins with this field; empty where the group has none.
  var group: Words?
  /// Says what is wrong with a complete code; only one that is in order moves on by itself.
  var check: (@Sendable (String) -> Words?)?

  init(
    _ id: String, _ label: Words, _ kind: Kind, beside: Bool = false, required: Bool = false,
    personal: Bool = false, secret: Bool = false, hint: Words? = nil, group: Words? = nil,
    check: (@Sendable (String) -> Words?)? = nil
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    isBeside = beside
    isRequired = required
    isPersonal = personal
    isSecret = secret
    self.hint = hint
    self.group = group
    self.check = check
  }

  /// What a lone character does in this field; `nil` when the field's text may hold it.
  ///
  /// - Parameter isEmpty: whether nothing stands in the field; else its value is complete.
  func quickCommand(_ text: String, isEmpty: Bool) -> Command? {
    switch (text, kind) {
    case (_, .text): nil
    // A number abroad, and a day to come, begin with it.
    case ("+", .phone) where isEmpty, ("+", .date(.future)) where isEmpty: nil
    case ("+", .phone), ("+", .name), ("+", .ascii): isEmpty ? .saveAndNext : nil
    case ("+", _): .saveAndNext
    case ("*", .choice): .repeatField
    case ("*", _): isEmpty ? .repeatField : nil
    case ("/", .choice), ("/", .number), ("/", .digits): .skipGroup
    case ("/", _): isEmpty ? .skipGroup : nil
    default: nil
    }
  }

  /// How many cells it would like to have.
  var width: Int {
    switch kind {
    case .text(let max), .ascii(let max): min(max, 40) + 1
    case .name(let max): min(max, 35) + 1
    case .phone: 21
    case .digits(let count): count + 1
    case .date: 11
    case .number(let range): String(range.upperBound).count + 2
    case .choice: 48
    }
  }
}
