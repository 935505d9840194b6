/// One entry of a code list: what is stored, what is shown, and what else is known of it.
public struct Code: Hashable, Sendable {
  /// What is stored; never changed once used.
  public let code: String
  public let words: Words
  /// Other names people use.
  public let aliases: [String]
  /// The place in a list shown to people, 1 first; `nil` for entries that come after those with a rank.
  public let rank: Int?
  /// Whether it is offered before all others.
  public let isPinned: Bool
  let facts: [Fact]

  init(
    _ code: String, _ vi: String, _ en: String, aliases: [String] = [], rank: Int? = nil,
    pinned: Bool = false,
    facts: [Fact] = []
  ) {
    self.code = code
    words = Words(vi, en)
    self.aliases = aliases
    self.rank = rank
    isPinned = pinned
    self.facts = facts
  }

  /// What is known of an entry besides its name, or nothing.
  public subscript(kind: Fact.Kind) -> String? { facts.first { $0.kind == kind }?.value }
}

/// Something a code list says of an entry.
public struct Fact: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    /// The code of the market and of the contract form that a programme leads to.
    case market, form
    /// The article of the law that names it.
    case clause
    /// First and last day, and the code of what came after (agencies).
    case since, until, successor
    case phase
    /// The codes of two official lists of ethnic groups.
    case gso1979, gso2008
    /// The letter of the industry classification.
    case section
    case scale, validMonths, pattern, alpha3
  }

  public let kind: Kind
  public let value: String

  init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}

/// A list of the codes that a field may have.
public struct CodeList: Sendable {
  public let id: String
  public let words: Words
  /// In the order of the data; an entry's place is its index.
  public let codes: [Code]
  /// The codes in UTF-8.
  private let spelling: [[UInt8]]
  /// Open addressing by hash: the index of a code, or `empty`.
  private let slots: [UInt8]
  private static let empty = UInt8.max

  init(_ id: String, _ vi: String, _ en: String, _ codes: [Code]) {
    self.id = id
    words = Words(vi, en)
    self.codes = codes
    spelling = codes.map { Array($0.code.utf8) }
    var size = 4
    while size < codes.count * 2 { size *= 2 }
    var slots = [UInt8](repeating: Self.empty, count: size)
    for (index, code) in spelling.enumerated() {
      var place = Int(truncatingIfNeeded: Self.hash(code)) & (size - 1)
      while slots[place] != Self.empty { place = (place + 1) & (size - 1) }
      slots[place] = UInt8(truncatingIfNeeded: index)
    }
    self.slots = slots
  }

  public var count: Int { codes.count }

  /// The code at an index, as it is stored.
  public func code(at index: Int) -> String? { codes.indices.contains(index) ? codes[index].code : nil }

  public func entry(at index: Int) -> Code? { codes.indices.contains(index) ? codes[index] : nil }

  public subscript(code: String) -> Code? { index(of: code).map { codes[$0] } }

  public func contains(_ code: String) -> Bool { index(of: code) != nil }

  /// The index of a code.
  public func index(of code: String) -> Int? {
    var code = code
    return code.withUTF8 { index(of: $0) }
  }

  /// The index of a code in UTF-8, without an allocation, for readers that have bytes only.
  public func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = Int(truncatingIfNeeded: Self.hash(bytes)) & (slots.count - 1)
    while slots[place] != Self.empty {
      let index = Int(slots[place])
      if isSpelled(index, bytes) { return index }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isSpelled(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard spelling[index].count == bytes.count else { return false }
    for place in bytes.indices where spelling[index][place] != bytes[place] { return false }
    return true
  }

  /// What a code is called, or the code itself where the list does not know it.
  public func text(_ code: String, _ language: Language) -> String { self[code]?.words[language] ?? code }

  /// FNV-1a.
  private static func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
