import Glibc

/// A folded text that is looked for in others.
///
/// The rarest of its letters is looked for, since the processor passes over all others at once.
public struct SoughtText: Sendable {
  let bytes: [UInt8]
  /// Where the rarest letter stands.
  private let place: Int

  public init(_ text: String) { self.init(folded: text.foldedUTF8) }

  public init(folded bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.indices.min { Self.rarity(bytes[$0]) < Self.rarity(bytes[$1]) } ?? 0
  }

  /// Whether it stands anywhere; an empty one does.
  func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool { bytes.isEmpty || place(in: text, from: 0) != nil }

  func isIn(_ text: [UInt8]) -> Bool { isIn(text[...]) }

  func isIn(_ text: ArraySlice<UInt8>) -> Bool { text.withUnsafeBufferPointer { isIn($0) } }

  /// Where it stands next; an empty one stands nowhere.
  func place(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress, !bytes.isEmpty else { return nil }
    let last = text.count - bytes.count
    var at = start
    while at <= last, let hit = memchr(base + at + place, Int32(bytes[place]), last + 1 - at) {
      at = UnsafeRawPointer(hit) - UnsafeRawPointer(base) - place
      if memcmp(base + at, bytes, bytes.count) == 0 { return at }
      at += 1
    }
    return nil
  }

  /// Letters without marks as often as they stand in the names of the plan's places, the rarest first.
  private static let letters = Array("zjfwqxvrkdyspbelmctgiuohna ".utf8)

  /// Signs are rare, digits less so, letters come last.
  private static func rarity(_ byte: UInt8) -> Int {
    if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { return 3 }
    return letters.firstIndex(of: byte).map { $0 + 1 } ?? 0
  }
}
