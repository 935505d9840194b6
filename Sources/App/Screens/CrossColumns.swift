import Model

/// Which columns of a cross-table stand on the screen: so many as have room, the chosen one whole.
struct CrossColumns {
  /// What the columns are called, without the sum behind them.
  let names: [Words]
  /// The chosen one; the sum where it is none of them.
  let chosen: Int
  let language: Language
  /// The width of the line on which they stand; nothing where all have room.
  let width: Int?

  /// What the rows are called takes at least and at most so many cells.
  private static let (leastOfRows, mostOfRows) = (15, 20)
  private static let sum = Words("Tổng", "All")
  private static let sumWidth = 6
  /// A column is as wide as its longest name, within these.
  private static let (least, most) = (5, 9)

  private func header(_ index: Int) -> Words {
    let name = names.indices.contains(index) ? names[index] : CrossColumns.sum
    return index == chosen ? Words("[\(name.vi)]", "[\(name.en)]") : name
  }

  private var usual: Int {
    let longest = names.map { Frame.width(of: $0[language]) + 2 }.max() ?? 0
    return min(CrossColumns.most, max(CrossColumns.least, longest))
  }

  /// The width of one of them; the chosen one is not cut.
  private func width(of index: Int) -> Int {
    guard index == chosen else { return usual }
    // One more column always has room beside it.
    return max(usual, min(Frame.width(of: header(index)[language]), (room ?? .max) - usual - 1))
  }

  /// What is left for these columns.
  private var room: Int? {
    width.map { $0 - Table.margin - CrossColumns.leastOfRows - CrossColumns.sumWidth - 1 }
  }

  /// Those that are shown: the chosen one, and as many before it as have room, else also some behind it.
  var shown: Range<Int> {
    guard var room else { return names.indices }
    let last = min(chosen, names.count - 1)
    var range = last + 1..<last + 1
    while range.lowerBound > 0, self.width(of: range.lowerBound - 1) + 1 <= room || range.isEmpty {
      room -= self.width(of: range.lowerBound - 1) + 1
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < names.count, self.width(of: range.upperBound) + 1 <= room {
      room -= self.width(of: range.upperBound) + 1
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }

  /// What a column is called in its place: the mark of the chosen one is closed even where a name is cut.
  private func fitted(_ index: Int) -> Words {
    let (whole, width) = (header(index), width(of: index))
    guard index == chosen, Frame.width(of: whole[language]) > width else { return whole }
    let cut = "\(whole[language].prefix(width - 2))…]"
    return Words(cut, cut)
  }

  /// The columns of the table: what the rows are called, those that are shown, and their sum.
  func columns(_ rows: Words) -> [Column] {
    [Column(rows, most: CrossColumns.mostOfRows)]
      + shown.map { Column(fitted($0), width: width(of: $0), .right) }
      + [Column(header(names.count), width: CrossColumns.sumWidth, .right)]
  }

  /// Marks on the line of headers that more columns lie to the left, or to the right.
  func drawMarks(in frame: inout Frame, _ line: Rect, _ columns: [Column]) {
    guard width != nil, columns.count > 2 else { return }
    let (places, shown) = (Column.places(columns, on: line.inset(left: Table.margin)), shown)
    if shown.lowerBound > 0 { frame.put("‹", at: Point(x: places[1].x - 1, y: line.y), .heading) }
    if shown.upperBound < names.count {
      frame.put("›", at: Point(x: places[columns.count - 2].right, y: line.y), .heading)
    }
  }
}
