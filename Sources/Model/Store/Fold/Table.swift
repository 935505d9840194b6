/// The records of one kind in columns: one number a field and row.
///
/// Days are days since 1970, units their index, links the row in the other table, codes their place in the list,
/// texts their number in `Texts`; `Table.none` stands where nothing is said.
struct Table: Sendable, Equatable {
  static let none = Int32.min
  /// Codes that this version does not know are kept as their text's number, above this.
  static let unlisted: Int32 = 1 << 16

  let kind: EntityKind
  var columns: [Column<Int32>]
  /// The entity's key, `kind/id`, as a text.
  var keys = Column<Texts.ID>()
  /// The first line that told of the entity; -1 when it is only referred to so far.
  var firstLine = Column<Int32>()
  /// The rows in which fields hold more than one value that nobody has chosen between, with how many such fields.
  private(set) var conflicts: [Int32: Int32] = [:]

  init(_ kind: EntityKind) {
    self.kind = kind
    columns = Array(repeating: Column(), count: kind.fields.count)
  }

  var count: Int { keys.count }

  /// Whether the row is a record, rather than a name that others refer to.
  func exists(_ row: Int) -> Bool { firstLine[row] >= 0 }

  mutating func append(key: Texts.ID) -> Int32 {
    keys.append(key)
    if firstLine.count < keys.count {
      firstLine.append(-1)
      for index in columns.indices { columns[index].append(Table.none) }
    }
    return Int32(keys.count - 1)
  }

  /// Whether a record can be added without making room for it.
  var isReady: Bool { firstLine.count > count }

  /// Makes so many more rows ready at one go, in which nothing is said yet; records that are added take them first.
  mutating func prepare(_ rows: Int) {
    firstLine.grow(to: count + rows, -1)
    for index in columns.indices { columns[index].grow(to: count + rows, Table.none) }
  }

  /// Gives up the rows that were made ready and not taken.
  mutating func trim() {
    firstLine.shrink(to: count)
    for index in columns.indices { columns[index].shrink(to: count) }
  }

  mutating func setConflicts(_ row: Int, _ count: Int) {
    conflicts[Int32(row)] = count > 0 ? Int32(count) : nil
  }
}
