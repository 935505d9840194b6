/// Numbers that few records have, by the record's key, as they lie in a mapped file: read when they are asked for.
struct KeptNumbers: Sendable {
  /// In ascending order.
  private(set) var keys = Column<Texts.ID>()
  /// Where the numbers of each key begin, and last where they end.
  private(set) var starts = Column<Int64>([0])
  private(set) var numbers = Column<Int64>()

  init() {}

  /// Takes back what was kept; `nil` where the parts cannot belong together.
  init?(keys: Column<Texts.ID>, starts: Column<Int64>, numbers: Column<Int64>) {
    guard starts.count == keys.count + 1, starts[0] == 0, starts[keys.count] == Int64(numbers.count) else {
      return nil
    }
    (self.keys, self.starts, self.numbers) = (keys, starts, numbers)
  }

  /// The same with other numbers for some keys.
  func with(_ changed: [Texts.ID: [Int64]]) -> KeptNumbers {
    guard !changed.isEmpty else { return self }
    var all = KeptNumbers()
    for key in keys(with: changed.keys) { all.append(key, changed[key] ?? self[key] ?? []) }
    return all
  }

  /// Adds a key that is higher than all before it.
  private mutating func append(_ key: Texts.ID, _ more: [Int64]) {
    keys.append(key)
    numbers.append(contentsOf: more)
    starts.append(Int64(numbers.count))
  }

  func has(_ key: Texts.ID) -> Bool { index(of: key) != nil }

  subscript(key: Texts.ID) -> [Int64]? {
    guard let index = index(of: key) else { return nil }
    let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
    guard start >= 0, start <= end, end <= numbers.count else { return nil }
    return numbers.lend(start..<end) { Array($0) }
  }

  private func index(of key: Texts.ID) -> Int? {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? low : nil
  }

  /// The keys whose numbers are looked for, each stretch of numbers given as it lies there.
  func keys(where isWanted: (UnsafeBufferPointer<Int64>) -> Bool) -> [Texts.ID] {
    numbers.lend(0..<numbers.count) { all in
      (0..<keys.count).filter { index in
        let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
        guard start >= 0, start <= end, end <= all.count else { return false }
        return isWanted(UnsafeBufferPointer(rebasing: all[start..<end]))
      }.map { keys[$0] }
    }
  }

  /// All keys in ascending order, with those of `others`.
  func keys(with others: some Sequence<Texts.ID>) -> [Texts.ID] {
    let changed = Set(others)
    return changed.isEmpty ? Array(keys) : changed.union(keys).sorted()
  }
}

/// The histories of entities, those kept and those that changed since.
struct Histories: Sendable, Equatable {
  private var kept = KeptNumbers()
  private var changed: [Texts.ID: History] = [:]

  init(kept: KeptNumbers = KeptNumbers()) { self.kept = kept }

  subscript(key: Texts.ID) -> History? {
    get { changed[key] ?? kept[key].flatMap { History(numbers: $0) } }
    set { changed[key] = newValue }
  }

  /// Adds what a line says of an entity that has a history, unless a line said the same, which is given back then.
  mutating func add(_ saying: Saying, to key: Texts.ID, _ lines: Lines) -> Int32? {
    if changed[key] == nil { changed[key] = self[key] }
    return changed[key]?.add(saying, lines)
  }

  func has(_ key: Texts.ID) -> Bool { changed[key] != nil || kept.has(key) }

  var keys: [Texts.ID] { kept.keys(with: changed.keys) }

  /// The entities of which any of these lines speaks, found without taking all histories apart.
  func keys(saidBy lines: Set<Int32>) -> [Texts.ID] {
    let known = kept.keys { History.speaks(any: lines, in: $0) }.filter { changed[$0] == nil }
    return known + changed.filter { $0.value.sayings.contains { lines.contains($0.line) } }.keys
  }

  /// All of them as numbers, to be kept.
  var packed: KeptNumbers { kept.with(changed.mapValues(\.numbers)) }

  static func == (left: Histories, right: Histories) -> Bool {
    left.keys == right.keys && left.keys.allSatisfy { left[$0] == right[$0] }
  }
}

extension Histories: Sequence {
  func makeIterator() -> AnyIterator<(Texts.ID, History)> {
    var keys = keys.makeIterator()
    return AnyIterator {
      while let key = keys.next() {
        if let history = self[key] { return (key, history) }
      }
      return nil
    }
  }
}

/// Values of keys outside the declarations, by entity, those kept and those that changed since.
struct OpenValues: Sendable, Equatable {
  private var kept = KeptNumbers()
  private var changed: [Texts.ID: OpenCells] = [:]

  init(kept: KeptNumbers = KeptNumbers()) { self.kept = kept }

  subscript(key: Texts.ID) -> OpenCells? { changed[key] ?? kept[key].map { OpenCells(numbers: $0) } }

  mutating func set(_ key: Texts.ID, _ name: Texts.ID, _ cell: Int32) {
    var cells = self[key] ?? OpenCells()
    cells[name] = cell
    changed[key] = cells
  }

  /// Forgets the values of one entity.
  mutating func clear(_ key: Texts.ID) {
    if self[key] != nil { changed[key] = OpenCells() }
  }

  var keys: [Texts.ID] { kept.keys(with: changed.keys) }

  /// All of them as numbers, to be kept.
  var packed: KeptNumbers { kept.with(changed.mapValues(\.numbers)) }

  static func == (left: OpenValues, right: OpenValues) -> Bool {
    left.keys == right.keys && left.keys.allSatisfy { left[$0] == right[$0] }
  }
}
