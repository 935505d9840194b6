/// Where the columns of every table lie while lines of the usual form are taken in, so that a value is one store.
///
/// Rows are made ready before for all records that the lines may tell of. Whatever else adds rows to a table or
/// rewrites its columns makes the pens stale: they are to be taken anew.
struct Pens {
  /// One table: rows before `from` lie in the mapped file and are not written here.
  struct Table {
    var from = Int.max
    var firstLine: UnsafeMutablePointer<Int32>?
    var columns: [UnsafeMutablePointer<Int32>] = []
  }

  private(set) var tables: [Table]

  init(_ register: inout Register) {
    tables = register.tables.indices.map { kind in
      var table = Table()
      guard let first = register.tables[kind].firstLine.pen() else { return table }
      table.columns.reserveCapacity(register.tables[kind].columns.count)
      for column in register.tables[kind].columns.indices {
        guard let pen = register.tables[kind].columns[column].pen() else { return Table() }
        table.columns.append(pen.rows)
        table.from = max(first.from, pen.from)
      }
      table.firstLine = first.rows
      return table
    }
  }
}
