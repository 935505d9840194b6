/// The words that many names are made of, each read once: names have few of them, and share them.
///
/// A name is known by its words' spellings, in the order in which names are compared; only names that this does not
/// tell apart have to be looked at letter by letter.
struct NameWords {
  private struct Word {
    /// Where its letters for searching stand.
    let folded: Range<Int>
    /// Where its spellings stand; most have one, a sign has none, a double name two.
    let spellings: Range<Int>
  }

  private var known = TextIndex()
  private var words: [Word] = []
  private var folded: [UInt8] = []
  /// Letters and tones of a word as they are compared; each once.
  private var spelled = TextIndex()
  private var spellings: [Int32] = []
  /// The words of all names, and where those of each end.
  private var said: [Int32] = []
  private var ends: [Int32] = []

  /// - Parameter count: of so many names.
  init(of count: Int) {
    said.reserveCapacity(count * 4)
    ends.reserveCapacity(count)
  }

  /// Takes in the next name, and appends it as it is searched for.
  mutating func read(_ name: UnsafeBufferPointer<UInt8>, into searched: inout [UInt8]) {
    var start = 0
    for place in 0...name.count where place == name.count || NameWords.isGap(name[place]) {
      if place > start {
        let number = word(UnsafeBufferPointer(rebasing: name[start..<place]))
        said.append(Int32(number))
        searched.append(contentsOf: folded[words[number].folded])
      }
      if place < name.count { searched.append(name[place]) }
      start = place + 1
    }
    ends.append(Int32(said.count))
  }

  private static func isGap(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let number = known.number(of: bytes, TextIndex.hash(bytes))
    guard number == words.count else { return number }
    let text = String(decoding: bytes, as: UTF8.self)
    let (first, before) = (folded.count, spellings.count)
    text.fold(into: &folded)
    for spelling in VietnameseOrder.spellings(text) {
      spelling.withUnsafeBufferPointer {
        spellings.append(Int32(spelled.number(of: $0, TextIndex.hash($0))))
      }
    }
    words.append(Word(folded: first..<folded.count, spellings: before..<spellings.count))
    return number
  }

  /// For each name the places of its first spellings in the order, given name first, as one number.
  ///
  /// A name whose number is lower stands before; of equal numbers nothing follows.
  func places() -> [UInt64] {
    let ranks = spellingRanks()
    let bits = UInt64.bitWidth - UInt64(ranks.count + 1).leadingZeroBitCount
    let room = UInt64.bitWidth / bits
    var start = 0
    return ends.map { end in
      let end = Int(end)
      defer { start = end }
      var place: UInt64 = 0
      var left = room
      func add(_ word: Int32) {
        for spelling in spellings[words[Int(word)].spellings] where left > 0 {
          left -= 1
          place = place << UInt64(bits) | UInt64(ranks[Int(spelling)] + 1)
        }
      }
      if end > start { add(said[end - 1]) }
      for index in start..<max(start, end - 1) { add(said[index]) }
      return left > 0 ? place << UInt64(bits * left) : place
    }
  }

  private func spellingRanks() -> [UInt32] {
    let texts = (0..<spelled.count).map { number in spelled.withBytes(number) { Array($0) } }
    var ranks = [UInt32](repeating: 0, count: texts.count)
    let order = texts.indices.sorted { texts[$0].lexicographicallyPrecedes(texts[$1]) }
    for (rank, number) in order.enumerated() { ranks[number] = UInt32(rank) }
    return ranks
  }
}
