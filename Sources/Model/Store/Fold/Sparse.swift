/// Something that few records have, written as plain numbers.
protocol SparseValue: Sendable, Equatable {
  var numbers: [Int64] { get }
  /// `nil` where the numbers are none of this kind's.
  init?(numbers: UnsafeBufferPointer<Int64>)
}

/// What few records have, by their key: that of a mapped file is read when it is asked for.
struct Sparse<Value: SparseValue>: Sendable {
  /// The keys in ascending order, where the numbers of each begin, and the numbers of all.
  private var keys = Column<Texts.ID>()
  private var starts = Column<Int64>()
  private var numbers = Column<Int64>()
  private var changed: [Texts.ID: Value] = [:]

  init() {}

  /// Takes back what was kept; `nil` where the parts cannot belong together.
  init?(keys: Column<Texts.ID>, starts: Column<Int64>, numbers: Column<Int64>) {
    guard starts.count == keys.count + 1, starts[0] == 0, starts[keys.count] == Int64(numbers.count) else {
      return nil
    }
    (self.keys, self.starts, self.numbers) = (keys, starts, numbers)
  }

  subscript(key: Texts.ID) -> Value? {
    get { changed[key] ?? kept(key) }
    set { changed[key] = newValue }
  }

  private func kept(_ key: Texts.ID) -> Value? {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? kept(at: low) : nil
  }

  private func kept(at index: Int) -> Value? {
    let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
    guard start >= 0, start <= end, end <= numbers.count else { return nil }
    return numbers.lend(start..<end) { Value(numbers: $0) }
  }

  /// All keys in ascending order.
  var allKeys: [Texts.ID] {
    changed.isEmpty ? Array(keys) : Set(keys).union(changed.keys).sorted()
  }

  /// The parts to be kept.
  var packed: (keys: Column<Texts.ID>, starts: Column<Int64>, numbers: Column<Int64>) {
    if changed.isEmpty, starts.count > 0 { return (keys, starts, numbers) }
    var starts: [Int64] = [0]
    var numbers: [Int64] = []
    let keys = allKeys
    for key in keys {
      numbers += self[key]?.numbers ?? []
      starts.append(Int64(numbers.count))
    }
    return (Column(keys), Column(starts), Column(numbers))
  }
}

extension Sparse: Equatable {
  static func == (left: Sparse, right: Sparse) -> Bool {
    let keys = left.allKeys
    return keys == right.allKeys && keys.allSatisfy { left[$0] == right[$0] }
  }
}

extension Sparse: Sequence {
  func makeIterator() -> AnyIterator<(Texts.ID, Value)> {
    var keys = allKeys.makeIterator()
    return AnyIterator {
      while let key = keys.next() {
        if let value = self[key] { return (key, value) }
      }
      return nil
    }
  }
}
