import Model

/// The choices of one list, made ready for search as one types.
///
/// All names are folded once into one run of bytes, so that a letter costs one pass over it, even with
/// ten thousand choices.
struct ChoiceList: Equatable, Sendable {
  let choices: [Choice]
  /// The places of the choices, most used first; equals keep the order of the list.
  private let byUse: [Int]
  /// For each choice: its folded names, each after a byte that says what it is; then the next choice.
  private let keys: [UInt8]
  private let starts: [Int]
  private let places: [String: Int]

  init(_ choices: [Choice]) {
    self.choices = choices
    byUse = choices.indices.sorted {
      (choices[$1].weight, $0) < (choices[$0].weight, $1)
    }
    var keys: [UInt8] = []
    var starts: [Int] = []
    var places: [String: Int] = [:]
    for (index, choice) in choices.enumerated() {
      starts.append(keys.count)
      ChoiceList.append(choice, to: &keys)
      if places[choice.code] == nil { places[choice.code] = index }
    }
    starts.append(keys.count)
    (self.keys, self.starts, self.places) = (keys, starts, places)
  }

  static let empty = ChoiceList([])

  var count: Int { choices.count }

  func choice(_ code: String) -> Choice? { places[code].map { choices[$0] } }

  /// The choice whose label or code this text is, marks and case as typed or left out.
  func exact(_ text: String) -> Choice? {
    let folded = text.folded
    guard !folded.isEmpty else { return nil }
    var found: Choice?
    for index in matches(text) {
      let choice = choices[index]
      if choice.label.composed.lowercased() == text.composed.lowercased() { return choice }
      if found == nil, choice.label.folded == folded || choice.code.lowercased() == folded { found = choice }
    }
    return found
  }

  /// The places of the choices that a text finds, best first.
  ///
  /// Text finds the beginning of the name, its initials, the beginning of any of its words, of a former
  /// name, initials from within or the code, in this order; a text that begins with 0 is a code. Names that carry the marks
  /// as typed come first.
  func matches(_ text: String) -> [Int] {
    let typed = text.tidied
    if typed.isEmpty { return byUse }
    let query = Array(typed.folded.utf8)
    let isCode = query.first == UInt8(ascii: "0")
    var ranked: [(rank: Int, index: Int)] = []
    for index in byUse {
      guard let rank = rank(of: query, in: starts[index]..<starts[index + 1], isCode: isCode) else {
        continue
      }
      ranked.append((rank, index))
    }
    let marked = typed.lowercased()
    let hasMarks = !marked.utf8.allSatisfy { $0 < 0x80 }
    var buckets: [[Int]] = Array(repeating: [], count: ChoiceList.ranks + 1)
    for (rank, index) in ranked {
      let isAsTyped = hasMarks && choices[index].label.lowercased().hasPrefix(marked)
      buckets[isAsTyped ? 0 : rank + 1].append(index)
    }
    return buckets.flatMap { $0 }
  }
}

// MARK: - Folded keys

extension ChoiceList {
  /// How well a key answers: whole name, beginning of the name, initials, a later word, a former name, code.
  private static let ranks = 6
  private static let name: UInt8 = 1
  private static let initials: UInt8 = 2
  private static let alias: UInt8 = 3
  private static let code: UInt8 = 4
  private static let space = UInt8(ascii: " ")

  private static func append(_ choice: Choice, to keys: inout [UInt8]) {
    let folded = choice.label.folded
    keys.append(name)
    keys.append(contentsOf: folded.utf8)
    let first = initials(of: folded)
    if first.count > 1 {
      keys.append(initials)
      keys.append(contentsOf: first)
    }
    for other in choice.aliases {
      let folded = other.folded
      keys.append(alias)
      keys.append(contentsOf: folded.utf8)
    }
    keys.append(code)
    keys.append(contentsOf: choice.code.lowercased().utf8)
  }

  private static func initials(of folded: String) -> [UInt8] {
    var isStart = true
    var letters: [UInt8] = []
    for byte in folded.utf8 {
      let isLetter = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if isLetter && isStart { letters.append(byte) }
      isStart = !isLetter
    }
    return letters
  }

  /// How well the keys of one choice answer a query; `nil` when they do not.
  private func rank(of query: [UInt8], in range: Range<Int>, isCode: Bool) -> Int? {
    keys.withUnsafeBufferPointer { bytes in
      var best: Int?
      var kind: UInt8 = 0
      var position = range.lowerBound
      while position < range.upperBound {
        let byte = bytes[position]
        if byte < 5 { kind = byte }
        let isWordStart = byte == ChoiceList.space || byte < 5 || kind == ChoiceList.initials
        position += 1
        guard isWordStart, !isCode || kind == ChoiceList.code else { continue }
        guard position + query.count <= range.upperBound else { continue }
        var offset = 0
        while offset < query.count, bytes[position + offset] == query[offset] { offset += 1 }
        guard offset == query.count else { continue }
        let end = position + offset
        let isWhole = end == range.upperBound || bytes[end] < 5
        let found = ChoiceList.rank(kind, isFirstWord: byte < 5, isWhole: isWhole)
        if best.map({ found < $0 }) ?? true { best = found }
      }
      return best
    }
  }

  private static func rank(_ kind: UInt8, isFirstWord: Bool, isWhole: Bool) -> Int {
    switch (kind, isFirstWord) {
    case (name, true), (code, true): isWhole ? 0 : kind == name ? 1 : 5
    case (initials, true): 2
    case (name, false): 3
    default: 4
    }
  }
}
