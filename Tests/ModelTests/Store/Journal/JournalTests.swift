import Foundation
import Testing

@testable import Model

@Suite("Journal")
struct JournalTests {
  @Test func whatIsSavedIsThereWhenOpenedAgain() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    let first = try journal.append([ScratchFolder.line(1)])
    let second = try journal.append([ScratchFolder.line(2), ScratchFolder.line(3)], highest: 40)
    #expect(first.lines.map(\.n) == [2])
    #expect(second.lines.map(\.n) == [41, 42])
    let again = try scratch.journal()
    let third = try again.append([ScratchFolder.line(4)])
    #expect(third.lines.map(\.n) == [43])
    let all = first.lines + second.lines + third.lines
    let file = try #require(try scratch.files().first)
    let whole = try scratch.bytes(file)
    for line in all {
      let span = line.span.offset..<(line.span.offset + line.span.length)
      #expect(Array(whole[span]) == line.bytes)
      #expect(try Line.read(line.bytes).hash == line.hash)
      #expect(try again.folder.read(line.span) == line.bytes)
    }
    #expect(try scratch.findings() == [])
    #expect(try scratch.files().count == 1)
    #expect(all.last.map { $0.span.offset + $0.span.length } == whole.count)
  }

  @Test func aReceiptNamesWhatOthersWroteMeanwhile() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let mine = try scratch.journal()
    #expect(try mine.segments().segments == [])
    let first = try mine.append([ScratchFolder.line(1)])
    let head = try #require(first.unseen.first)
    #expect(first.unseen.count == 1 && head.offset == 0 && head.length == first.lines[0].span.offset)
    let other = try scratch.journal()
    let theirs = try other.append([ScratchFolder.line(2), ScratchFolder.line(3)])
    #expect(theirs.unseen.map(\.length) == [theirs.lines[0].span.offset])
    let second = try mine.append([ScratchFolder.line(4)])
    #expect(second.lines[0].n == 5)
    let bytes = try second.unseen.flatMap { try mine.folder.read($0) }
    #expect(bytes == theirs.lines.flatMap(\.bytes))
    #expect(try mine.append([ScratchFolder.line(5)]).unseen == [])
  }

  @Test func aNewMonthBeginsASegmentThatNamesTheOneBefore() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    var now = ScratchFolder.today
    let journal = try scratch.journal { now }
    let last = try journal.append([ScratchFolder.line(1)])
    now = Timestamp(seconds: now.seconds + 86_400)
    let other = try scratch.journal()
    let receipt = try journal.append([ScratchFolder.line(2)])
    #expect(receipt.lines[0].span.segment.description == "202410-1")
    #expect(receipt.unseen.count == 1)
    let head = try Line.read(try journal.folder.read(receipt.unseen[0]))
    let marks = SegmentMark.marks(in: head)
    #expect(marks.map(\.segment.description) == ["202409-1"])
    #expect(marks[0].hash == last.lines[0].hash)
    // The clock of the other process stands in September: it follows all the same.
    #expect(try other.append([ScratchFolder.line(3)]).lines[0].span.segment.description == "202410-1")
    #expect(try scratch.findings() == [])
  }

  @Test func anotherProcessFollowsIntoTheNewSegmentAndLearnsOfTheOld() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    var now = ScratchFolder.today
    let mine = try scratch.journal { now }
    let other = try scratch.journal()
    _ = try mine.append([ScratchFolder.line(1)])
    _ = try other.append([ScratchFolder.line(2)])
    let late = try mine.append([ScratchFolder.line(3)])
    now = Timestamp(seconds: now.seconds + 40 * 86_400)
    let new = try mine.append([ScratchFolder.line(4)])
    let receipt = try other.append([ScratchFolder.line(5)])
    let unseen = try receipt.unseen.flatMap { try other.folder.read($0) }
    #expect(unseen == late.lines[0].bytes + (try mine.folder.read(new.unseen[0])) + new.lines[0].bytes)
    #expect(try scratch.findings() == [])
  }

  @Test func aRetryOfTheSameLineIsFoldedOnce() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    let line = ScratchFolder.line(1)
    _ = try journal.append([line])
    _ = try journal.append([line])
    #expect(try scratch.folded().values.filter { $0.action == .set }.count == 1)
    #expect(try scratch.findings() == [])
    _ = try journal.append([ScratchFolder.line(2, id: line.id)])
    #expect(try scratch.findings().map(\.kind) == [.twice])
  }

  @Test func aLineBeyondTheLimitsIsRefusedAndNothingOfItsBatchIsWritten() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    let file = try #require(try scratch.files().first)
    let before = try scratch.bytes(file)
    let long = NewLine.set(
      Operation(entity: "worker/1", fields: [("a", .text(String(repeating: "x", count: 70_000)))]))
    #expect { try journal.append([ScratchFolder.line(2), long]) } throws: {
      ($0 as? StoreProblem)?.kind == .refusedLine
    }
    #expect(try scratch.bytes(file) == before)
    _ = try journal.append([ScratchFolder.line(3)])
    #expect(try scratch.files().count == 1)
  }

  @Test func whoWaitsTooLongIsToldThatTheMachineIsBusy() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal(patience: 0)
    _ = try journal.append([ScratchFolder.line(1)])
    let file = try Descriptor.open(try scratch.files()[0], O_RDWR)
    #expect(try file.lock(seconds: 0))
    #expect { try journal.append([ScratchFolder.line(2)]) } throws: {
      ($0 as? StoreProblem)?.kind == .busy && ($0 as? StoreProblem)?.words.vi.contains("máy đang bận") == true
    }
    file.unlock()
    _ = try journal.append([ScratchFolder.line(2)])
    #expect(try scratch.findings() == [])
  }

  @Test func closingRemembersTheEndAndACutIsNoticed() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    for number in 1...3 { _ = try journal.append([ScratchFolder.line(number)]) }
    journal.close()
    let file = try scratch.files()[0]
    let bytes = try scratch.bytes(file)
    let cut = bytes.dropLast().lastIndex(of: 0x0A).map { Array(bytes[...$0]) } ?? []
    try scratch.write(cut, to: file)
    // Without anything that remembers it, the removal of the last line cannot be seen.
    #expect(try scratch.findings() == [])
    let again = try scratch.journal()
    #expect(try scratch.findings(remembered: again.remembered).map(\.kind) == [.cut])
    let writer = again.writer
    _ = try again.append([ScratchFolder.line(4)])
    #expect(again.writer != writer)
    #expect(try scratch.findings().map(\.kind) == [.cut])
  }

  @Test func aCopiedFolderOrAnotherMachineGetsANewWriter() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    journal.close()
    let first = try #require(journal.writer)
    let elsewhere = Account(uid: geteuid(), name: "lan.nt", machine: "machine-2")
    let cloned = try scratch.journal(account: elsewhere)
    _ = try cloned.append([ScratchFolder.line(2)])
    let second = try #require(cloned.writer)
    #expect(second != first)
    cloned.close()
    try FileManager.default.copyItem(atPath: scratch.data, toPath: scratch.path + "/copy")
    chmod(scratch.path + "/copy", 0o700)
    let copy = try Journal(
      DataFolder(scratch.path + "/copy"), privateRoot: scratch.state, account: elsewhere,
      clock: { ScratchFolder.today })
    _ = try copy.append([ScratchFolder.line(3)])
    #expect(copy.writer != second && copy.writer != first)
    #expect(try Verify.run(copy.folder).problems == [])
    #expect(try scratch.findings() == [])
  }

  @Test func aDamagedOrMissingMemoryGivesANewWriterAndLosesNothing() throws {
    let scratch = try ScratchFolder()
    let folder = try scratch.create()
    let memory = "\(scratch.state)/\(folder.format.identity)/writer.json"
    var writers: Set<WriterID> = []
    for (number, damage) in ["", "{", "{}", "null"].enumerated() {
      let journal = try scratch.journal()
      _ = try journal.append([ScratchFolder.line(number)])
      writers.insert(try #require(journal.writer))
      try scratch.write(Array(damage.utf8), to: memory)
    }
    try FileManager.default.removeItem(atPath: memory)
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(9)])
    writers.insert(try #require(journal.writer))
    #expect(writers.count == 5)
    #expect(try scratch.folded().values.filter { $0.action == .set }.count == 5)
    #expect(try scratch.findings() == [])
  }

  @Test func twoFoldersOfOneAccountKeepTheirWritersApart() throws {
    let scratch = try ScratchFolder()
    let one = try scratch.create()
    let other = try DataFolder.create(
      scratch.path + "/other", privateRoot: scratch.state, plan: [1], places: [], account: scratch.account,
      made: ScratchFolder.today)
    #expect(one.format.identity != other.format.identity)
    let journals = try [one, other].map {
      try Journal($0, privateRoot: scratch.state, account: scratch.account)
    }
    for journal in journals { _ = try journal.append([ScratchFolder.line(1)]) }
    #expect(journals.map(\.writer) == [one.format.root, other.format.root])
    let drafts = try journals[0].privateFolder.folder("drafts")
    #expect(drafts == "\(scratch.state)/\(one.format.identity)/drafts")
  }
}
