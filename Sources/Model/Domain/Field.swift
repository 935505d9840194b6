import Synchronization

/// One thing a record can say: its name in files, what it holds, and what people call it.
///
/// A field is declared once; the form, the checks, the tables, JSON and the journal read the declaration.
public final class Field: Sendable {
  /// What a field holds, and so how it is written in the journal.
  public enum Kind: Sendable {
    /// Text of at most `max` characters, NFC, without control characters.
    case text(max: Int)
    /// A code of a list, such as a market.
    case code(CodeList)
    /// A calendar date without a time zone, `YYYY-MM-DD`.
    case day
    /// A whole number within a range.
    case integer(ClosedRange<Int>)
    case flag
    /// An administrative unit, `code@catalogue`.
    case unit
    /// Another entity, `kind/id`.
    case link(EntityKind)
  }

  /// The key in the journal, in JSON and in import columns; never changed once used.
  public let key: String
  public let entity: EntityKind
  public let kind: Kind
  public let label: Words
  /// What tells it from the other fields of its kind faster than its key.
  let number: UInt64
  /// Where it stands among the fields of its kind, -1 where it does not, once somebody has asked.
  private let place = Atomic<Int8>(.min)

  public init(_ key: String, of entity: EntityKind, _ kind: Kind, _ vi: String, _ en: String) {
    self.key = key
    self.entity = entity
    self.kind = kind
    label = Words(vi, en)
    number = key.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Its place among the fields of its kind, which is looked for once.
  @inline(__always)
  func column(_ look: () -> Int?) -> Int? {
    var found = place.load(ordering: .relaxed)
    if found == Int8.min {
      found = Int8(look() ?? -1)
      place.store(found, ordering: .relaxed)
    }
    return found < 0 ? nil : Int(found)
  }
}

/// The value of one field of one record, typed.
public enum FieldValue: Hashable, Sendable {
  case none
  case text(String)
  case code(String)
  case day(Day)
  case integer(Int)
  case flag(Bool)
  case unit(UnitID)
  /// Another entity, by its key `kind/id`.
  case link(String)
}
