import Testing

@testable import Model

@Suite("What this version does not know")
struct SetAsideTests {
  private let hash = #","h":"AAAAAAAAAAAAAAAAAAAAAA"}"# + "\n"

  private func line(_ text: String) -> [UInt8] { Array((text + hash).utf8) }

  @Test func aNewerVersionIsSetAsideWhateverItsShape() {
    let newer = [
      #"{"v":2,"i":"8z3k0q5m2x7w9c4d","n":2,"t":"","u":"x","a":"set","e":"worker/a","f":{"fullName":"A"}"#,
      #"{"v":2,"i":"8z3k0q5m2x7w9c4d","n":2,"t":"","u":"x","a":"set","e":["?"],"f":[1.5]"#,
      #"{"v":3,"i":"8z3k0q5m2x7w9c4d","n":2,"t":"","u":"x","a":"sing""#,
    ]
    let register = Register(folding: newer.map(line))
    #expect(register.setAside == 3 && register.unreadable == 0)
    #expect(register.records(.worker).isEmpty)
  }

  @Test func anUnknownActionIsSetAside() {
    let register = Register(folding: [
      line(
        #"{"v":1,"i":"8z3k0q5m2x7w9c4d","n":2,"t":"","u":"x","a":"sing","e":"worker/a","f":{"fullName":"A"}"#)
    ])
    #expect(register.setAside == 1 && register.unreadable == 0 && register.records(.worker).isEmpty)
  }

  @Test func anUnknownKindHidesNothingElseInItsLine() {
    let operations = [
      Operation(entity: "balloon/a", fields: [("colour", .text("đỏ"))]),
      Operation(entity: "worker/a", fields: [("fullName", .text("Lao động mẫu 01"))]),
    ]
    let register = Register(folding: [NewLine.tx(operations).bytes(n: 1)])
    #expect(register.setAside == 1)
    #expect(register.text(Worker.fullName, 0) == "Lao động mẫu 01")
  }

  @Test func headsAndSightingsAreNoSayings() {
    let operation = Operation(entity: "worker/a", fields: [("fullName", .text("A"))])
    let register = Register(
      folding: [Action.head, .see, .erase].map { NewLine($0, [operation]).bytes(n: 1) })
    #expect(register.records(.worker).isEmpty && register.setAside == 0 && register.unreadable == 0)
  }

  @Test func aFieldThatIsNotKnownHereIsKept() {
    let operation = Operation(
      entity: "departure/a",
      fields: [("market", .text("JP")), ("shoeSize", .integer(41)), ("note", .text("ghi"))])
    let register = Register(folding: [NewLine.set(operation).bytes(n: 1)])
    #expect(register.code(Departure.market, 0) == "JP")
    #expect(register.openValues("departure/a", prefix: "shoe").map(\.value) == [.integer(41)])
    #expect(register.openValues("departure/a", prefix: "no").map(\.value) == [.text("ghi")])
  }

  @Test func aCodeThatIsNotKnownHereIsKept() {
    let operation = Operation(entity: "departure/a", fields: [("market", .text("MARS"))])
    let register = Register(folding: [NewLine.set(operation).bytes(n: 1)])
    #expect(register.code(Departure.market, 0) == "MARS")
  }

  @Test func badLinesAreCountedAndHideNothing() {
    let good = NewLine.set(Operation(entity: "worker/a", fields: [("fullName", .text("A"))])).bytes(n: 1)
    let bad: [[UInt8]] = [
      Array("{}\n".utf8), Array("không phải JSON\n".utf8), [0x7B, 0x22, 0xFF, 0x22, 0x7D, 10], [0, 0, 0, 10],
      Array(repeating: 0x20, count: 70_000) + [10],
    ]
    var register = Register()
    register.fold(Array((bad + [good] + bad).joined()))
    #expect(register.unreadable == 10)
    #expect(register.records(.worker).count == 1)
  }

  @Test func aLinkToTheWrongKindIsNoLink() {
    let lines = [
      Operation(entity: "household/a", fields: []), Operation(entity: "household/b", fields: []),
      Operation(
        entity: "event/a", fields: [("departure", .text("household/b")), ("status", .text("ABROAD"))]),
    ].map { NewLine.set($0).bytes(n: 1) }
    let register = Register(folding: lines)
    #expect(register.link(StatusEvent.departure, 0) == nil)
    #expect(Census(register, today: aDay("2024-09-30")).status(of: 1) == nil)
  }
}
