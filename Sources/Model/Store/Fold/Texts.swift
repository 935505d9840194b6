/// Every text the register holds, each once, in one arena; a text is known by its number.
///
/// Entity keys, names and codes alike: equal texts have equal numbers, so that comparing is comparing integers.
struct Texts: Sendable, Equatable {
  typealias ID = Int32

  private(set) var arena: [UInt8] = []
  /// Where each text ends; it begins where the one before ends.
  private(set) var ends: [UInt32] = []
  /// Open addressing by hash: the number of a text plus one, 0 for an empty slot.
  private(set) var slots: [UInt32]

  init() { slots = Array(repeating: 0, count: 64) }

  /// Takes the parts back that a cache had kept.
  ///
  /// The slots are made anew, so a damaged cache cannot lead a search astray.
  init(arena: [UInt8], ends: [UInt32], slots: [UInt32]) {
    self.arena = arena
    self.ends = ends
    self.slots = slots
  }

  var count: Int { ends.count }

  private func start(_ id: Int) -> Int { id == 0 ? 0 : Int(ends[id - 1]) }

  subscript(id: ID) -> String {
    guard id >= 0, Int(id) < ends.count else { return "" }
    return String(decoding: arena[start(Int(id))..<Int(ends[Int(id)])], as: UTF8.self)
  }

  /// The bytes of a text, for comparing without making a string.
  func bytes(_ id: ID) -> ArraySlice<UInt8> {
    guard id >= 0, Int(id) < ends.count else { return [] }
    return arena[start(Int(id))..<Int(ends[Int(id)])]
  }

  func find(_ text: String) -> ID? {
    var text = text
    return text.withUTF8 { find($0) }
  }

  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> ID? {
    let slot = slots[place(of: bytes)]
    return slot == 0 ? nil : ID(slot) - 1
  }

  mutating func number(of text: String) -> ID {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> ID {
    let place = place(of: bytes)
    if slots[place] != 0 { return ID(slots[place]) - 1 }
    arena.append(contentsOf: bytes)
    ends.append(UInt32(arena.count))
    slots[place] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ID(ends.count - 1)
  }

  /// The slot where a text stands, or the empty one where it would.
  private func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: Texts.hash(bytes)) & mask
    while slots[place] != 0, !holds(Int(slots[place]) - 1, bytes) { place = (place + 1) & mask }
    return place
  }

  private func holds(_ id: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = start(id)
    guard Int(ends[id]) - start == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for offset in 0..<bytes.count where arena[start + offset] != bytes[offset] { return false }
      return true
    }
  }

  private mutating func grow() {
    let size = slots.count * 4
    var grown = [UInt32](repeating: 0, count: size)
    arena.withUnsafeBufferPointer { arena in
      for id in 0..<ends.count {
        let start = start(id)
        let bytes = UnsafeBufferPointer(rebasing: arena[start..<Int(ends[id])])
        var place = Int(truncatingIfNeeded: Texts.hash(bytes)) & (size - 1)
        while grown[place] != 0 { place = (place + 1) & (size - 1) }
        grown[place] = UInt32(id + 1)
      }
    }
    slots = grown
  }

  /// Mixes eight bytes at a time; not secret, only well spread.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
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
    return hash ^ hash >> 29
  }
}
