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
}
