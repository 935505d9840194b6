extension Register {
  /// Writes the register as plain columns, and the lines that wait for the rest of their group as they are.
  func pack(into packer: Packer) {
    let index = texts.whole
    packer.put(index.arena)
    packer.put(index.ends)
    packer.put(index.slots)
    packer.put(rows)
    packer.put(lines.highs)
    packer.put(lines.lows)
    packer.put(lines.numbers)
    packer.put(lines.times)
    packer.put([Int64(lines.highest), Int64(setAside), Int64(unreadable)])
    for table in tables {
      packer.put(table.keys)
      packer.put(table.firstLine)
      packer.put(table.conflicts.flatMap { [$0.key, $0.value] })
      for column in table.columns { packer.put(column) }
    }
    for links in backlinks {
      packer.put(links.first)
      packer.put(links.next)
    }
    packer.put(isNamed.map { $0 ? UInt8(1) : 0 })
    packer.put(erased.sorted())
    for kept in [open.packed, histories.packed] {
      packer.put(kept.keys)
      packer.put(kept.starts)
      packer.put(kept.numbers)
    }
    packer.put(groups.wholeOnes)
    packer.put(Array(groups.waiting.map { $0 + [0x0A] }.joined()))
  }

  /// Takes a register back, its columns left where they lie; `nil` where the parts cannot belong together.
  init?(_ unpacker: inout Unpacker) {
    self.init()
    guard let arena = unpacker.column(UInt8.self), let ends = unpacker.column(UInt32.self),
      let slots = unpacker.column(UInt64.self), let index = TextIndex(arena: arena, ends: ends, slots: slots),
      let rows = unpacker.column(Int32.self), rows.count <= index.count,
      let highs = unpacker.column(UInt16.self), let lows = unpacker.column(UInt64.self),
      let numbers = unpacker.column(Int32.self), let times = unpacker.column(Int64.self),
      let counters = unpacker.array(Int64.self), counters.count == 3,
      let lines = Lines(
        highs: highs, lows: lows, numbers: numbers, times: times, highest: Int(counters[0]))
    else { return nil }
    texts = Texts(kept: index)
    (self.rows, self.lines) = (rows, lines)
    (setAside, unreadable) = (Int(counters[1]), Int(counters[2]))
    for index in tables.indices {
      guard tables[index].take(&unpacker) else { return nil }
    }
    for index in backlinks.indices {
      guard let first = unpacker.column(Int32.self), let next = unpacker.column(Int32.self) else {
        return nil
      }
      backlinks[index] = Backlinks(first: first, next: next)
    }
    guard let named = unpacker.array(UInt8.self), named.count == isNamed.count,
      let erased = unpacker.array(Texts.ID.self), erased.allSatisfy({ $0 >= 0 && Int($0) < texts.count }),
      let open = KeptNumbers(&unpacker), let histories = KeptNumbers(&unpacker),
      let groups = unpacker.column(Texts.ID.self), let waiting = unpacker.array(UInt8.self)
    else { return nil }
    (isNamed, self.erased) = (named.map { $0 == 1 }, Set(erased))
    (self.open, self.histories) = (OpenValues(kept: open), Histories(kept: histories))
    self.groups = Groups(kept: groups)
    fold(waiting)
    changes = .records([])
  }
}

extension KeptNumbers {
  fileprivate init?(_ unpacker: inout Unpacker) {
    guard let keys = unpacker.column(Texts.ID.self), let starts = unpacker.column(Int64.self),
      let numbers = unpacker.column(Int64.self)
    else { return nil }
    self.init(keys: keys, starts: starts, numbers: numbers)
  }
}

extension Table {
  fileprivate mutating func take(_ unpacker: inout Unpacker) -> Bool {
    guard let keys = unpacker.column(Texts.ID.self), let firstLine = unpacker.column(Int32.self),
      let conflicts = unpacker.array(Int32.self), firstLine.count == keys.count, conflicts.count % 2 == 0
    else { return false }
    (self.keys, self.firstLine) = (keys, firstLine)
    for at in stride(from: 0, to: conflicts.count, by: 2) {
      setConflicts(Int(conflicts[at]), Int(conflicts[at + 1]))
    }
    for column in columns.indices {
      guard let values = unpacker.column(Int32.self), values.count == keys.count else { return false }
      columns[column] = values
    }
    return true
  }
}
