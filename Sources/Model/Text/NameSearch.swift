/// A name made ready for being found by a few unmarked letters.
public struct SearchName: Hashable, Sendable {
  /// How a query fits a name, the best first.
  public enum Fit: UInt8, Comparable, Sendable {
    case exact, prefix, wordPrefix, initials, substring

    public static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
  }

  private let letters: [UInt8]
  /// Where each word begins in `letters`, which has no spaces; the end is the last.
  private let starts: [Int]

  public init(_ name: String) {
    var letters: [UInt8] = []
    var starts: [Int] = []
    for word in SearchQuery(name).words {
      starts.append(letters.count)
      letters += word
    }
    self.letters = letters
    self.starts = starts + [letters.count]
  }

  /// How a query fits, or nothing.
  public func fit(_ query: SearchQuery) -> Fit? {
    if query.words.isEmpty { return nil }
    if query.words.count == 1, let word = query.words.first { return fit(letters: word) }
    if query.letters == letters { return .exact }
    for first in starts.indices.dropLast() where fits(query.words, from: first) {
      return first == 0 ? .prefix : .wordPrefix
    }
    return fit(letters: query.letters).map { max($0, .wordPrefix) }
  }

  private func fit(letters query: [UInt8]) -> Fit? {
    if query == letters { return .exact }
    if letters.starts(with: query) { return .prefix }
    if starts.dropLast().contains(where: { letters[$0...].starts(with: query) }) { return .wordPrefix }
    if starts.count > 2, query.count > 1, starts.dropLast().map({ letters[$0] }).starts(with: query) {
      return .initials
    }
    return letters.indices.contains { letters[$0...].starts(with: query) } ? .substring : nil
  }

  private func fits(_ words: [[UInt8]], from first: Int) -> Bool {
    guard first + words.count < starts.count else { return false }
    return words.indices.allSatisfy { place in
      letters[starts[first + place]..<starts[first + place + 1]].starts(with: words[place])
    }
  }
}

/// What a person typed to find something, folded and parted into words.
public struct SearchQuery: Hashable, Sendable {
  let words: [[UInt8]]
  let letters: [UInt8]

  public init(_ text: String) {
    words = text.foldedUTF8.split { !Self.isLetter($0) }.map(Array.init)
    letters = Array(words.joined())
  }

  public var isEmpty: Bool { words.isEmpty }

  /// The digits, if nothing but digits was typed: a code.
  var code: [UInt8]? {
    letters.allSatisfy { $0 &- 0x30 < 10 } && !letters.isEmpty ? letters : nil
  }

  /// Apostrophes and dots inside a name are left out like spaces.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte &- 0x61 < 26 || byte >= 0x80
  }
}
