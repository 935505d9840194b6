extension Register {
  /// So many texts are offered of a field at most.
  public static let mostLearned = 200

  /// What was typed in a field of departures before, the most used first, of equally used the latest.
  ///
  /// - Parameter commune: the commune whose departures are looked at; `nil` for all.
  public func learned(_ field: Field, in commune: UnitID? = nil) -> [String] {
    let communes = column(Departure.commune)
    let wanted = commune.map { Int32($0.index) }
    var found: [Int32: (uses: Int, last: Int)] = [:]
    column(field).stretches { cells, start in
      for index in cells.indices
      where cells[index] >= 0 && (wanted == nil || communes[start + index] == wanted) {
        found[cells[index], default: (0, 0)].uses += 1
        found[cells[index]]?.last = start + index
      }
    }
    return found.sorted { ($0.value.uses, $0.value.last) > ($1.value.uses, $1.value.last) }
      .prefix(Register.mostLearned).map { texts[$0.key] }
  }

  /// How often each code of a field is on file.
  public func uses(of field: Field) -> [String: Int] {
    guard case .code(let list) = field.kind else { return [:] }
    var counts = [Int](repeating: 0, count: list.count)
    column(field).stretches { cells, _ in
      for cell in cells where cell >= 0 && Int(cell) < counts.count { counts[Int(cell)] += 1 }
    }
    var uses: [String: Int] = [:]
    for (index, count) in counts.enumerated() where count > 0 { uses[list.codes[index].code] = count }
    return uses
  }
}
