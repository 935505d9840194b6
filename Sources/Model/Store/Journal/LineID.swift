/// The random id of a line, 80 bits, written as 16 characters of `Base32`; a retry keeps it.
public struct LineID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let high: UInt16
  public let low: UInt64

  /// How many characters an id has as text.
  public static let length = 16

  public init(high: UInt16, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new id from the kernel's random source.
  public static func random() -> LineID {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  public static func random(using generator: inout some RandomNumberGenerator) -> LineID {
    LineID(high: UInt16.random(in: 0...UInt16.max, using: &generator), low: generator.next())
  }

  /// Reads exactly 16 characters of the alphabet, as text or as a slice of a line's bytes.
  public init?(_ characters: some Collection<UInt8>) {
    guard characters.count == LineID.length else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for byte in characters {
      guard let value = Base32.value(of: byte) else { return nil }
      high = high << 5 | low >> 59
      low = low << 5 | UInt64(value)
    }
    self.init(high: UInt16(truncatingIfNeeded: high), low: low)
  }

  public init?(_ text: String) { self.init(text.utf8) }

  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(LineID.length)
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the 16 characters.
  func write(to bytes: inout [UInt8]) {
    var high = UInt64(high) << 48 | low >> 16
    var low = low << 48
    for _ in 0..<LineID.length {
      bytes.append(Base32.alphabet[Int(high >> 59)])
      high = high << 5 | low >> 59
      low <<= 5
    }
  }

  /// The order of the ids is the order of their texts.
  public static func < (left: LineID, right: LineID) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
