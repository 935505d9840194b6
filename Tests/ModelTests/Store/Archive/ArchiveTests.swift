import Foundation
import Testing

@testable import Model

@Suite("Backup and restore")
struct ArchiveTests {
  private let scratch: ScratchFolder
  private var archive: String { scratch.path + "/backup.tar" }
  private var restored: String { scratch.path + "/restored" }

  init() throws {
    scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    for number in 1...5 { _ = try journal.append([ScratchFolder.line(number)]) }
  }

  @Test func whatIsRestoredIsTheSameByteForByteAndHasANewWriter() throws {
    let written = try Backup.write(DataFolder(scratch.data), to: archive)
    #expect(written.segments == 1 && written.lines == 6)
    #expect(try Restoring.run(archive, into: restored) == written)
    let before = try scratch.files().map { try scratch.bytes($0) }
    let after = try DataFolder(restored).segments().segments.map {
      try scratch.bytes("\(restored)/\($0.file)")
    }
    #expect(before == after)
    #expect(try Verify.run(DataFolder(restored)).problems == [])
    let journal = try Journal(
      DataFolder(restored), privateRoot: scratch.state, account: scratch.account,
      clock: { ScratchFolder.today })
    _ = try journal.append([ScratchFolder.line(6)])
    let writers = Set(try DataFolder(restored).segments().segments.map(\.writer))
    #expect(writers.count == 2)
    #expect(try Verify.run(DataFolder(restored)).problems == [])
  }

  @Test func theLineThatIsBeingWrittenIsLeftOut() throws {
    let file = try #require(try scratch.files().first)
    let whole = try scratch.bytes(file)
    try scratch.write(whole + Array(#"{"v":1,"i":"#.utf8), to: file)
    _ = try Backup.write(DataFolder(scratch.data), to: archive)
    _ = try Restoring.run(archive, into: restored)
    let segment = try #require(try DataFolder(restored).segments().segments.first)
    #expect(try scratch.bytes("\(restored)/\(segment.file)") == whole)
  }

  @Test func aFolderWithoutLinesComesBack() throws {
    let empty = try ScratchFolder()
    try empty.create()
    _ = try Backup.write(DataFolder(empty.data), to: archive)
    _ = try Restoring.run(archive, into: restored)
    #expect(try DataFolder(restored).segments().segments == [])
  }

  @Test func whatAnInterruptedRestoringLeftIsCalledByItsName() throws {
    _ = try Backup.write(DataFolder(scratch.data), to: archive)
    _ = try Restoring.run(archive, into: restored)
    try FileManager.default.removeItem(atPath: restored + "/format")
    let problem = #expect(throws: StoreProblem.self) { try Restoring.run(archive, into: restored) }
    #expect(problem?.kind == .notEmpty)
    #expect(problem?.words.vi.contains("khôi phục bị ngắt") == true)
    #expect(throws: StoreProblem.self) { try DataFolder(restored) }
  }

  @Test(arguments: [false, true])
  func aNameThatSomebodyElseGotMeanwhileIsLeftToThem(isNamed: Bool) throws {
    let first = try NamelessFile(archive, isNamed: isNamed)
    let second = try NamelessFile(archive, isNamed: isNamed)
    try Array("first".utf8).withUnsafeBytes { try first.file.write($0) }
    try second.publish()
    #expect { try first.publish() } throws: { ($0 as? SystemError)?.code == EEXIST }
    first.discard()
    second.discard()
    #expect(try scratch.bytes(archive) == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 3)
    for name in ["", "data"] {
      #expect { try NamelessFile("\(scratch.path)/\(name)") } throws: { ($0 as? SystemError)?.code == EEXIST }
    }
    // A file of the user's own that is called like half an archive.
    #expect(FileManager.default.createFile(atPath: archive + ".2.part", contents: Data("mine".utf8)))
    _ = try Backup.write(DataFolder(scratch.data), to: archive + ".2")
    #expect(try scratch.bytes(archive + ".2.part") == Array("mine".utf8))
  }

  @Test func aFileThatExistsIsNotReplaced() throws {
    #expect(FileManager.default.createFile(atPath: archive, contents: Data("mine".utf8)))
    let problem = #expect(throws: StoreProblem.self) {
      try Backup.write(DataFolder(scratch.data), to: archive)
    }
    #expect(problem?.kind == .notSaved)
    #expect(try scratch.bytes(archive) == Array("mine".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 3)
  }

  @Test(arguments: ["/backup.tar", "/j/backup.tar"])
  func anArchiveInTheDataFolderItselfIsRefused(place: String) throws {
    let problem = #expect(throws: StoreProblem.self) {
      try Backup.write(DataFolder(scratch.data), to: scratch.data + place)
    }
    #expect(problem?.kind == .notSaved)
    #expect(problem?.words.vi.contains("nằm trong thư mục dữ liệu") == true)
    #expect(try Verify.run(DataFolder(scratch.data)).problems == [])
  }

  @Test func anArchiveIsForItsOwnerAlone() throws {
    _ = try Backup.write(DataFolder(scratch.data), to: archive)
    let mode = try FileManager.default.attributesOfItem(atPath: archive)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
  }

  @Test func everyChangedByteIsFoundBeforeAnythingIsWritten() throws {
    _ = try Backup.write(DataFolder(scratch.data), to: archive)
    let whole = try scratch.bytes(archive)
    var unnoticed: [Int] = []
    for offset in stride(from: 0, to: whole.count, by: 7) {
      var bytes = whole
      bytes[offset] ^= 0x15
      try scratch.write(bytes, to: archive)
      let target = "\(restored)-\(offset)"
      do {
        _ = try Restoring.run(archive, into: target)
        unnoticed.append(offset)
        #expect(try Verify.run(DataFolder(target)).problems == [])
      } catch {
        #expect(!FileManager.default.fileExists(atPath: target))
      }
    }
    // What stands behind a file, the last two blocks and the blank after a header's sum say nothing.
    #expect(unnoticed.allSatisfy { whole[$0] == 0 || $0 % TapeHeader.block == 155 })
  }

  @Test func anArchiveThatIsCutShortIsRefused() throws {
    _ = try Backup.write(DataFolder(scratch.data), to: archive)
    let whole = try scratch.bytes(archive)
    for length in stride(from: 0, to: whole.count - TapeHeader.end.count, by: 100) {
      try scratch.write(Array(whole.prefix(length)), to: archive)
      let problem = #expect(throws: StoreProblem.self) { try Restoring.run(archive, into: restored) }
      #expect(problem?.kind == .damagedArchive)
    }
    #expect(!FileManager.default.fileExists(atPath: restored))
  }

  @Test func nothingIsWrittenOutsideTheFolder() {
    for name in [
      "../format", "/etc/passwd", "places/../../x.json", "j/../x/202611-1.jsonl",
      "j/8zppjkjxeh/202611-01.jsonl",
      "j/8zppjkjxeh/202611-1.jsonl/x", "places/.x.json", "j", "", "j/8ZPPJKJXEH/202611-1.jsonl",
    ] {
      #expect(!ArchivedFile.isKnown(name), "\(name)")
    }
    #expect(ArchivedFile.isKnown("j/8zppjkjxeh/202611-1.jsonl"))
  }

  @Test func aFolderThatIsNotEmptyIsLeftAlone() throws {
    _ = try Backup.write(DataFolder(scratch.data), to: archive)
    let problem = #expect(throws: StoreProblem.self) { try Restoring.run(archive, into: scratch.data) }
    #expect(problem?.kind == .alreadyMade)
    #expect(try scratch.findings() == [])
  }
}
