import Foundation
import Testing

@testable import Model

/// A data folder that is opened, written to and closed again and again.
private final class Office {
  let scratch: ScratchFolder
  private(set) var ledger: Ledger
  private(set) var register: Register

  init() throws {
    scratch = try ScratchFolder()
    try Ledger.create(scratch.data, privateRoot: scratch.state)
    (ledger, register) = try Ledger.open(scratch.data, privateRoot: scratch.state)
  }

  /// Quits and starts again, as this account or as another.
  func restart(as account: String = "state") throws {
    ledger.close()
    (ledger, register) = try Ledger.open(scratch.data, privateRoot: scratch.path + "/" + account)
  }

  func save(_ changes: [Change]) throws {
    for lines in try ledger.save(changes) { register.fold(lines) }
  }

  func phone(_ text: String, of entity: String = "worker/a") throws {
    let edit = Edit(entity, [("phone", .text(text))], basis: register.basis(of: entity))
    try save([register.change([edit])])
  }

  /// Takes the next step back or brings it back; false where there is none or it is refused.
  func reverse(_ kind: Reversal.Kind) throws -> Bool {
    guard let step = try ledger.ownSteps(kind)[kind] else { return false }
    let changes = Change.together(step.lines.compactMap { register.undoing($0, after: step.later, as: kind) })
    guard changes.count == step.lines.count else { return false }
    try save(changes)
    return true
  }

  func value(_ row: Int = 0) -> String? { register.text(Worker.phone, row) }
}

@Suite("One's own steps on the disk")
struct OwnStepsTests {
  @Test func theyOutliveTheProgram() throws {
    let office = try Office()
    for text in ["1", "2", "3"] { try office.phone(text) }
    for text in ["2", "1"] {
      try office.restart()
      #expect(try office.reverse(.undo))
      #expect(office.value() == text)
    }
    try office.restart()
    #expect(try office.reverse(.redo))
    #expect(office.value() == "2")
    try office.restart()
    #expect(try office.reverse(.redo))
    #expect(office.value() == "3")
    #expect(try !office.reverse(.redo))
    #expect(try Ledger.verify(office.scratch.data, privateRoot: office.scratch.state).problems == [])
  }

  @Test func whatOthersSavedIsNoneOfMine() throws {
    let office = try Office()
    try office.phone("1")
    try office.restart(as: "other")
    #expect(try office.ledger.ownSteps(.undo)[.undo] == nil)
    try office.phone("2", of: "worker/b")
    try office.restart()
    #expect(try office.reverse(.undo))
    #expect(office.register.records(.worker).map { office.register.text(Worker.phone, $0) } == ["2"])
    #expect(try !office.reverse(.undo), "the other's is left alone")
  }

  @Test func aValueThatAnotherHasBuiltOnStays() throws {
    let office = try Office()
    try office.phone("1")
    try office.phone("2")
    try office.restart(as: "other")
    try office.phone("3")
    try office.restart()
    #expect(try office.ledger.ownSteps(.undo)[.undo] != nil)
    #expect(try !office.reverse(.undo))
    #expect(office.value() == "3" && office.register.conflictCount(.worker, 0) == 0)
  }

  @Test func aGroupIsTakenBackAsOneStepAfterAStart() throws {
    let office = try Office()
    for entity in ["worker/a", "worker/b"] { try office.phone("1", of: entity) }
    try office.save(
      Change.together(
        ["worker/a", "worker/b"].map { entity in
          let basis = office.register.basis(of: entity)
          return office.register.change([Edit(entity, [("phone", .text("2"))], basis: basis)])
        }))
    try office.restart()
    #expect(try office.reverse(.undo))
    #expect([0, 1].map { office.value($0) } == ["1", "1"])
    try office.restart()
    #expect(try office.reverse(.redo))
    #expect([0, 1].map { office.value($0) } == ["2", "2"])
  }

  @Test func aTornLastLineIsNoStep() throws {
    let office = try Office()
    try office.phone("1")
    try office.phone("2")
    office.ledger.close()
    let file = try office.scratch.files()[0]
    try office.scratch.write(Array(try office.scratch.bytes(file).dropLast(40)), to: file)
    try office.restart()
    #expect(office.value() == "1")
    #expect(try office.reverse(.undo))
    #expect(office.register.records(.worker).isEmpty)
  }

  @Test func theyAreFoundFarBackAndInEarlierSegments() throws {
    let office = try Office()
    try office.phone("0")
    let note = String(repeating: "x", count: 4_000)
    // More than is read first: 80 saves of 4 kB that are all taken back.
    let count = 80
    for number in 1...count {
      let basis = office.register.basis(of: "incident/a")
      try office.save([
        office.register.change([
          Edit(
            "incident/a", [("note", .text("\(number)\(note)")), ("type", .code("ILLEGAL_STAY"))], basis: basis
          )
        ])
      ])
      if number == 30 {
        // A line that was cut off seals its segment, and the next one begins.
        let file = try #require(try office.scratch.files().last)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("{\"v\":1,".utf8))
        try handle.close()
        try office.restart()
      }
    }
    #expect(try office.scratch.files().count == 2)
    for _ in 0..<count { #expect(try office.reverse(.undo)) }
    #expect(office.register.records(.incident).isEmpty && office.value() == "0")
    #expect(try office.reverse(.undo))
    #expect(office.register.records(.worker).isEmpty)
    #expect(try !office.reverse(.undo))
    try office.restart()
    for _ in 0..<3 { #expect(try office.reverse(.redo)) }
    #expect(office.value() == "0" && office.register.text(Incident.note, 0)?.hasPrefix("2x") == true)
  }

  @Test func anotherWindowsSaveIsTheNextStepToo() throws {
    let office = try Office()
    try office.phone("1")
    let window = try Ledger.open(office.scratch.data, privateRoot: office.scratch.state)
    let edit = Edit("worker/b", [("phone", .text("2"))])
    _ = try window.ledger.save(window.register.change([edit]))
    #expect(office.ledger.news().lines.count == 1)
    let step = try #require(try office.ledger.ownSteps(.undo)[.undo])
    #expect(step.lines.count == 1 && step.later.isEmpty)
    #expect(office.register.lines.lines(of: step.lines[0]).isEmpty, "it is the other window's line")
  }
}
