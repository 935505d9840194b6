import Testing

@testable import Model

@Suite("Lines that belong together")
struct GroupTests {
  private func lines(_ size: Int, group: LineGroup) -> [NewLine] {
    (0..<size).map { index in
      .set(
        Operation(entity: "worker/\(index)", fields: [("fullName", .text("Lao động mẫu \(index)"))]),
        group: group)
    }
  }

  @Test func nothingOfAGroupIsSeenBeforeAllOfItHasArrived() {
    let all = lines(3, group: LineGroup(size: 3)).map { $0.bytes(n: 1) }
    var register = Register()
    for line in all.dropLast() { register.fold(line) }
    #expect(register.records(.worker).isEmpty)
    register.fold(all[2])
    #expect(register.records(.worker).count == 3)
  }

  @Test func aLineWrittenTwiceDoesNotStandForOneThatIsMissing() {
    let all = lines(3, group: LineGroup(size: 3))
    var register = Register()
    for (index, line) in [all[0], all[1], all[1], all[0]].enumerated() {
      register.fold(line.bytes(n: index + 1))
    }
    #expect(register.records(.worker).isEmpty)
    register.fold(all[2].bytes(n: 9))
    #expect(register.records(.worker).count == 3)
  }

  @Test func aLineThatComesAgainAfterItsGroupChangesNothing() {
    let all = lines(2, group: LineGroup(size: 2))
    var register = Register(folding: all.map { $0.bytes(n: 1) })
    let before = Dump(register)
    for line in all + all { register.fold(line.bytes(n: 7)) }
    #expect(Dump(register) == before)
  }

  @Test func twoGroupsDoNotMix() {
    let first = lines(2, group: LineGroup(size: 2))
    let second = lines(4, group: LineGroup(size: 2))
    var register = Register(folding: [first[0].bytes(n: 1), second[3].bytes(n: 2)])
    #expect(register.records(.worker).isEmpty)
    register.fold(second[2].bytes(n: 3))
    #expect(register.row(of: "worker/0") == nil)
    #expect(register.records(.worker).count == 2)
  }

  @Test(arguments: 0..<6) func whatLinesStateOfTheirGroupMayDiffer(order: Int) {
    let group = LineGroup(size: 2)
    let (two, five) = (lines(2, group: group), lines(5, group: LineGroup(id: group.id, size: 5)))
    let all = [two[0], two[1], five[4]].map { $0.bytes(n: 1) }
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    let register = Register(folding: orders[order].map { all[$0] })
    #expect(register.records(.worker).count == 3)
    #expect(Dump(register) == ReferenceFold(all).dump)
  }

  @Test func whatWaitsIsKeptWithTheFold() throws {
    let all = lines(3, group: LineGroup(size: 3)).map { $0.bytes(n: 1) }
    let done = lines(2, group: LineGroup(size: 2)).map { $0.bytes(n: 1) }
    let scratch = try ScratchFolder()
    let before = Register(folding: done + all.prefix(2))
    #expect(FoldCache(in: scratch.path).write(before, []) { _ in })
    var kept = try #require(FoldCache(in: scratch.path).read()).register
    #expect(kept == before && kept.groups.waiting.count == 2)
    // A copy of a line of a group that has taken effect does not wait.
    kept.fold(done[0])
    #expect(kept.groups.waiting.count == 2)
    kept.fold(all[2])
    #expect(kept.groups.waiting.isEmpty && Dump(kept) == Dump(Register(folding: done + all)))
  }
}
