/// Which rows of an indented list are to be seen: those under a folded row are not.
struct Tree: Equatable, Sendable {
  /// The depth of each row, in order; a row belongs to the last one before it that is less deep.
  let depths: [Int]
  private(set) var folded: Set<Int> = []

  init(depths: [Int]) { self.depths = depths }

  /// The rows to be seen.
  var visible: [Int] {
    var rows: [Int] = []
    var hiddenBelow: Int?
    for (row, depth) in depths.enumerated() {
      if let limit = hiddenBelow, depth > limit { continue }
      hiddenBelow = folded.contains(row) ? depth : nil
      rows.append(row)
    }
    return rows
  }

  func hasChildren(_ row: Int) -> Bool {
    depths.indices.contains(row) && depths.indices.contains(row + 1) && depths[row + 1] > depths[row]
  }

  /// Folds a row up, or opens it; a row without any below stays.
  mutating func toggle(_ row: Int) {
    guard hasChildren(row) else { return }
    if folded.remove(row) == nil { folded.insert(row) }
  }

  /// The text of a row with its place in the tree.
  func indented(_ text: String, _ row: Int) -> String {
    guard depths.indices.contains(row) else { return text }
    let sign = folded.contains(row) ? "+ " : ""
    return String(repeating: " ", count: max(0, depths[row])) + sign + text
  }
}
