import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text stands anywhere; an empty one does.
  func contains(_ text: [UInt8]) -> Bool { text.isEmpty || find(text, from: 0) != nil }

  /// Where a text stands next.
  func find(_ text: [UInt8], from start: Int) -> Int? {
    guard let base = baseAddress, let first = text.first else { return nil }
    var at = start
    while at + text.count <= count, let hit = memchr(base + at, Int32(first), count - text.count + 1 - at) {
      at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      if memcmp(base + at, text, text.count) == 0 { return at }
      at += 1
    }
    return nil
  }
}
