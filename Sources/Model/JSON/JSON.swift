/// One value of JSON (RFC 8259), with the order of an object's members kept.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number that is no `Int`, as it was written: a fraction, an exponent, or too many digits.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// One key of an object with its value.
  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The value under `key`, or `nil` where this is no object or has no such key.
  public subscript(key: String) -> JSON? { members?.first { $0.key == key }?.value }

  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  public var elements: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  public var whole: Int? {
    guard case .integer(let whole) = self else { return nil }
    return whole
  }

  public var flag: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}
