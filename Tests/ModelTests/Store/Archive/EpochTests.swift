import Foundation
import Testing

@testable import Model

/// A register of three people of two households: one of them leaves it.
@Suite("Erasing and epochs")
struct EpochTests {
  private let scratch: ScratchFolder
  private var next: String { scratch.path + "/next" }
  private let name = "Lao động mẫu 01"
  private let numbers = ["010204000101", "0912000001", "C0000001"]

  init() throws {
    scratch = try ScratchFolder()
    try Ledger.create(scratch.data, privateRoot: scratch.state)
    let (ledger, _) = try open()
    for person in 1...3 {
      let household = person == 1 ? "h1" : "h2"
      _ = try ledger.save(
        Change(operations: [
          Operation(
            entity: "worker/\(person)",
            fields: [
              ("fullName", .text("Lao động mẫu 0\(person)")), ("citizenId", .text("01020400010\(person)")),
              ("phone", .text("091200000\(person)")), ("passport", .text("C000000\(person)")),
            ]),
          Operation(
            entity: "household/02728@2023:\(household)",
            fields: [("commune", .text("02728@2023")), ("household", .text(household))]),
          Operation(
            entity: "review/02728@2023:\(household):2024",
            fields: [
              ("household", .text("household/02728@2023:\(household)")), ("year", .integer(2024)),
              ("class", .text("POOR")),
            ]),
          Operation(
            entity: "departure/\(person)",
            fields: [
              ("worker", .text("worker/\(person)")),
              ("household", .text("household/02728@2023:\(household)")),
              ("commune", .text("02728@2023")), ("departedOn", .text("2024-07-05")),
            ]),
        ]))
      _ = try ledger.save(
        Change(operations: [
          Operation(
            entity: "event/\(person)",
            fields: [("departure", .text("departure/\(person)")), ("status", .text("ABROAD"))])
        ]))
    }
    ledger.close()
  }

  private func open(_ path: String? = nil) throws -> (ledger: Ledger, register: Register) {
    try Ledger.open(path ?? scratch.data, privateRoot: scratch.state)
  }

  private func erase() throws {
    let (ledger, register) = try open()
    let worker = try #require(register.row(of: "worker/1")).row
    let erasure = register.erasure(of: [worker])
    #expect(erasure.count(.worker) == 1 && erasure.count(.departure) == 1 && erasure.count(.event) == 1)
    #expect(erasure.households.map { register.key(.household, $0.row) } == ["household/02728@2023:h1"])
    var follow = register
    for bytes in try ledger.save(register.erasing(erasure, decision: "5/QĐ")) { follow.fold(bytes) }
    ledger.close()
    #expect(Dump(follow) == Dump(try open().register), "what arrives hides as much as what is read anew")
  }

  private func text(of path: String) throws -> String {
    try DataFolder(path).segments().segments.map {
      String(decoding: try scratch.bytes("\(path)/\($0.file)"), as: UTF8.self)
    }.joined()
  }

  @Test func whoIsErasedIsHiddenAndStaysSo() throws {
    try erase()
    let (ledger, register) = try open()
    #expect(register.row(of: "worker/1") == nil && register.row(of: "departure/1") == nil)
    #expect(register.records(.departure).count == 2 && register.records(.household).count == 1)
    #expect(register.past(of: [RecordID(.worker, 0)]).isEmpty)
    // What somebody writes who has not heard of it is not taken in, and what a form that was open would save is nothing.
    let late = Operation(entity: "worker/1", fields: [("fullName", .text(name))])
    _ = try ledger.save(Change(operations: [late]))
    #expect(try open().register.row(of: "worker/1") == nil)
    #expect(register.change([Edit("worker/1", [("fullName", .text(name))])]).isEmpty)
  }

  @Test func whatWasKeptHidesAsMuch() throws {
    try erase()
    let (ledger, register) = try open()
    ledger.keep(register) { _ in }
    ledger.close()
    let again = try open()
    #expect(Dump(again.register) == Dump(register))
    var late = again.register
    let line = NewLine.set(Operation(entity: "worker/1", fields: [("fullName", .text(name))]))
    late.fold(line.bytes(n: 99, at: ScratchFolder.today))
    #expect(Dump(late) == Dump(register))
  }

  @Test func anEpochHoldsNoByteOfThemAndAllOfTheOthers() throws {
    try erase()
    let before = try open().register
    let report = try Ledger.beginEpoch(scratch.data, privateRoot: scratch.state, into: next)
    #expect(report.epoch == 2 && report.redacted == 3 && report.leftOver == [] && !report.isBehind)
    let text = try text(of: next)
    for secret in [name, ":h1"] + numbers { #expect(!text.contains(secret), "\(secret) is left") }
    #expect(text.contains("Lao động mẫu 02") && text.contains("5/QĐ"))
    #expect(text.utf8.count == (try self.text(of: scratch.data)).utf8.count)
    #expect(try Ledger.verify(next, privateRoot: scratch.state).problems == [])
    var expected = Dump(before)
    expected.records = expected.records.filter { !$0.key.contains(":h1") }
    #expect(Dump(try open(next).register) == expected)
    #expect(expected.records.count == Dump(before).records.count - 2)
  }

  /// A group that a kill has cut can never be completed: whoever tries again draws another.
  @Test func aLineThatWaitsForItsGroupIsInNobodysWay() throws {
    let (ledger, _) = try open()
    let lost = Operation(entity: "worker/1", fields: [("decision", .text("4/QĐ"))])
    _ = try ledger.journal.append([NewLine(.erase, [lost], group: LineGroup(size: 3))])
    ledger.close()
    try erase()
    #expect(try Ledger.verify(scratch.data, privateRoot: scratch.state).problems.map(\.kind) == [.waiting])
    let report = try Ledger.beginEpoch(scratch.data, privateRoot: scratch.state, into: next)
    #expect(report.redacted == 3 && report.leftOver == [])
    #expect(try open(next).register.row(of: "worker/1") == nil)
  }

  @Test func whatSharesALineWithThemStays() throws {
    let (ledger, _) = try open()
    let shared = ["1", "3"].map {
      Operation(entity: "departure/\($0)", fields: [("plannedOn", .text("2024-06-30"))])
    }
    _ = try ledger.save(Change(operations: shared))
    ledger.close()
    try erase()
    _ = try Ledger.beginEpoch(scratch.data, privateRoot: scratch.state, into: next)
    let register = try open(next).register
    let row = try #require(register.row(of: "departure/3")).row
    #expect(register.day(Departure.plannedOn, row) == aDay("2024-06-30"))
  }

  /// A second record of the person that was merged and then deleted, an incident that was deleted, and a third record
  /// that nobody merged.
  @Test func everyRecordOfThePersonIsErased() throws {
    let (ledger, _) = try open()
    let gone = ("deleted", Value.bool(true))
    for operation in [
      Operation(
        entity: "worker/1b",
        fields: [("fullName", .text(name)), ("citizenId", .text(numbers[0])), ("into", .text("worker/1"))]),
      Operation(
        entity: "departure/1b", fields: [("worker", .text("worker/1b")), ("commune", .text("02728@2023"))]),
      Operation(
        entity: "incident/1", fields: [("worker", .text("worker/1b")), ("note", .text("gọi \(numbers[1])"))]),
      Operation(entity: "worker/1b", fields: [gone]), Operation(entity: "incident/1", fields: [gone]),
      Operation(entity: "worker/1c", fields: [("fullName", .text(name)), ("citizenId", .text(numbers[0]))]),
    ] { _ = try ledger.save(Change(operations: [operation])) }
    ledger.close()
    let (again, register) = try open()
    let workers = register.workers(ofCitizenId: numbers[0])
    #expect(workers.map { register.key(.worker, $0) } == ["worker/1", "worker/1b", "worker/1c"])
    #expect(register.workers(ofCitizenId: "010204000109").isEmpty)
    #expect(register.erasure(of: [workers[0]]).count(.worker) == 2)
    let erasure = register.erasure(of: workers)
    #expect([.worker, .departure, .incident].map(erasure.count) == [3, 2, 1])
    for change in register.erasing(erasure, decision: "5/QĐ") { _ = try again.save(change) }
    again.close()
    let report = try Ledger.beginEpoch(scratch.data, privateRoot: scratch.state, into: next)
    #expect(report.leftOver.isEmpty)
    let left = try text(of: next)
    for secret in [name] + numbers { #expect(!left.contains(secret), "\(secret) is left") }
  }

  @Test func oneEpochFollowsAnotherAndABackupCarriesIt() throws {
    try erase()
    _ = try Ledger.beginEpoch(scratch.data, privateRoot: scratch.state, into: next)
    let third = scratch.path + "/third"
    let report = try Ledger.beginEpoch(next, privateRoot: scratch.state, into: third)
    #expect(report.epoch == 3 && report.redacted == 0)
    #expect(try Ledger.verify(third, privateRoot: scratch.state).problems == [])
    let (archive, restored) = (scratch.path + "/third.tar", scratch.path + "/restored")
    _ = try Ledger.backUp(third, to: archive)
    _ = try Ledger.restore(archive, into: restored)
    #expect(try Ledger.verify(restored, privateRoot: scratch.state).problems == [])
    #expect(Dump(try open(restored).register) == Dump(try open(next).register))
  }

  @Test func aLineThatOnlyLooksReplacedIsFound() throws {
    try erase()
    _ = try Ledger.beginEpoch(scratch.data, privateRoot: scratch.state, into: next)
    let segment = try #require(try DataFolder(next).segments().segments.first)
    let file = "\(next)/\(segment.file)"
    let whole = try scratch.bytes(file)
    for (index, byte) in whole.enumerated() where byte == 0x20 && index % 7 == 0 {
      var changed = whole
      changed[index] = 0x2E
      try scratch.write(changed, to: file)
      #expect(try !Ledger.verify(next, privateRoot: scratch.state).problems.isEmpty, "byte \(index)")
    }
    try scratch.write(whole, to: file)
    try scratch.write(Array(#"{"schema":1,"lines":{}}"#.utf8), to: "\(next)/\(ReplacedLines.fileName)")
    let kinds = try Ledger.verify(next, privateRoot: scratch.state).problems.map(\.kind)
    #expect(kinds.contains(.data) && kinds.contains(.changed))
  }

  @Test func aNumberThatStandsElsewhereIsNamed() throws {
    let (ledger, _) = try open()
    let note = Operation(
      entity: "update/1", fields: [("task", .text("II.1")), ("note", .text("gọi \(numbers[1])"))])
    _ = try ledger.save(Change(operations: [note]))
    ledger.close()
    try erase()
    let report = try Ledger.beginEpoch(scratch.data, privateRoot: scratch.state, into: next)
    #expect(report.leftOver.count == 1)
  }

  @Test func aDamagedFolderBeginsNoEpoch() throws {
    try erase()
    let segment = try #require(try DataFolder(scratch.data).segments().segments.first)
    let file = "\(scratch.data)/\(segment.file)"
    var bytes = try scratch.bytes(file)
    bytes[bytes.count / 2] ^= 1
    try scratch.write(bytes, to: file)
    let problem = #expect(throws: StoreProblem.self) {
      try Ledger.beginEpoch(scratch.data, privateRoot: scratch.state, into: next)
    }
    #expect(problem?.kind == .damaged)
    #expect(!FileManager.default.fileExists(atPath: next))
  }
}
