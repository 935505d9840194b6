/// One account on one installation, 10 characters of `Base32`; it names the folder of its segments.
public struct WriterID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 50 bits.
  public let value: UInt64

  /// How many characters an id has as text.
  public static let length = 10

  /// A new id from the kernel's random source.
  public static func random() -> WriterID {
    var generator = SystemRandomNumberGenerator()
    return random(using: &generator)
  }

  public static func random(using generator: inout some RandomNumberGenerator) -> WriterID {
    WriterID(value: generator.next() >> 14)
  }

  init(value: UInt64) { self.value = value }

  /// Reads exactly 10 characters of the alphabet.
  public init?(_ text: String) {
    guard text.utf8.count == WriterID.length else { return nil }
    var value: UInt64 = 0
    for byte in text.utf8 {
      guard let five = Base32.value(of: byte) else { return nil }
      value = value << 5 | UInt64(five)
    }
    self.value = value
  }

  public var description: String {
    let characters = (0..<WriterID.length).reversed().map { Base32.alphabet[Int(value >> (5 * $0) & 31)] }
    return String(decoding: characters, as: UTF8.self)
  }

  public static func < (left: WriterID, right: WriterID) -> Bool { left.value < right.value }
}
