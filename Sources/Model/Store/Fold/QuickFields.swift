import Glibc

/// The fields of every kind and the codes of every list, laid out flat for reading lines at one go.
///
/// Made once and kept for good: what reads lines follows plain pointers here and counts no references.
struct QuickFields: @unchecked Sendable {
  /// How a value in quotes becomes a number, or which other kind of value a field has.
  enum Form: UInt8 { case text, code, day, unit, link, integer, flag }

  struct Item {
    let key: QuickKey
    let form: Form
    /// The number of the code list, or the kind that is linked to.
    let argument: Int
    /// The chain that a link is kept in, or -1.
    let relation: Int
  }

  struct Kind {
    /// `kind/`, as a key begins.
    let prefix: UnsafePointer<UInt8>
    let prefixLength: Int
    let items: UnsafePointer<Item>
    let count: Int
  }

  private struct Entry {
    let list: Int
    let index: Int32
    let code: UnsafePointer<UInt8>
    let length: Int
  }

  static let shared = QuickFields()

  /// By the position of the kind.
  let kinds: UnsafeBufferPointer<Kind>
  /// Open addressing over all codes of all lists that fields refer to: the number of an entry plus one, or 0.
  private let slots: UnsafeBufferPointer<UInt16>
  private let entries: UnsafeBufferPointer<Entry>

  private init() {
    var lists: [CodeList] = []
    for kind in EntityKind.allCases {
      for field in kind.fields {
        if case .code(let list) = field.kind, !lists.contains(where: { $0.id == list.id }) {
          lists.append(list)
        }
      }
    }
    kinds = QuickFields.kept(
      EntityKind.allCases.map { kind in
        let prefix = QuickFields.kept(kind.rawValue + "/")
        let items = QuickFields.kept(QuickFields.items(of: kind, lists))
        return Kind(
          prefix: prefix.pointer, prefixLength: prefix.count,
          items: items.baseAddress.unsafelyUnwrapped, count: items.count)
      })
    let entries = lists.indices.flatMap { list in
      lists[list].codes.indices.map { index in
        let code = QuickFields.kept(lists[list].codes[index].code)
        return Entry(list: list, index: Int32(index), code: code.pointer, length: code.count)
      }
    }
    var size = 64
    while size < entries.count * 4 { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    for (number, entry) in entries.enumerated() {
      let hash = TextIndex.hash(UnsafeBufferPointer(start: entry.code, count: entry.length))
      var place = QuickFields.place(hash, entry.list) & (size - 1)
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = UInt16(truncatingIfNeeded: number + 1)
    }
    self.entries = QuickFields.kept(entries)
    self.slots = QuickFields.kept(slots)
  }

  /// The index of a code within its list, by the text and its hash.
  func code(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt32, list: Int) -> Int32? {
    var place = QuickFields.place(hash, list) & (slots.count - 1)
    while slots[place] != 0 {
      let entry = entries[Int(slots[place]) - 1]
      if entry.list == list, entry.length == text.count, text.baseAddress.isSame(entry.code, text.count) {
        return entry.index
      }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func place(_ hash: UInt32, _ list: Int) -> Int { Int(hash) &+ list &* 0x9E37 }

  private static func items(of kind: EntityKind, _ lists: [CodeList]) -> [Item] {
    kind.fields.enumerated().map { index, field in
      var argument = 0
      let form: Form
      switch field.kind {
      case .text: form = .text
      case .day: form = .day
      case .unit: form = .unit
      case .integer: form = .integer
      case .flag: form = .flag
      case .code(let list):
        form = .code
        argument = lists.firstIndex { $0.id == list.id } ?? 0
      case .link(let kind):
        form = .link
        argument = kind.index
      }
      return Item(
        key: QuickKey(field.key), form: form, argument: argument,
        relation: Backlinks.Relation.ofColumns[kind.index][index]?.rawValue ?? -1)
    }
  }

  private static func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
    _ = copy.initialize(from: elements)
    return UnsafeBufferPointer(rebasing: copy[..<elements.count])
  }

  private static func kept(_ text: String) -> (pointer: UnsafePointer<UInt8>, count: Int) {
    let bytes = kept(Array(text.utf8))
    return (bytes.baseAddress.unsafelyUnwrapped, bytes.count)
  }
}

/// A key with the quotation mark after it, compared in three words at most.
struct QuickKey {
  /// With the quotation mark; more than 24 bytes are never compared as equal.
  let length: Int
  /// The first eight bytes, as far as there are so many; those after them, from 17 on; the last eight, from 9 on.
  private var words: (first: UInt64, middle: UInt64, last: UInt64) = (0, 0, 0)
  private let mask: UInt64

  init(_ key: String) {
    let bytes = Array((key + "\"").utf8)
    length = bytes.count
    func word(_ start: Int) -> UInt64 {
      (0..<8).reduce(0) { word, index in
        let at = start + index
        return at < bytes.count ? word | UInt64(bytes[at]) << UInt64(8 * index) : word
      }
    }
    mask = length >= 8 ? .max : (1 << UInt64(8 * length)) - 1
    words.first = word(0)
    if length > 16 { words.middle = word(8) }
    if length > 8 { words.last = word(length - 8) }
  }

  /// Whether the bytes begin with it; eight bytes may be read beyond its end.
  @inline(__always)
  func begins(_ bytes: UnsafeRawPointer) -> Bool {
    guard bytes.loadUnaligned(as: UInt64.self).littleEndian & mask == words.first else { return false }
    if length <= 8 { return true }
    guard bytes.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self).littleEndian == words.last else {
      return false
    }
    return length <= 16
      || length <= 24 && bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian == words.middle
  }
}

extension UnsafePointer<UInt8>? {
  /// Whether so many bytes are the same here and there.
  @inline(__always)
  func isSame(_ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard let self else { return count == 0 }
    return memcmp(self, other, count) == 0
  }
}
