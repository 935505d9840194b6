/// Which records of workers are one person: those merged, in whatever direction, and those with one citizen id.
struct Persons: Sendable {
  private var roots: [Int]

  init(_ register: Register) {
    roots = Array(0..<register.count(.worker))
    let into = register.column(Worker.into)
    for row in roots.indices where into[row] >= 0 && Int(into[row]) < roots.count {
      unite(row, Int(into[row]))
    }
    let citizenIds = register.column(Worker.citizenId)
    let passports = register.column(Worker.passport)
    var first: [Texts.ID: Int] = [:]
    for row in roots.indices {
      let number = citizenIds[row] != Table.none ? citizenIds[row] : passports[row]
      guard number != Table.none else { continue }
      if let other = first[number] { unite(row, other) } else { first[number] = row }
    }
  }

  /// The record that stands for the person of this one.
  func root(_ worker: Int) -> Int {
    var here = worker
    while roots.indices.contains(here), roots[here] != here { here = roots[here] }
    return here
  }

  private mutating func unite(_ one: Int, _ other: Int) {
    let (left, right) = (root(one), root(other))
    if left != right { roots[max(left, right)] = min(left, right) }
  }
}
