/// Rows that have a number in common, in chains from the latest to the first.
struct RowChains: Sendable {
  private var latest: [UInt64: Int32] = [:]
  /// By row: the one before it in its chain.
  private var before: [Int32] = []

  /// Adds a row that is higher than all before it.
  mutating func add(_ row: Int, _ number: UInt64) {
    before.append(contentsOf: repeatElement(-1, count: row + 1 - before.count))
    before[row] = latest.updateValue(Int32(row), forKey: number) ?? -1
  }

  /// Whether any row of a number is wanted, the latest asked about first.
  func contains(_ number: UInt64, where isWanted: (Int) -> Bool) -> Bool {
    var row = latest[number] ?? -1
    while row >= 0 {
      if isWanted(Int(row)) { return true }
      row = before[Int(row)]
    }
    return false
  }

  /// The rows of a number, in ascending order.
  func rows(_ number: UInt64) -> [Int] {
    guard var row = latest[number] else { return [] }
    var rows: [Int] = []
    while row >= 0 {
      rows.append(Int(row))
      row = before[Int(row)]
    }
    if rows.count > 1 { rows.reverse() }
    return rows
  }
}
