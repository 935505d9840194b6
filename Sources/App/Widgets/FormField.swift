import Model

/// One field of a form as it is declared: its name, its words, what can be typed into it, and where it stands.
struct FormField: Sendable {
  enum Kind: Sendable {
    case text(max: Int)
    /// A name of a person or a place: letters, so the quick keys work in it while it is empty.
    case name
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
  var hint: Words?
  /// The codes of the rules for a text that cannot be read, and for none at all.
  var (unreadable, missing) = ("B00", "B00")
  /// The title of the group that begins with this field; empty where the group has none.
  var group: Words?
  /// Says what is wrong with a complete code; only one that is in order moves on by itself.
  var check: (@Sendable (String) -> Words?)?

  init(
    _ id: String, _ label: Words, _ kind: Kind, beside: Bool = false, required: Bool = false,
    personal: Bool = false, hint: Words? = nil, group: Words? = nil,
    check: (@Sendable (String) -> Words?)? = nil
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    isBeside = beside
    isRequired = required
    isPersonal = personal
    self.hint = hint
    self.group = group
    self.check = check
  }

  /// What a lone character does in this field while it is empty; `nil` when the field's text may begin with it.
  func quickCommand(_ text: String) -> Command? {
    switch (text, kind) {
    case (_, .text): nil
    case ("*", _): .repeatField
    case ("+", .date), ("+", .ascii), ("+", .phone): nil
    case ("+", _): .saveAndNext
    case ("/", .ascii): nil
    case ("/", _): .skipGroup
    default: nil
    }
  }

  /// How many cells it would like to have.
  var width: Int {
    switch kind {
    case .text(let max), .ascii(let max): min(max, 40) + 1
    case .name: 36
    case .phone: 21
    case .digits(let count): count + 1
    case .date: 11
    case .number(let range): String(range.upperBound).count + 2
    case .choice: 48
    }
  }
}
