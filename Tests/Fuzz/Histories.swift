@testable import Model

/// Folds so many random histories in several orders, and prints how much they held; ends at the first that differs.
@main
enum Histories {
  static func main() {
    let numbers = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    guard numbers.count == 2 else { fatalError("usage: histories SEED COUNT") }
    var (lines, conflicts, erased) = (0, 0, 0)
    for seed in numbers[0]..<numbers[0] + numbers[1] {
      let history = RandomHistory(seed: seed)
      var chance = history.chance
      let expected = ReferenceFold(history.lines).dump
      for attempt in 0..<2 {
        let register = fold(attempt == 0 ? history.lines : history.lines.shuffled(using: &chance), &chance)
        let found = Dump(register)
        guard found == expected else {
          fatalError("seed \(seed), attempt \(attempt): \(found.difference(from: expected))")
        }
        if attempt == 0 { erased += register.erased.count }
      }
      lines += history.lines.count
      conflicts += expected.records.values.reduce(0) { $0 + $1.conflictCount }
    }
    print(numbers[1], lines, conflicts, erased)
  }

  private static func fold(_ lines: [[UInt8]], _ chance: inout Seeded) -> Register {
    var register = Register()
    var rest = lines[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(Int.random(in: 1...9, using: &chance))
      register.fold(Array(chunk.joined()))
      rest = rest.dropFirst(chunk.count)
    }
    return register
  }
}
