import Testing

@testable import Model

/// A writer who takes back and brings back, with nothing remembered but the lines.
private final class Pen {
  var book = Book()

  var own: [UInt8] { book.lines.flatMap { $0 } }

  /// Takes the next step back or brings it back; false where that is refused.
  func reverse(_ kind: Reversal.Kind) -> Bool {
    guard let step = Steps(own)[kind] else { return false }
    let changes = Change.together(
      step.lines.compactMap { book.register.undoing($0, after: step.later, as: kind) })
    guard changes.count == step.lines.count else { return false }
    for change in changes { book.save(change) }
    return true
  }

  func set(_ fields: [(String, FieldValue)], of entity: String = "worker/a") {
    book.save([Edit(entity, fields, basis: book.register.basis(of: entity))])
  }

  var phone: String? { book.register.text(Worker.phone, 0) }
}

@Suite("Steps back and forth")
struct StepsTests {
  @Test func everythingCanBeTakenBackOneAfterTheOther() {
    let pen = Pen()
    for number in 1...5 { pen.set([("phone", .text("\(number)"))]) }
    for number in (1...4).reversed() {
      #expect(pen.reverse(.undo))
      #expect(pen.phone == "\(number)")
    }
    #expect(pen.reverse(.undo))
    #expect(pen.book.register.records(.worker).isEmpty)
    #expect(!pen.reverse(.undo), "there is nothing left")
    for number in 1...5 {
      #expect(pen.reverse(.redo))
      #expect(pen.phone == "\(number)")
    }
    #expect(!pen.reverse(.redo))
    #expect(Dump(pen.book.register).records.values.allSatisfy { $0.conflictCount == 0 })
  }

  @Test func aWholeDepartureWithItsCorrectionsGoesAndComes() {
    let pen = Pen()
    pen.book.add(.sample())
    let departure = pen.book.register.key(.departure, 0)
    pen.set([("market", .code("KR"))], of: departure)
    pen.set([("village", .none), ("market", .code("TW"))], of: departure)
    let full = Dump(pen.book.register).records.mapValues(\.values)
    for _ in 0..<2 {
      for _ in 0..<3 { #expect(pen.reverse(.undo)) }
      #expect(pen.book.register.records(.departure).isEmpty && pen.book.register.records(.event).isEmpty)
      for _ in 0..<3 { #expect(pen.reverse(.redo)) }
      #expect(Dump(pen.book.register).records.mapValues(\.values) == full)
    }
  }

  @Test func aDepartureTypedAgainAfterItsUndoGoesAndComesToo() {
    let pen = Pen()
    pen.book.add(.sample())
    #expect(pen.reverse(.undo))
    pen.book.add(.sample { $0[Departure.market] = .code("KR") })
    let kinds: [EntityKind] = [.worker, .household, .departure, .event]
    func counts() -> [Int] { kinds.map { pen.book.register.records($0).count } }
    for _ in 0..<2 {
      #expect(counts() == [1, 1, 1, 1])
      #expect(pen.reverse(.undo))
      #expect(counts() == [0, 0, 0, 0])
      #expect(pen.reverse(.redo))
    }
    #expect(Dump(pen.book.register).records.values.allSatisfy { $0.conflictCount == 0 })
  }

  @Test func aNewSaveEndsWhatCouldBeBroughtBack() {
    let pen = Pen()
    pen.set([("phone", .text("1"))])
    pen.set([("phone", .text("2"))])
    #expect(pen.reverse(.undo))
    pen.set([("phone", .text("3"))])
    #expect(!pen.reverse(.redo))
    #expect(pen.reverse(.undo) && pen.phone == "1")
    #expect(pen.reverse(.redo) && pen.phone == "3")
  }

  @Test func aGroupIsOneStep() {
    let pen = Pen()
    for entity in ["worker/a", "worker/b"] { pen.set([("phone", .text("1"))], of: entity) }
    let changes = Change.together(
      ["worker/a", "worker/b"].map { entity in
        let basis = pen.book.register.basis(of: entity)
        return pen.book.register.change([Edit(entity, [("phone", .text("2"))], basis: basis)])
      })
    for change in changes { pen.book.save(change) }
    func phones() -> [String?] { [0, 1].map { pen.book.register.text(Worker.phone, $0) } }
    #expect(phones() == ["2", "2"])
    #expect(pen.reverse(.undo))
    #expect(phones() == ["1", "1"])
    #expect(pen.reverse(.redo))
    #expect(phones() == ["2", "2"])
  }

  @Test func aGroupThatNeverBecameWholeIsNoStep() throws {
    let pen = Pen()
    pen.set([("phone", .text("1"))])
    let half = Change.together(
      [1, 2].map { number in
        pen.book.register.change([Edit("worker/\(number)", [("phone", .text("2"))])])
      })
    pen.book.save(half[0])
    #expect(Steps(pen.own)[.undo]?.lines == [pen.book.register.lines.id(0)])
  }

  @Test func aLineThatWasWrittenTwiceIsOneStep() {
    let pen = Pen()
    pen.set([("phone", .text("1"))])
    pen.set([("phone", .text("2"))])
    pen.book.take(pen.book.lines[1])
    #expect(pen.reverse(.undo) && pen.phone == "1")
    #expect(pen.reverse(.undo) && pen.book.register.records(.worker).isEmpty)
  }

  @Test func theEndOfTheLinesSettlesTheNextStepOrSaysThatItDoesNot() {
    let pen = Pen()
    for number in 1...3 { pen.set([("phone", .text("\(number)"))]) }
    #expect(pen.reverse(.undo))
    let all = Steps(pen.own)
    for count in 1...pen.book.lines.count {
      let end = Steps(pen.book.lines.suffix(count).flatMap { $0 })
      for kind in Reversal.Kind.allCases where end.settles(kind) { #expect(end[kind] == all[kind]) }
    }
    let lineOfUndo = Steps(pen.book.lines[3])
    #expect(lineOfUndo.settles(.redo) && !lineOfUndo.settles(.undo))
    #expect(Steps(pen.book.lines[1]).settles(.redo), "a new save leaves nothing to bring back")
  }

  /// Random saves, undos and redos beside a list of states, as any editor keeps it.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func agreesWithAListOfStates(seed: UInt64) {
    var chance = Seeded(seed)
    let pen = Pen()
    var states: [[String: [String: String]]] = [values(pen.book.register)]
    var at = 0
    for _ in 0..<60 {
      switch Int.random(in: 0..<10, using: &chance) {
      case ..<4:
        let entity = ["worker/a", "departure/b", "household/c"].randomElement(using: &chance) ?? "worker/a"
        let kind = Register.kind(of: entity) ?? .worker
        // No form opens a record that is deleted.
        if let known = pen.book.register.row(of: entity), !pen.book.register.isRecord(kind, known.row) {
          continue
        }
        let edits = kind.fields.filter { $0.key != "deleted" && $0.key != "into" }.shuffled(using: &chance)
          .prefix(2).map { ($0.key, FieldValue.random($0, &chance)) }
        let before = pen.book.lines.count
        pen.set(edits, of: entity)
        guard pen.book.lines.count > before else { continue }
        states = Array(states[...at]) + [values(pen.book.register)]
        at += 1
      case ..<8:
        #expect(pen.reverse(.undo) == (at > 0), "seed \(seed)")
        at = max(0, at - 1)
      default:
        #expect(pen.reverse(.redo) == (at < states.count - 1), "seed \(seed)")
        at = min(states.count - 1, at + 1)
      }
      #expect(values(pen.book.register) == states[at], "seed \(seed)")
    }
  }

  /// The values of the records that are not deleted.
  private func values(_ register: Register) -> [String: [String: String]] {
    let dump = Dump(register).records.mapValues(\.values)
    return dump.filter { !$0.value.isEmpty && $0.value["deleted"] == nil }
  }
}
