import Foundation
import Testing

@testable import Model

/// What is said when a folder is opened from which acknowledged lines are gone.
@Suite("What is no longer there")
struct MissingTests {
  /// A folder with three saves, closed; `others` writes one more from another account.
  private func scratch(others: Bool = false) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try Ledger.create(scratch.data, privateRoot: scratch.state)
    for number in 1...3 { try save(number, in: scratch, as: "state") }
    if others { try save(4, in: scratch, as: "other") }
    return scratch
  }

  private func save(_ number: Int, in scratch: ScratchFolder, as account: String) throws {
    let (ledger, register) = try open(scratch, as: account)
    _ = try ledger.save([register.change([Edit("worker/\(number)", [("phone", .text("\(number)"))])])])
    ledger.close()
  }

  private func open(_ scratch: ScratchFolder, as account: String = "state") throws -> (Ledger, Register) {
    try Ledger.open(scratch.data, privateRoot: scratch.path + "/" + account)
  }

  private func kinds(_ scratch: ScratchFolder, as account: String = "state") throws -> [JournalFault] {
    let ledger = try open(scratch, as: account).0
    defer { ledger.close() }
    return ledger.faults.map(\.kind)
  }

  private func cut(_ file: String, in scratch: ScratchFolder, bytes: Int) throws {
    try scratch.write(Array(try scratch.bytes(file).dropLast(bytes)), to: file)
  }

  /// The length of a segment's last line.
  private func lastLine(_ file: String, in scratch: ScratchFolder) throws -> Int {
    let bytes = try scratch.bytes(file)
    return bytes.count - ((bytes.dropLast().lastIndex(of: 0x0A) ?? -1) + 1)
  }

  @Test func aWholeFolderSaysNothing() throws {
    let scratch = try scratch(others: true)
    #expect(try kinds(scratch) == [])
    #expect(try kinds(scratch, as: "other") == [])
  }

  @Test func aLineThatWasAcknowledgedAndIsGoneIsSaid() throws {
    let scratch = try scratch()
    let file = try scratch.files()[0]
    try cut(file, in: scratch, bytes: try lastLine(file, in: scratch))
    #expect(try kinds(scratch) == [.cut])
  }

  @Test func whatIsCutWithinALineIsNotCalledUnacknowledged() throws {
    let scratch = try scratch()
    try cut(try scratch.files()[0], in: scratch, bytes: 5)
    #expect(try kinds(scratch) == [.cut])
    let report = try Ledger.verify(scratch.data, privateRoot: scratch.state)
    #expect(report.problems.map(\.kind) == [.cut])
  }

  @Test func aSegmentThatWasNeverBegunIsNoLoss() throws {
    let scratch = try ScratchFolder()
    try Ledger.create(scratch.data, privateRoot: scratch.state)
    let ledger = try open(scratch).0
    let writer = try #require(ledger.journal.writer)
    ledger.close()
    let folder = scratch.data + "/j/\(writer)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let made = FileManager.default.createFile(
      atPath: folder + "/202409-1.jsonl", contents: Data(), attributes: [.posixPermissions: 0o600])
    #expect(made)
    #expect(try Ledger.verify(scratch.data, privateRoot: scratch.state).problems == [])
    // To others it may have been emptied.
    let others = try Ledger.verify(scratch.data, privateRoot: scratch.path + "/other")
    #expect(others.problems.map(\.kind) == [.empty])
    try save(1, in: scratch, as: "state")
    #expect(try Ledger.verify(scratch.data, privateRoot: scratch.path + "/other").isSound)
  }

  @Test func aSegmentThatWasEmptiedIsOne() throws {
    let scratch = try scratch()
    try scratch.write([], to: try scratch.files()[0])
    let report = try Ledger.verify(scratch.data, privateRoot: scratch.state)
    #expect(Set(report.problems.map(\.kind)) == [.cut, .empty])
  }

  @Test func aTailThatNobodyAcknowledgedIsOnlyTorn() throws {
    let scratch = try scratch()
    let file = try scratch.files()[0]
    try scratch.write(try scratch.bytes(file) + Array("{\"v\":1".utf8), to: file)
    #expect(try kinds(scratch) == [.torn])
  }

  @Test func afterTheNextSaveEverybodyKnows() throws {
    let scratch = try scratch()
    let file = try scratch.files()[0]
    try cut(file, in: scratch, bytes: try lastLine(file, in: scratch))
    try save(5, in: scratch, as: "state")
    #expect(try kinds(scratch, as: "stranger") == [.cut])
  }

  @Test func whatTheLastFoldKnewOfOthersIsMissed() throws {
    let scratch = try scratch(others: true)
    let (ledger, register) = try open(scratch)
    ledger.keep(ledger.census(register, today: aDay("2024-09-30")))
    ledger.close()
    let others = try others(scratch)
    try cut(others, in: scratch, bytes: try lastLine(others, in: scratch))
    let checked = { try Ledger.verify(scratch.data, privateRoot: scratch.state).problems.map(\.kind) }
    #expect(try kinds(scratch) == [.cut] && checked() == [.cut])
    try FileManager.default.removeItem(atPath: others)
    #expect(try kinds(scratch) == [.missing] && checked() == [.missing])
    // Not even where nothing at all is left.
    for file in try scratch.files() { try FileManager.default.removeItem(atPath: file) }
    #expect(try kinds(scratch).allSatisfy { $0 == .missing } && kinds(scratch).count == 2)
    #expect(try checked() == [.missing, .missing])
  }

  /// The segment that the other account writes.
  private func others(_ scratch: ScratchFolder) throws -> String {
    let (ledger, _) = try open(scratch, as: "other")
    defer { ledger.close() }
    let own = try ledger.ownSegments().map { scratch.data + "/" + $0.file }
    return try #require(own.first)
  }

  @Test func aCopyThatWasWrittenToSaysNothingWrongOfTheOriginal() throws {
    let scratch = try scratch()
    let copy = scratch.path + "/copy"
    try FileManager.default.copyItem(atPath: scratch.data, toPath: copy)
    let (ledger, register) = try Ledger.open(copy, privateRoot: scratch.state)
    _ = try ledger.save([register.change([Edit("worker/9", [("phone", .text("9"))])])])
    ledger.close()
    #expect(try kinds(scratch) == [])
    let report = try Ledger.verify(scratch.data, privateRoot: scratch.state)
    #expect(report.problems.map(\.kind) == [.elsewhere] && report.isSound)
    #expect(try Ledger.verify(copy, privateRoot: scratch.state).isSound)
  }

  @Test func whoGoesOnInTheOriginalAfterACopyMissesNothing() throws {
    let scratch = try scratch()
    let copy = scratch.path + "/copy"
    try FileManager.default.copyItem(atPath: scratch.data, toPath: copy)
    for path in [copy, scratch.data, copy, scratch.data] {
      let (ledger, register) = try Ledger.open(path, privateRoot: scratch.state)
      _ = try ledger.save([register.change([Edit("worker/9", [("phone", .text("\(path.count)"))])])])
      ledger.close()
    }
    for path in [copy, scratch.data] {
      let report = try Ledger.verify(path, privateRoot: scratch.state)
      #expect(report.isSound, "\(report.problems)")
    }
    try FileManager.default.removeItem(atPath: copy)
    #expect(try kinds(scratch) == [])
  }
}
