/// What a line does.
public enum Action: String, CaseIterable, Sendable {
  /// The first line of a segment: which segments its writer had before.
  case head
  /// Fields of one entity.
  case set
  /// Read for the sake of other versions; this one writes the field `deleted` with `set`.
  case del
  /// Several entities in one line, so that one save stays whole.
  case tx
  /// A person's choice between conflicting values.
  case choose
  /// Two records are one.
  case merge
  /// Identity numbers that a person has looked at unmasked; nothing is folded of it.
  case see
  /// A person's data are to be hidden.
  case erase
}
