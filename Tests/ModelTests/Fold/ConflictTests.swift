import Testing

@testable import Model

@Suite("Two people write the same field")
struct ConflictTests {
  private let creation = LineID.random()

  private func phone(_ text: String?, _ replaces: [LineID], id: LineID = .random()) -> NewLine {
    .set(
      Operation(
        entity: "worker/a", replaces: replaces, fields: [("phone", text.map { .text($0) } ?? .null)]), id: id)
  }

  private var creating: NewLine {
    .set(
      Operation(entity: "worker/a", fields: [("fullName", .text("Lao động mẫu 01")), ("phone", .text("0"))]),
      id: creation)
  }

  @Test func aReplacementIsNoConflict() {
    let register = Register(folding: [creating.bytes(n: 1), phone("1", [creation]).bytes(n: 2)])
    #expect(register.text(Worker.phone, 0) == "1")
    #expect(register.conflictCount(.worker, 0) == 0)
  }

  @Test func ofTwoReplacementsTheHigherIsShownAndBothAreKept() {
    let lines = [
      creating.bytes(n: 1), phone("1", [creation]).bytes(n: 2), phone("2", [creation]).bytes(n: 3),
    ]
    for order in [lines, lines.reversed()] {
      let register = Register(folding: order)
      #expect(register.text(Worker.phone, 0) == "2")
      #expect(register.conflictCount(.worker, 0) == 1)
      #expect(register.conflicts(of: "worker/a").map(\.field) == ["phone"])
      #expect(register.conflicts(of: "worker/a").first?.values == [.text("2"), .text("1")])
    }
  }

  @Test func theSameValueTwiceIsNoConflict() {
    let lines = [
      creating.bytes(n: 1), phone("1", [creation]).bytes(n: 2), phone("1", [creation]).bytes(n: 3),
    ]
    #expect(Register(folding: lines).conflictCount(.worker, 0) == 0)
  }

  @Test func aLineThatNamesBothIsAPersonsChoice() {
    let (one, two) = (LineID.random(), LineID.random())
    let lines = [
      creating.bytes(n: 1), phone("1", [creation], id: one).bytes(n: 2),
      phone("2", [creation], id: two).bytes(n: 3),
      phone("1", [one, two]).bytes(n: 4),
    ]
    for order in [lines, lines.reversed()] {
      let register = Register(folding: order)
      #expect(register.text(Worker.phone, 0) == "1")
      #expect(register.conflictCount(.worker, 0) == 0)
    }
  }

  @Test func aConflictIsSettledBySavingTheFormThatShowsIt() {
    var register = Register(folding: [
      creating.bytes(n: 1), phone("1", [creation]).bytes(n: 2), phone("2", [creation]).bytes(n: 3),
    ])
    let basis = register.basis(of: "worker/a")
    register.anticipate(register.change([Edit("worker/a", [("phone", .text("2"))], basis: basis)]))
    #expect(register.text(Worker.phone, 0) == "2")
    #expect(register.conflictCount(.worker, 0) == 0)
  }

  @Test func anEmptiedFieldBesideAnEditIsAConflict() {
    let lines = [
      creating.bytes(n: 1), phone("1", [creation]).bytes(n: 2), phone(nil, [creation]).bytes(n: 3),
    ]
    let register = Register(folding: lines)
    #expect(register.text(Worker.phone, 0) == nil)
    #expect(register.conflictCount(.worker, 0) == 1)
  }

  @Test func aShareOfATargetIsAFieldOfItsOwn() {
    let creation = LineID.random()
    func share(_ unit: String, _ value: Int, _ replaces: [LineID], id: LineID = .random()) -> NewLine {
      .set(
        Operation(
          entity: "target/a", replaces: replaces, fields: [(TargetVersion.share(unit), .integer(value))]),
        id: id)
    }
    let register = Register(folding: [
      share("082@2023", 28, [], id: creation).bytes(n: 1), share("083@2023", 26, [creation]).bytes(n: 2),
      share("082@2023", 30, [creation]).bytes(n: 2),
    ])
    #expect(register.conflictCount(.target, 0) == 0)
    #expect(
      register.openValues("target/a", prefix: "share.").map(\.value) == [.integer(30), .integer(26)])
  }
}
