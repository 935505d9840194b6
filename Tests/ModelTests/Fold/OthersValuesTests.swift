import Testing

@testable import Model

/// Two writers who see each other's lines now and then; whatever one takes back, nothing of the other's is lost.
@Suite("Taking back beside others")
struct OthersValuesTests {
  private struct Writer {
    var book = Book()
    var own: [[UInt8]] = []
    var seen = 0

    mutating func save(_ changes: [Change]) {
      for change in changes where !change.isEmpty {
        book.save(change)
        own.append(book.lines[book.lines.count - 1])
      }
    }

    mutating func meet(_ other: Writer) {
      for line in other.own[seen...] { book.take(line) }
      seen = other.own.count
    }

    /// What would take the next step back, if it may be.
    func reversal(_ kind: Reversal.Kind) -> [Change] {
      guard let step = Steps(own.flatMap { $0 })[kind] else { return [] }
      let changes = step.lines.compactMap { book.register.undoing($0, after: step.later, as: kind) }
      return changes.count == step.lines.count ? changes : []
    }
  }

  /// A value of a field that stands, said by a line of some writer's.
  private struct Claim: Hashable {
    let entity: String
    let field: String
    let value: String
  }

  /// What stands in records that are not deleted, or of which somebody has to choose whether they are.
  private func claims(_ register: Register, by ids: Set<LineID>? = nil) -> Set<Claim> {
    var found: Set<Claim> = []
    for kind in EntityKind.allCases {
      for row in 0..<register.count(kind) where register.isRecord(kind, row) {
        let record = RecordID(kind, row)
        let told = register.told(record)
        for (index, field) in kind.fields.enumerated() where field.key != "deleted" {
          let slot = Saying.Slot.column(Int16(index))
          for (line, cell) in told.own.live(slot, register.lines) where cell != Table.none {
            guard ids?.contains(register.lines.id(line)) ?? true else { continue }
            found.insert(
              Claim(
                entity: register.key(kind, row), field: field.key,
                value: "\(register.value(cell, field.kind))"))
          }
        }
      }
    }
    return found
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func nothingThatTheOtherSaidIsLost(seed: UInt64) throws {
    var chance = Seeded(seed)
    var writers = [Writer(), Writer()]
    var (taken, refused) = (0, 0)
    let entities = ["worker/a", "departure/a", "household/a", "incident/a"]
    for _ in 0..<80 {
      let me = Int.random(in: 0...1, using: &chance)
      switch Int.random(in: 0..<10, using: &chance) {
      case ..<3: writers[me].meet(writers[1 - me])
      case ..<7:
        let entity = entities.randomElement(using: &chance) ?? "worker/a"
        let kind = Register.kind(of: entity) ?? .worker
        let fields = kind.fields.filter { !["deleted", "into", "worker", "household"].contains($0.key) }
          .shuffled(using: &chance).prefix(2).map { ($0.key, FieldValue.random($0, &chance)) }
        let register = writers[me].book.register
        writers[me].save([register.change([Edit(entity, fields, basis: register.basis(of: entity))])])
      default:
        let kind = Reversal.Kind.allCases.randomElement(using: &chance) ?? .undo
        let changes = writers[me].reversal(kind)
        guard !changes.isEmpty else {
          refused += 1
          continue
        }
        taken += 1
        let others = Set(try writers[1 - me].own.map { try Line.read($0).id })
        let before = claims(writers[me].book.register, by: others)
        writers[me].save(changes)
        let after = claims(writers[me].book.register)
        #expect(before.isSubset(of: after), "seed \(seed): \(before.subtracting(after)) is gone")
      }
    }
    #expect(taken > 0 && refused > 0)
    writers[0].meet(writers[1])
    writers[1].meet(writers[0])
    #expect(Dump(writers[0].book.register) == Dump(writers[1].book.register), "seed \(seed)")
  }
}
