/// The first 128 bits of a SHA-256, written as 22 characters; it ties a line to the line before it.
public struct LineHash: Hashable, Sendable, CustomStringConvertible {
  public let high: UInt64
  public let low: UInt64

  /// How many characters a hash has as text.
  public static let length = 22

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The hash of a line's `bytes` before `,"h":`, after the writer's previous hash (`nil` before the first line).
  public init(previous: LineHash?, _ bytes: UnsafeRawBufferPointer) {
    var hash = SHA256()
    if let previous { previous.withCharacters { hash.update($0) } }
    hash.update(bytes)
    self.init(hash)
  }

  /// The hash of a whole file, as `format` names the plan and the places.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { LineHash(previous: nil, $0) }
  }

  private init(_ hash: SHA256) {
    let words = hash.words()
    high = UInt64(words[0]) << 32 | UInt64(words[1])
    low = UInt64(words[2]) << 32 | UInt64(words[3])
  }

  /// Reads 22 characters; other lengths, other characters and unused bits that are set give `nil`.
  public init?(_ characters: some Collection<UInt8>) {
    guard characters.count == LineHash.length else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (index, byte) in characters.enumerated() {
      guard let six = Base64URL.value(of: byte) else { return nil }
      let bits: UInt64 = index == 21 ? 2 : 6
      guard bits == 6 || six & 0xF == 0 else { return nil }
      high = high << bits | low >> (64 - bits)
      low = low << bits | UInt64(bits == 6 ? six : six >> 4)
    }
    self.init(high: high, low: low)
  }

  public init?(_ text: String) { self.init(text.utf8) }

  public var description: String { withCharacters { String(decoding: $0, as: UTF8.self) } }

  /// Gives the 22 characters without allocating.
  func withCharacters<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: LineHash.length) { characters in
      Base64URL.alphabet.withUnsafeBufferPointer { alphabet in
        var high = high
        var low = low
        for index in 0..<LineHash.length {
          characters[index] = alphabet[Int(high >> 58)]
          high = high << 6 | low >> 58
          low <<= 6
        }
      }
      return body(UnsafeRawBufferPointer(characters))
    }
  }
}
