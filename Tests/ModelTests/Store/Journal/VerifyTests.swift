import Foundation
import Testing

@testable import Model

@Suite("Verify")
struct VerifyTests {
  /// A folder with one segment of a head and 20 lines.
  private func scratch() throws -> (ScratchFolder, file: String, bytes: [UInt8]) {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    for number in 1...20 { _ = try journal.append([ScratchFolder.line(number)]) }
    let file = try scratch.files()[0]
    return (scratch, file, try scratch.bytes(file))
  }

  private func faults(_ bytes: [UInt8]) -> [SegmentScan.Fault] {
    bytes.withUnsafeBytes { SegmentScan($0, verifying: true).faults }
  }

  @Test func oneByteChangedAnywhereIsFound() throws {
    let (scratch, file, bytes) = try scratch()
    #expect(faults(bytes) == [])
    let seed = UInt64.random(in: 0...UInt64.max)
    print("one byte flipped, seed \(seed)")
    var chance = Seeded(seed)
    var line = 1
    for offset in bytes.indices {
      var changed = bytes
      changed[offset] ^= UInt8.random(in: 1...255, using: &chance)
      let found = faults(changed)
      #expect(!found.isEmpty, "seed \(seed), byte \(offset)")
      if bytes[offset] != 0x0A {
        #expect(found.contains { $0.line == line || $0.line == line + 1 }, "seed \(seed), byte \(offset)")
      } else {
        line += 1
      }
    }
    // Through the disk and the whole check, a byte of each line.
    for number in 1...21 {
      var changed = bytes
      let start = number * bytes.count / 22
      changed[start] ^= 1
      try scratch.write(changed, to: file)
      #expect(try !Verify.run(DataFolder(scratch.data)).isSound, "byte \(start)")
    }
  }

  @Test func aLineRemovedDoubledOrExchangedIsFound() throws {
    let (scratch, file, bytes) = try scratch()
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    for index in 0..<(lines.count - 1) {
      var removed = lines
      removed.remove(at: index)
      #expect(!faults(removed.flatMap { $0 }).isEmpty, "line \(index + 1) removed")
      var doubled = lines
      doubled.insert(lines[index], at: index)
      #expect(faults(doubled.flatMap { $0 }).map(\.line) == [index + 2], "line \(index + 1) doubled")
      var exchanged = lines
      exchanged.swapAt(index, index + 1)
      #expect(!faults(exchanged.flatMap { $0 }).isEmpty, "line \(index + 1) exchanged with the next")
    }
    try scratch.write(lines.dropFirst().flatMap { $0 }, to: file)
    #expect(try scratch.findings().map(\.kind) == [.changed])
    #expect(try scratch.findings().map(\.line) == [1])
  }

  @Test func theLastLinesAreMissedWhereALaterHeadNamesThem() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    var now = ScratchFolder.today
    let journal = try scratch.journal { now }
    for number in 1...3 {
      _ = try journal.append([ScratchFolder.line(number)])
      now = Timestamp(seconds: now.seconds + 31 * 86_400)
    }
    let files = try scratch.files()
    #expect(files.count == 3)
    let bytes = try scratch.bytes(files[0])
    let shorter = bytes.dropLast().lastIndex(of: 0x0A).map { Array(bytes[...$0]) } ?? []
    try scratch.write(shorter, to: files[0])
    #expect(try scratch.findings().map(\.kind) == [.cut])
    try scratch.write([], to: files[0])
    #expect(Set(try scratch.findings().map(\.kind)) == [.cut, .empty])
    try FileManager.default.removeItem(atPath: files[0])
    #expect(try scratch.findings().map(\.kind) == [.missing])
    try FileManager.default.removeItem(atPath: files[1])
    #expect(try scratch.findings().map(\.kind) == [.missing, .missing])
    #expect(try scratch.findings(remembered: journal.remembered).count == 2)
    try FileManager.default.removeItem(atPath: files[2])
    #expect(try scratch.findings() == [])
    #expect(try scratch.findings(remembered: journal.remembered).map(\.kind) == [.missing])
  }

  @Test func twoHistoriesOfOneWriterAreFound() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    var now = ScratchFolder.today
    let journal = try scratch.journal { now }
    _ = try journal.append([ScratchFolder.line(1)])
    journal.close()
    let memory = "\(journal.privateFolder.path)/writer.json"
    let before = try scratch.bytes(memory)
    now = Timestamp(seconds: now.seconds + 86_400)
    _ = try scratch.journal { now }.append([ScratchFolder.line(2)])
    let october = try scratch.files()[1]
    let hidden = scratch.path + "/october"
    try FileManager.default.moveItem(atPath: october, toPath: hidden)
    try scratch.write(before, to: memory)
    now = Timestamp(seconds: now.seconds + 40 * 86_400)
    _ = try scratch.journal { now }.append([ScratchFolder.line(3)])
    try FileManager.default.moveItem(atPath: hidden, toPath: october)
    #expect(try scratch.findings().map(\.kind) == [.histories])
  }

  @Test func aSegmentInAnotherWritersFolderIsFound() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    _ = try scratch.journal().append([ScratchFolder.line(1)])
    let file = try scratch.files()[0]
    let other = scratch.data + "/j/0000000000"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    try FileManager.default.copyItem(atPath: file, toPath: other + "/202409-1.jsonl")
    #expect(try scratch.findings().map(\.kind) == [.changed])
  }

  @Test func whatANewerVersionWroteIsANotice() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let other = scratch.data + "/j/0000000000"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    var bytes: [UInt8] = []
    var previous: LineHash?
    let bodies = [
      #"{"v":2,"i":"0000000000000001","n":1,"t":"","u":"x","a":"set","e":["new"]"#,
      #"{"v":1,"i":"0000000000000002","n":2,"t":"","u":"x","a":"sing","e":"worker/1""#,
      #"{"v":1,"i":"0000000000000003","n":3,"t":"","u":"x","a":"set","e":"worker/1","f":{"a":1.5}"#,
      "{\"v\":1,\"a\":\"\u{FFFD}",
    ]
    for body in bodies {
      let body = body.utf8.map { $0 == 0xBD ? 0xFF : $0 }
      let hash = body.withUnsafeBytes { LineHash(previous: previous, $0) }
      previous = hash
      bytes += body + Array(",\"h\":\"\(hash)\"}\n".utf8)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: other + "/202409-1.jsonl"))
    let report = try Verify.run(DataFolder(scratch.data))
    #expect(report.problems.map(\.kind) == [.version, .action, .shape, .encoding])
    #expect(report.problems.map(\.kind.isNotice) == [true, true, false, false])
    #expect(report.lines == 4 && report.segments == 1)
  }

  @Test func theReportIsTheJSONThatWasPromised() throws {
    let (scratch, file, bytes) = try scratch()
    var changed = bytes
    changed[bytes.count - 40] ^= 1
    try scratch.write(changed, to: file)
    let report = try Verify.run(DataFolder(scratch.data))
    let name = file.dropFirst(scratch.data.count + 1)
    let expected: JSON = [
      "schema": 1, "segments": 1, "lines": 21,
      "problems": [
        [
          "file": .string(String(name)), "line": 21, "kind": "changed",
          "message": .string("\(name), line 21: \(JournalFault.changed.words.en)"),
        ]
      ],
    ]
    #expect(report.json(.en) == expected)
    #expect(report.problems[0].message.vi.contains("dòng 21: Dòng bị sửa"))
  }

  @Test func aLineThatWaitsForItsGroupIsANotice() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    let group = LineGroup(size: 2)
    let lines = (1...2).map { NewLine.set(Operation(entity: "worker/\($0)", fields: []), group: group) }
    _ = try journal.append([lines[0]])
    let report = try Verify.run(journal.folder)
    #expect(report.isSound && report.problems.map(\.kind) == [.waiting] && report.problems[0].line == 2)
    _ = try journal.append([lines[1]])
    #expect(try Verify.run(journal.folder).problems == [])
  }
}
