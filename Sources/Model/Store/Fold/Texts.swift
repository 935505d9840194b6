import Glibc

/// Every text the register holds, each once, in one arena; a text is known by its number.
///
/// Entity keys, names and codes alike: equal texts have equal numbers, so that comparing is comparing integers. Those of
/// a mapped file come first and stay as they are; new ones are added after them.
struct Texts: Sendable, Equatable {
  typealias ID = Int32

  private var kept = TextIndex()
  private var own = TextIndex()

  init() {}

  init(kept: TextIndex) { self.kept = kept }

  var count: Int { kept.count + own.count }

  subscript(id: ID) -> String { withBytes(id) { String(decoding: $0, as: UTF8.self) } }

  /// Lends the bytes of a text, for comparing without making a string; none for a number that is no text's.
  func withBytes<Result>(_ id: ID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let index = Int(id)
    if index >= 0, index < kept.count { return kept.withBytes(index, body) }
    if index >= kept.count, index < count { return own.withBytes(index - kept.count, body) }
    return body(UnsafeBufferPointer(start: nil, count: 0))
  }

  func find(_ text: String) -> ID? {
    var text = text
    return text.withUTF8 { find($0) }
  }

  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> ID? {
    let hash = TextIndex.hash(bytes)
    if let found = kept.find(bytes, hash) { return ID(found) }
    return own.find(bytes, hash).map { ID($0 + kept.count) }
  }

  mutating func number(of text: String) -> ID {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> ID {
    number(of: bytes, TextIndex.hash(bytes))
  }

  mutating func number(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> ID {
    if kept.count > 0, let found = kept.find(bytes, hash) { return ID(found) }
    return ID(own.number(of: bytes, hash) + kept.count)
  }

  /// Looks at the place of a text that is about to be asked for, without waiting for it.
  ///
  /// Memory answers many such looks at the same time, and each question by itself only after the one before.
  @inline(__always)
  mutating func approach(_ hash: UInt32) { own.approach(hash) }

  /// Lets go of the pages that the kept ones stand on.
  func letGo() { kept.arena.letGo() }

  /// All of them in one index, for keeping.
  var whole: TextIndex {
    if own.count == 0 { return kept }
    if kept.count == 0 { return own }
    var whole = TextIndex()
    for id in 0..<ID(count) {
      withBytes(id) { bytes in _ = whole.number(of: bytes, TextIndex.hash(bytes)) }
    }
    return whole
  }

  static func == (left: Texts, right: Texts) -> Bool {
    left.count == right.count
      && (0..<ID(left.count)).allSatisfy { id in
        left.withBytes(id) { one in right.withBytes(id) { one.elementsEqual($0) } }
      }
  }
}

/// Texts in one arena, found by their hash.
struct TextIndex: Sendable {
  private(set) var arena: Column<UInt8>
  /// Where each text ends; it begins where the one before ends.
  private(set) var ends: Column<UInt32>
  /// Open addressing over a power of two of slots.
  ///
  /// Each holds half of a text's hash above its number plus one, or 0 where nothing stands.
  private(set) var slots: Column<UInt64>
  /// What the places held that were approached; without meaning, so that looking there is not left out.
  private var approached: UInt64 = 0

  init() {
    (arena, ends) = (Column(), Column())
    slots = Column(repeating: 0, count: 64)
  }

  /// Takes the parts of an index back; `nil` where they cannot belong together.
  init?(arena: Column<UInt8>, ends: Column<UInt32>, slots: Column<UInt64>) {
    let size = slots.count
    guard size >= 64, size & (size - 1) == 0, ends.count < size,
      ends.isEmpty || Int(ends[ends.count - 1]) == arena.count
    else { return nil }
    (self.arena, self.ends, self.slots) = (arena, ends, slots)
  }

  var count: Int { ends.count }

  private func range(_ index: Int) -> Range<Int> {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return start..<max(start, Int(ends[index]))
  }

  func withBytes<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    arena.lend(range(index), body)
  }

  func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int? {
    let slot = slots[place(of: bytes, hash)]
    return slot == 0 ? nil : Int(slot & 0xFFFF_FFFF) - 1
  }

  mutating func number(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let place = place(of: bytes, hash)
    let slot = slots[place]
    if slot != 0 { return Int(slot & 0xFFFF_FFFF) - 1 }
    arena.append(contentsOf: bytes)
    ends.append(UInt32(truncatingIfNeeded: arena.count))
    slots[place] = UInt64(hash) << 32 | UInt64(ends.count)
    if ends.count * 4 > slots.count * 3 { grow() }
    return ends.count - 1
  }

  @inline(__always)
  fileprivate mutating func approach(_ hash: UInt32) {
    approached &+= slots[Int(hash) & (slots.count - 1)]
  }

  /// The slot where a text stands, or the empty one where it would.
  private func place(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return place }
      if UInt32(truncatingIfNeeded: slot >> 32) == hash, isSame(Int(slot & 0xFFFF_FFFF) - 1, bytes) {
        return place
      }
      place = (place + 1) & mask
    }
  }

  private func isSame(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index >= 0, index < count else { return false }
    return withBytes(index) { known in
      guard known.count == bytes.count else { return false }
      guard let one = known.baseAddress, let other = bytes.baseAddress else { return true }
      return memcmp(one, other, known.count) == 0
    }
  }

  private mutating func grow() {
    let size = slots.count * 2
    var grown = [UInt64](repeating: 0, count: size)
    slots.stretches { slots, _ in
      for slot in slots where slot != 0 {
        var place = Int(slot >> 32) & (size - 1)
        while grown[place] != 0 { place = (place + 1) & (size - 1) }
        grown[place] = slot
      }
    }
    slots = Column(grown)
  }

  /// Mixes eight bytes at a time; not secret, only well spread.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var offset = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while offset + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset += 1
    }
    hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: hash ^ hash >> 29 ^ hash >> 43)
  }
}
