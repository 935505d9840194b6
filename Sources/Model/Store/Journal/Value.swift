/// What one field of a line holds; the journal knows no fractions.
public enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Text in NFC without control characters; dates, codes and links are text too.
  case text(String)
}
