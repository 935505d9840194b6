/// Values of keys outside the declarations of one entity, such as `share.082@2023` and `override.W12`.
struct OpenCells: Sendable, Equatable {
  private(set) var cells: [Texts.ID: Int32] = [:]

  init() {}

  subscript(name: Texts.ID) -> Int32? {
    get { cells[name] }
    set { cells[name] = newValue }
  }

  /// Name and value, one after the other.
  var numbers: [Int64] { cells.sorted { $0.key < $1.key }.flatMap { [Int64($0.key), Int64($0.value)] } }

  init(numbers: [Int64]) {
    for at in stride(from: 0, to: numbers.count - 1, by: 2) {
      cells[Texts.ID(truncatingIfNeeded: numbers[at])] = Int32(truncatingIfNeeded: numbers[at + 1])
    }
  }
}

extension History {
  /// For each saying: its line, how many lines it replaces and how many cells it sets; then those.
  var numbers: [Int64] {
    sayings.flatMap { saying -> [Int64] in
      var numbers = [Int64(saying.line), Int64(saying.replaces.count), Int64(saying.cells.count)]
      for id in saying.replaces { numbers += [Int64(id.high), Int64(bitPattern: id.low)] }
      for (slot, cell) in saying.cells {
        switch slot {
        case .column(let index): numbers += [0, Int64(index), Int64(cell)]
        case .open(let name): numbers += [1, Int64(name), Int64(cell)]
        }
      }
      return numbers
    }
  }

  /// Whether any of these lines is one of a history's, by its numbers.
  static func speaks(any lines: Set<Int32>, in numbers: UnsafeBufferPointer<Int64>) -> Bool {
    var at = 0
    while at + 3 <= numbers.count {
      if lines.contains(Int32(truncatingIfNeeded: numbers[at])) { return true }
      let (replaced, said) = (numbers[at + 1], numbers[at + 2])
      let room = Int64(numbers.count - at)
      guard (0...room).contains(replaced), (0...room).contains(said) else { return false }
      at += 3 + Int(replaced) * 2 + Int(said) * 3
    }
    return false
  }

  /// `nil` where the numbers are none of a history.
  init?(numbers: [Int64]) {
    self.init()
    var at = 0
    while at < numbers.count {
      guard at + 3 <= numbers.count, let saying = Saying(numbers, &at) else { return nil }
      add(saying)
    }
  }
}

extension Saying {
  fileprivate init?(_ numbers: [Int64], _ at: inout Int) {
    let line = Int32(truncatingIfNeeded: numbers[at])
    let (replaced, said) = (numbers[at + 1], numbers[at + 2])
    at += 3
    let room = Int64(numbers.count - at)
    guard replaced >= 0, said >= 0, replaced <= room, said <= room, replaced * 2 + said * 3 <= room else {
      return nil
    }
    var replaces: [LineID] = []
    for _ in 0..<replaced {
      replaces.append(
        LineID(high: UInt16(truncatingIfNeeded: numbers[at]), low: UInt64(bitPattern: numbers[at + 1])))
      at += 2
    }
    var cells: [(slot: Slot, cell: Int32)] = []
    for _ in 0..<said {
      let number = numbers[at + 1]
      let slot: Slot =
        numbers[at] == 0
        ? .column(Int16(truncatingIfNeeded: number)) : .open(Texts.ID(truncatingIfNeeded: number))
      cells.append((slot, Int32(truncatingIfNeeded: numbers[at + 2])))
      at += 3
    }
    self.init(line: line, replaces: replaces, cells: cells)
  }
}
