import Glibc

/// The names of all workers as they are searched for and ordered, so that no list has to read each name anew.
///
/// Made once, beside other work, and kept with the fold; names that change or come later are held apart.
public struct NameIndex: Sendable {
  /// Up to so many names are read where they are asked for; more of them beside other work.
  public static let fewNames = 1000

  /// Of more names that changed or came later it is to be made anew: each start reads them.
  private static let manyChanged = 256
  var hasManyChanged: Bool { changed.count > NameIndex.manyChanged }

  /// A name that is not among the kept ones.
  private struct Name: Sendable, Equatable {
    let folded: [UInt8]
    let key: [UInt8]
  }

  /// The names for searching, by worker, and where each ends.
  private var folded = Column<UInt8>()
  private var ends = Column<UInt32>()
  /// The place of each worker's name in the Vietnamese order; equal names share one.
  private var ranks = Column<UInt32>()
  private var changed: [Int32: Name] = [:]

  /// Reads every name, each of its words once.
  public init(_ register: Register) {
    let count = register.count(.worker)
    var words = NameWords(of: count)
    var searched: [UInt8] = []
    searched.reserveCapacity(count * 20)
    ends.reserveCapacity(count)
    let names = (0..<count).map { register.cell(Worker.fullName, ofPerson: $0) }
    for (row, name) in names.enumerated() {
      register.texts.withBytes(name) { words.read($0, into: &searched) }
      ends.append(UInt32(truncatingIfNeeded: searched.count))
      if row % NameIndex.namesNear == 0 { register.texts.letGo() }
    }
    register.texts.letGo()
    folded = Column(searched)
    ranks = Column(NameIndex.ranks(words.places(), names, register))
  }

  /// After so many names the pages they stood on are let go of.
  private static let namesNear = 16_384

  /// Reads the names of a few workers.
  public init(_ register: Register, of workers: [Int]) { follow(workers, register) }

  /// Follows workers that changed, all records of one person together.
  mutating func follow(_ workers: some Sequence<Int>, _ register: Register) {
    for row in workers {
      let name = register.text(Worker.fullName, ofPerson: row) ?? ""
      changed[Int32(row)] = Name(folded: name.foldedUTF8, key: VietnameseOrder.nameKey(name))
    }
  }

  /// A worker's name, folded; `nil` where it has not been read.
  func folded(_ worker: Int) -> [UInt8]? {
    if let name = changed[Int32(worker)] { return name.folded }
    return worker >= 0 && worker < ends.count ? folded.lend(range(worker)) { Array($0) } : nil
  }

  /// Whether a worker's name contains a folded text.
  public func contains(_ text: SoughtText, worker: Int) -> Bool {
    if let name = changed[Int32(worker)] { return text.isIn(name.folded) }
    return worker >= 0 && worker < ends.count && folded.lend(range(worker), text.isIn)
  }

  /// The first workers whose names contain a folded text, in the order of rows.
  public func workers(containing text: SoughtText, limit: Int) -> [Int] {
    guard !text.bytes.isEmpty else { return [] }
    let length = text.bytes.count
    var found: [Int] = []
    folded.lend(0..<folded.count) { all in
      var at = 0
      var row = 0
      while found.count < limit, let hit = text.place(in: all, from: at) {
        while row < ends.count, Int(ends[row]) <= hit { row += step(row, to: hit) }
        guard row < ends.count else { return }
        if hit + length <= Int(ends[row]), changed[Int32(row)] == nil { found.append(row) }
        // A hit that runs over the end of a name is none; a name counts once.
        at = hit + length <= Int(ends[row]) ? Int(ends[row]) : hit + 1
      }
    }
    let late = changed.filter { text.isIn($0.value.folded) }.keys.map(Int.init)
    return Array((found + late).sorted().prefix(limit))
  }

  /// How many rows one may go on at once towards the one whose name holds a place.
  private func step(_ row: Int, to place: Int) -> Int {
    var step = 1
    while row + 2 * step < ends.count, Int(ends[row + 2 * step]) <= place { step *= 2 }
    return step
  }

  private func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row]) }

  /// The places of things in the order of the names of their workers.
  ///
  /// - Parameters:
  ///   - workers: the worker behind each thing, or a negative number.
  ///   - isBefore: which of two things of equal names stands first.
  public func order(
    _ workers: [Int], _ register: Register, isBefore: (Int, Int) -> Bool
  ) -> [Int] {
    var known: [UInt64] = []
    var others: [(place: Int, key: [UInt8])] = []
    known.reserveCapacity(workers.count)
    for (place, worker) in workers.enumerated() {
      if let name = changed[Int32(truncatingIfNeeded: worker)] {
        others.append((place, name.key))
      } else if worker >= 0, worker < ranks.count {
        known.append(UInt64(ranks[worker]) << 32 | UInt64(place))
      } else {
        others.append((place, VietnameseOrder.nameKey("")))
      }
    }
    known.sortByHighHalf()
    var order = known.map { Int($0 & 0xFFFF_FFFF) }
    var start = 0
    while start < known.count {
      var end = start + 1
      while end < known.count, known[end] >> 32 == known[start] >> 32 { end += 1 }
      if end - start > 1 { order[start..<end].sort(by: isBefore) }
      start = end
    }
    others.sort { $0.key == $1.key ? isBefore($0.place, $1.place) : $0.key.lexicographicallyPrecedes($1.key) }
    if order.isEmpty { return others.map(\.place) }
    // The few that are not ranked are put where they belong one by one.
    for other in others {
      var (low, high) = (0, order.count)
      while low < high {
        let middle = (low + high) / 2
        let name = register.text(Worker.fullName, ofPerson: workers[order[middle]]) ?? ""
        let key = VietnameseOrder.nameKey(name)
        let isEarlier =
          key == other.key
          ? isBefore(order[middle], other.place) : key.lexicographicallyPrecedes(other.key)
        if isEarlier { low = middle + 1 } else { high = middle }
      }
      order.insert(other.place, at: low)
    }
    return order
  }
}

extension NameIndex {
  func pack(into packer: Packer) {
    // Changed names are read anew at the next start.
    packer.put(folded)
    packer.put(ends)
    packer.put(ranks)
    packer.put(Array(changed.keys))
  }

  init?(_ unpacker: inout Unpacker, _ register: Register) {
    guard let folded = unpacker.column(UInt8.self), let ends = unpacker.column(UInt32.self),
      let ranks = unpacker.column(UInt32.self), let changed = unpacker.array(Int32.self),
      ranks.count == ends.count, ends.isEmpty || Int(ends[ends.count - 1]) == folded.count,
      ends.count <= register.count(.worker)
    else { return nil }
    (self.folded, self.ends, self.ranks) = (folded, ends, ranks)
    follow(changed.map(Int.init), register)
    follow(ends.count..<register.count(.worker), register)
  }
}

extension NameIndex {
  private struct Item {
    let place: UInt64
    let name: Texts.ID
    let row: Int32
  }

  /// The rank of each name; equal names share one.
  ///
  /// - Parameter places: says of most names which stands before, and of the others nothing.
  private static func ranks(_ places: [UInt64], _ names: [Texts.ID], _ register: Register) -> [UInt32] {
    var items: [Item] = []
    items.reserveCapacity(names.count)
    for (row, name) in names.enumerated() {
      items.append(Item(place: places[row], name: name, row: Int32(row)))
    }
    items.sort { $0.place == $1.place ? $0.name < $1.name : $0.place < $1.place }
    var ranks = [UInt32](repeating: 0, count: items.count)
    var rank: UInt32 = 0
    var start = 0
    while start < items.count {
      var end = start + 1
      while end < items.count, items[end].place == items[start].place { end += 1 }
      if items[start].name == items[end - 1].name {
        for item in items[start..<end] { ranks[Int(item.row)] = rank }
      } else {
        let keyed = items[start..<end].map {
          (key: VietnameseOrder.nameKey(register.texts[$0.name]), row: $0.row)
        }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        for (index, item) in keyed.enumerated() {
          if index > 0, keyed[index - 1].key != item.key { rank += 1 }
          ranks[Int(item.row)] = rank
        }
      }
      rank += 1
      start = end
    }
    return ranks
  }
}

extension [UInt64] {
  /// Sorts by the upper 32 bits, keeping the order of equal ones; long arrays in four passes over their bytes.
  mutating func sortByHighHalf() {
    guard count > 4096 else { return sort() }
    var other = self
    for shift in stride(from: UInt64(32), to: 64, by: 8) {
      var starts = [Int](repeating: 0, count: 257)
      for value in self { starts[Int(value >> shift & 0xFF) + 1] += 1 }
      for digit in 1...256 { starts[digit] += starts[digit - 1] }
      for value in self {
        let digit = Int(value >> shift & 0xFF)
        other[starts[digit]] = value
        starts[digit] += 1
      }
      swap(&self, &other)
    }
  }
}
