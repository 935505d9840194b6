extension Register {
  /// Takes in lines in these ranges of a segment's bytes: some are read while those before them are taken in.
  mutating func fold(_ bytes: LineReader.Bytes, _ ranges: [Range<Int>]) {
    let size = Register.linesAtOnce
    let lent = Lent(bytes: bytes)
    let scans = Ahead((ranges.count + size - 1) / size, ahead: 4) { number in
      QuickScan(lent.bytes, ranges[number * size..<min(ranges.count, (number + 1) * size)])
    }
    while let scan = scans.next() { takeUnsettled(scan, bytes) }
    settleAll()
  }

  /// So many lines are read before they are taken in; what was read of them stays in the processor's cache.
  private static let linesAtOnce = 256

  /// The texts of so many lines are approached together: few enough to be near still when they are asked for.
  private static let linesNear = 64

  /// Looks ahead to the places of all texts of some lines.
  private mutating func approach(_ lines: ArraySlice<QuickScan.Line>, _ scan: QuickScan) {
    for line in lines where line.isQuick {
      for index in line.sayings {
        let saying = scan.sayings[Int(index)]
        texts.approach(saying.hash)
        for place in saying.cells {
          let cell = scan.cells[place]
          if cell.form == .text || cell.form == .link { texts.approach(cell.hash) }
        }
      }
    }
  }

  /// Bytes that stay where they are while another thread reads them.
  private struct Lent: @unchecked Sendable {
    let bytes: LineReader.Bytes
  }

  /// Takes in lines that were read, in their order.
  mutating func take(_ scan: QuickScan, _ bytes: LineReader.Bytes) {
    takeUnsettled(scan, bytes)
    settleAll()
  }

  private mutating func settleAll() {
    settle()
    if !erased.isEmpty { forgetErased() }
  }

  private mutating func takeUnsettled(_ scan: QuickScan, _ bytes: LineReader.Bytes) {
    var pens = prepare(for: scan)
    var rowsOfSayings = [Int32](repeating: Table.none, count: scan.sayings.count)
    scan.sayings.withUnsafeBufferPointer { sayings in
      scan.cells.withUnsafeBufferPointer { cells in
        for (place, line) in scan.lines.enumerated() {
          if place % Register.linesNear == 0 {
            approach(scan.lines[place...].prefix(Register.linesNear), scan)
          }
          guard line.isQuick else {
            fold(bytes, line.range)
            pens = prepare(for: scan)
            continue
          }
          let number = lines.append(line.id, number: line.number, time: line.time)
          for index in line.sayings {
            let saying = sayings[Int(index)]
            let name = slice(bytes, saying.start, saying.length)
            let (key, row) = entityRow(Int(saying.kind), name, saying.hash)
            rowsOfSayings[Int(index)] = Int32(row)
            touch(EntityKind.allCases[Int(saying.kind)], row)
            let said = UnsafeBufferPointer(rebasing: cells[saying.cells])
            guard !write(saying, said, row, rowsOfSayings, bytes, number, pens) else { continue }
            say(saying, said, key, row, rowsOfSayings, bytes, number)
            pens = prepare(for: scan)
          }
        }
      }
    }
    for (kind, rows) in scan.mostRows.enumerated() where rows > 0 { tables[kind].trim() }
  }

  /// Makes rows ready for all records that lines read at one go may tell of, so that none is added while pens are held.
  ///
  /// To be done anew after a line that was taken in another way: it may have taken some of them.
  private mutating func prepare(for scan: QuickScan) -> Pens {
    for (kind, rows) in scan.mostRows.enumerated() where rows > 0 { tables[kind].prepare(Int(rows)) }
    return Pens(&self)
  }

  /// Writes what is said of a record for the first time; false where it is not the first, or the row is a kept one.
  ///
  /// - Parameter rows: the rows of the records that the sayings before this one are about.
  @inline(__always)
  private mutating func write(
    _ saying: QuickScan.Saying, _ cells: UnsafeBufferPointer<QuickScan.Cell>, _ row: Int, _ rows: [Int32],
    _ bytes: LineReader.Bytes, _ line: Int32, _ pens: borrowing Pens
  ) -> Bool {
    let kind = Int(saying.kind)
    let items = QuickFields.shared.kinds[kind].items
    return pens.tables.withUnsafeBufferPointer { tables in
      guard saying.replaces.isEmpty, row >= tables[kind].from, let firstLine = tables[kind].firstLine,
        firstLine[row] < 0
      else { return false }
      firstLine[row] = line
      tables[kind].columns.withUnsafeBufferPointer { columns in
        for cell in cells {
          let value = number(of: cell, bytes, rows)
          if items[Int(cell.column)].relation >= 0 { put(link: value, kind, Int(cell.column), row) }
          columns[Int(cell.column)][row] = value
        }
      }
      return true
    }
  }

  /// Takes in what is said of a record of which something was said before.
  private mutating func say(
    _ saying: QuickScan.Saying, _ cells: UnsafeBufferPointer<QuickScan.Cell>, _ key: Texts.ID, _ row: Int,
    _ rows: [Int32], _ bytes: LineReader.Bytes, _ line: Int32
  ) {
    let said = cells.map { cell in
      (slot: Saying.Slot.column(Int16(cell.column)), cell: number(of: cell, bytes, rows))
    }
    say(EntityKind.allCases[Int(saying.kind)], key, row, line, replaced(saying.replaces, bytes), said)
  }

  private func slice(_ bytes: LineReader.Bytes, _ start: Int32, _ length: Int32) -> LineReader.Bytes {
    LineReader.Bytes(rebasing: bytes[Int(start)..<Int(start) + Int(length)])
  }

  private mutating func number(
    of cell: QuickScan.Cell, _ bytes: LineReader.Bytes, _ rows: [Int32]
  ) -> Int32 {
    switch cell.form {
    case .ready: return cell.number
    case .unit:
      isNamed[Int(cell.number)] = true
      return cell.number
    case .text: return texts.number(of: slice(bytes, cell.start, cell.length), cell.hash)
    case .unlisted: return Table.unlisted + texts.number(of: slice(bytes, cell.start, cell.length), cell.hash)
    case .sibling: return rows[Int(cell.number)]
    case .link:
      return Int32(entityRow(Int(cell.number), slice(bytes, cell.start, cell.length), cell.hash).row)
    }
  }

  /// The entity's row, made on first mention.
  private mutating func entityRow(
    _ kind: Int, _ key: LineReader.Bytes, _ hash: UInt32
  ) -> (key: Texts.ID, row: Int) {
    let text = texts.number(of: key, hash)
    rows.grow(to: Int(text) + 1, Table.none)
    var row = rows[Int(text)]
    if row == Table.none {
      assert(tables[kind].isReady, "a row is added while pens are held")
      row = tables[kind].append(key: text)
      rows[Int(text)] = row
    }
    return (text, Int(row))
  }

  /// The ids between the brackets of `s`.
  private func replaced(_ range: Range<Int32>, _ bytes: LineReader.Bytes) -> [LineID] {
    stride(from: Int(range.lowerBound) + 1, to: Int(range.upperBound), by: LineID.length + 3).compactMap {
      LineID(bytes[$0..<$0 + LineID.length])
    }
  }
}
