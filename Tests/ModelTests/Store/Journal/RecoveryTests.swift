import Foundation
import Testing

@testable import Model

@Suite("Recovery")
struct RecoveryTests {
  @Test func aTornTailAtEveryByteIsSealedAndLosesNothing() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    journal.close()
    let last = try journal.append([ScratchFolder.line(2)]).lines[0]
    let file = try scratch.files()[0]
    let whole = try scratch.bytes(file)
    let state = "\(journal.privateFolder.path)/writer.json"
    let memory = try scratch.bytes(state)
    for kept in 0..<last.bytes.count {
      try scratch.write(Array(whole[..<(last.span.offset + kept)]), to: file)
      try scratch.write(memory, to: state)
      let again = try scratch.journal()
      let receipt = try again.append([ScratchFolder.line(3)])
      let segment = receipt.lines[0].span.segment.description
      #expect(segment == (kept == 0 ? "202409-1" : "202409-2"), "\(kept) bytes kept")
      let numbers = try scratch.folded().values.compactMap { $0.operations.first?["n"] }
      #expect(Set(numbers) == [.integer(1), .integer(3)], "\(kept) bytes kept")
      #expect(try scratch.findings().map(\.kind) == (kept == 0 ? [] : [.torn]), "\(kept) bytes kept")
      if kept > 0 { try FileManager.default.removeItem(atPath: try scratch.files()[1]) }
    }
  }

  @Test(arguments: [0, 0x20, 0x0D, 0xA4, 0xFF] as [UInt8])
  func anotherByteForTheLastLineBreakIsAProblem(byte: UInt8) throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    _ = try journal.append([ScratchFolder.line(2)])
    let file = try scratch.files()[0]
    try scratch.write(try scratch.bytes(file).dropLast() + [byte], to: file)
    #expect(try scratch.findings().map(\.kind) == [byte == 0 ? .zeros : .changed])
    #expect(try !Verify.run(DataFolder(scratch.data)).isSound, "nobody remembers that line")
    _ = try scratch.journal().append([ScratchFolder.line(3)])
    let numbers = try scratch.folded().values.compactMap { $0.operations.first?["n"] }
    #expect(Set(numbers) == [.integer(1), .integer(3)], "what follows is saved")
  }

  @Test(arguments: [1, 300, 5000])
  func zerosAtTheEndAreSealedToo(count: Int) throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    let file = try scratch.files()[0]
    try scratch.write(try scratch.bytes(file) + [UInt8](repeating: 0, count: count), to: file)
    #expect(try journal.append([ScratchFolder.line(2)]).lines[0].span.segment.description == "202409-2")
    #expect(try scratch.findings().map(\.kind) == [.torn])
    #expect(try Verify.run(DataFolder(scratch.data)).isSound)
  }

  @Test func theChainGoesOnFromTheLineThatTheHeadNamesNotFromATornOne() throws {
    let scratch = try ScratchFolder()
    let folder = try scratch.create()
    let journal = try scratch.journal()
    let first = try journal.append([ScratchFolder.line(1)]).lines[0]
    let file = try scratch.files()[0]
    try scratch.write(try scratch.bytes(file) + Array("{\"v\"".utf8), to: file)
    _ = try journal.append([ScratchFolder.line(2)])
    let segments = try folder.segments().segments
    #expect(try folder.lastHash(of: segments[0]) == nil)
    let before = try segments.map { segment in
      SegmentMark.before(segment.writer, in: DataFolder.marks(in: try folder.read(segment)))?.hash
    }
    #expect(before == [nil, first.hash])
    let bytes = try folder.read(segments[1])
    let scan = bytes.withUnsafeBytes { SegmentScan($0, after: first.hash, verifying: true) }
    #expect(scan.faults == [] && scan.lines.count == 2)
  }

  @Test func aLastLineThatWasChangedIsNotGoneOnWith() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1), ScratchFolder.line(2)])
    let file = try scratch.files()[0]
    var bytes = try scratch.bytes(file)
    bytes[bytes.count - 60] ^= 1
    try scratch.write(bytes, to: file)
    #expect(
      try scratch.journal().append([ScratchFolder.line(3)]).lines[0].span.segment.description == "202409-2")
    #expect(try scratch.findings().map(\.kind) == [.changed])
    #expect(try scratch.findings().map(\.line) == [3])
  }

  @Test func aFileThatIsGoneOrReplacedUnderOurHandsIsNotWrittenTo() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    let writer = journal.writer
    let file = try scratch.files()[0]
    let bytes = try scratch.bytes(file)
    try FileManager.default.removeItem(atPath: file)
    let second = try journal.append([ScratchFolder.line(2)])
    #expect(journal.writer != writer)
    #expect(try scratch.findings().map(\.kind) == [.missing])
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    #expect(try scratch.findings() == [])
    #expect(second.lines[0].n > 2)
  }

  @Test func aSegmentWithASecondNameIsSealed() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    try FileManager.default.linkItem(atPath: try scratch.files()[0], toPath: scratch.path + "/backup")
    #expect(try journal.append([ScratchFolder.line(2)]).lines[0].span.segment.description == "202409-2")
    #expect(try scratch.findings() == [])
  }

  @Test func anEmptySegmentOfAnInterruptedStartIsPassedOver() throws {
    let scratch = try ScratchFolder()
    let folder = try scratch.create()
    let own = scratch.data + "/j/\(folder.format.root)"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: false)
    try Data().write(to: URL(fileURLWithPath: own + "/202409-1.jsonl"))
    #expect(try scratch.findings().map(\.kind) == [.empty])
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    journal.close()
    #expect(journal.writer == folder.format.root)
    #expect(try scratch.findings() == [])
    try Data().write(to: URL(fileURLWithPath: own + "/202409-3.jsonl"))
    let again = try scratch.journal()
    #expect(try again.append([ScratchFolder.line(2)]).lines[0].span.segment.description == "202409-4")
    #expect(again.writer == folder.format.root)
    #expect(try scratch.findings() == [])
  }

  @Test func aSegmentThatNobodyPutInForceIsLeftAlone() throws {
    let scratch = try ScratchFolder()
    let folder = try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    journal.close()
    let memory = "\(journal.privateFolder.path)/writer.json"
    let before = try scratch.bytes(memory)
    var now = ScratchFolder.today
    now = Timestamp(seconds: now.seconds + 86_400)
    let next = try scratch.journal { now }
    _ = try next.append([ScratchFolder.line(2)])
    // As if the program had been killed before it said which segment is in force.
    try scratch.write(before, to: memory)
    let again = try scratch.journal { now }
    _ = try again.append([ScratchFolder.line(3)])
    #expect(again.writer != folder.format.root)
    #expect(try scratch.folded().values.filter { $0.action == .set }.count == 3)
    #expect(try scratch.findings() == [])
  }

  @Test func aLongUnrememberedTailIsCheckedFromItsEnd() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    let big = String(repeating: "x", count: 60_000)
    for number in 0..<8 {
      let line = NewLine.set(Operation(entity: "worker/\(number)", fields: [("a", .text(big))]))
      _ = try journal.append([line])
    }
    let again = try scratch.journal()
    #expect(try again.append([ScratchFolder.line(1)]).lines[0].n == 10)
    #expect(try scratch.files().count == 1)
    #expect(try scratch.findings() == [])
  }

  /// The limit on a file's size makes the kernel take a part of a line; it holds for a process of its own.
  @Test func realShortWritesLoseNothing() async throws {
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      let scratch = try ScratchFolder()
      try scratch.create()
      var expected: Set<Value> = []
      var failures = 0
      var journal = try scratch.journal()
      _ = try journal.append([ScratchFolder.line(0)])
      expected.insert(.integer(0))
      for number in 1...60 {
        let line = ScratchFolder.line(number)
        let length = try scratch.bytes(try #require(try scratch.files().last)).count
        var limit = rlimit(rlim_cur: rlim_t(length + number * 4), rlim_max: rlim_t.max)
        setrlimit(__rlimit_resource_t(1), &limit)
        let saved = (try? journal.append([line])) != nil
        limit.rlim_cur = rlim_t.max
        setrlimit(__rlimit_resource_t(1), &limit)
        if !saved {
          failures += 1
          // Sometimes the program was closed in between, sometimes not; the id stays the same.
          if number % 2 == 0 { journal = try scratch.journal() }
          let receipt = try journal.append([line])
          #expect(receipt.lines[0].id == line.id)
        }
        expected.insert(.integer(number))
      }
      #expect(failures > 20 && failures < 60)
      let numbers = try scratch.folded().values.compactMap { $0.operations.first?["n"] }
      #expect(Set(numbers) == expected && numbers.count == expected.count)
      let report = try Verify.run(DataFolder(scratch.data))
      #expect(report.isSound && report.problems.count <= failures)
    }
  }
}
