extension Register {
  /// The register as plain numbers; `nil` while lines wait for the rest of their group.
  func packed(into packer: inout Packer) -> Bool {
    guard waiting.values.allSatisfy(\.isEmpty) else { return false }
    packer.put(texts.arena)
    packer.put(texts.ends)
    packer.put(texts.slots)
    packer.put(rows)
    packer.put(lines.ids.map(\.high))
    packer.put(lines.ids.map(\.low))
    packer.put(lines.numbers)
    packer.put(lines.times)
    packer.put([lines.highest, setAside, unreadable])
    for table in tables {
      packer.put(table.keys)
      packer.put(table.firstLine)
      packer.put(table.conflicts)
      for column in table.columns { packer.put(column) }
    }
    packer.put(openNumbers)
    packer.put(historyNumbers)
    return true
  }

  init?(_ unpacker: inout Unpacker) {
    self.init()
    guard let arena = unpacker.take(UInt8.self), let ends = unpacker.take(UInt32.self),
      let slots = unpacker.take(UInt32.self), let rows = unpacker.take(Int32.self),
      let highs = unpacker.take(UInt16.self), let lows = unpacker.take(UInt64.self),
      let numbers = unpacker.take(Int32.self), let times = unpacker.take(Int64.self),
      let counters = unpacker.take(Int.self), counters.count == 3, highs.count == lows.count
    else { return nil }
    texts = Texts(arena: arena, ends: ends, slots: slots)
    self.rows = rows
    lines = Lines(
      ids: zip(highs, lows).map { LineID(high: $0, low: $1) }, numbers: numbers, times: times,
      highest: counters[0])
    setAside = counters[1]
    unreadable = counters[2]
    for index in tables.indices {
      guard let keys = unpacker.take(Int32.self), let first = unpacker.take(Int32.self),
        let conflicts = unpacker.take(UInt8.self)
      else { return nil }
      tables[index].keys = keys
      tables[index].firstLine = first
      tables[index].conflicts = conflicts
      for column in tables[index].columns.indices {
        guard let values = unpacker.take(Int32.self), values.count == keys.count else { return nil }
        tables[index].columns[column] = values
      }
    }
    guard let open = unpacker.take(Int32.self), let histories = unpacker.take(Int64.self),
      read(open: open), read(histories: histories)
    else { return nil }
  }

  private var openNumbers: [Int32] {
    open.flatMap { entity, values in values.flatMap { [entity, $0.key, $0.value] } }
  }

  private mutating func read(open numbers: [Int32]) -> Bool {
    guard numbers.count % 3 == 0 else { return false }
    for at in stride(from: 0, to: numbers.count, by: 3) {
      open[numbers[at], default: [:]][numbers[at + 1]] = numbers[at + 2]
    }
    return true
  }

  /// For each entity: its number, how many sayings; for each: line, replaced lines, cells.
  private var historyNumbers: [Int64] {
    var numbers: [Int64] = []
    for (entity, history) in histories {
      numbers += [Int64(entity), Int64(history.sayings.count)]
      for saying in history.sayings {
        numbers += [Int64(saying.line), Int64(saying.replaces.count), Int64(saying.cells.count)]
        for id in saying.replaces { numbers += [Int64(id.high), Int64(bitPattern: id.low)] }
        for (slot, cell) in saying.cells {
          switch slot {
          case .column(let index): numbers += [0, Int64(index), Int64(cell)]
          case .open(let name): numbers += [1, Int64(name), Int64(cell)]
          }
        }
      }
    }
    return numbers
  }

  private mutating func read(histories numbers: [Int64]) -> Bool {
    var at = 0
    func next(_ count: Int) -> ArraySlice<Int64>? {
      guard count >= 0, at + count <= numbers.count else { return nil }
      defer { at += count }
      return numbers[at..<at + count]
    }
    while at < numbers.count {
      guard let head = next(2), let entity = head.first, let count = head.last else { return false }
      var history = History()
      for _ in 0..<max(0, count) {
        guard let sizes = next(3).map(Array.init), let replaced = next(Int(sizes[1]) * 2).map(Array.init),
          let cells = next(Int(sizes[2]) * 3).map(Array.init)
        else { return false }
        history.add(
          Saying(
            line: Int32(truncatingIfNeeded: sizes[0]),
            replaces: stride(from: 0, to: replaced.count, by: 2).map {
              LineID(
                high: UInt16(truncatingIfNeeded: replaced[$0]), low: UInt64(bitPattern: replaced[$0 + 1]))
            },
            cells: stride(from: 0, to: cells.count, by: 3).map { at in
              let number = Int32(truncatingIfNeeded: cells[at + 1])
              let slot: Saying.Slot =
                cells[at] == 0 ? .column(Int16(truncatingIfNeeded: number)) : .open(number)
              return (slot, Int32(truncatingIfNeeded: cells[at + 2]))
            }))
      }
      histories[Texts.ID(truncatingIfNeeded: entity)] = history
    }
    return true
  }
}
