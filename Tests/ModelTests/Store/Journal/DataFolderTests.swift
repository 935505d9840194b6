import Foundation
import Testing

@testable import Model

@Suite("Data folder")
struct DataFolderTests {
  private func kind(_ path: String) -> StoreProblem.Kind? {
    do throws(StoreProblem) {
      _ = try DataFolder(path)
      return nil
    } catch {
      #expect(error.words.vi.contains(error.path) && error.words.en.contains(error.path))
      return error.kind
    }
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func aNewFolderIsOursAloneWhateverTheUmask() throws {
    let scratch = try ScratchFolder()
    let before = umask(0)
    defer { umask(before) }
    let folder = try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    let writer = try #require(journal.writer)
    #expect(writer == folder.format.root)
    for file in [
      "data", "data/places", "data/j", "data/j/\(writer)", "state", "state/\(folder.format.identity)",
    ] {
      #expect(try mode(scratch.path + "/" + file) == 0o700, "\(file)")
    }
    let files = [
      "data/format", "data/plan.json", "data/places/2023.json", "data/j/\(writer)/202409-1.jsonl",
      "state/\(folder.format.identity)/writer.json",
    ]
    for file in files { #expect(try mode(scratch.path + "/" + file) == 0o600, "\(file)") }
  }

  @Test func aSharedFolderLetsTheGroupReadAndEachAccountWriteItsOwn() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(atPath: scratch.data, withIntermediateDirectories: false)
    chmod(scratch.data, 0o3770)
    let folder = try scratch.create()
    #expect(folder.isShared)
    _ = try scratch.journal().append([ScratchFolder.line(1)])
    let own = "data/j/\(folder.format.root)"
    let modes = [
      "data/format": 0o640, "data/plan.json": 0o640, "data/places": 0o2750, "data/places/2023.json": 0o640,
      "data/j": 0o3770, own: 0o2750, own + "/202409-1.jsonl": 0o640, "state": 0o700,
    ]
    for (file, expected) in modes {
      var status = stat()
      #expect(lstat(scratch.path + "/" + file, &status) == 0)
      #expect(status.st_mode & 0o7777 == mode_t(expected), "\(file)")
    }
    #expect(try scratch.findings() == [])
  }

  @Test func theFormatNamesThePlanAndThePlaces() throws {
    let scratch = try ScratchFolder()
    let folder = try scratch.create()
    #expect(folder.format.epoch == 1 && !folder.isReadOnly && !folder.isShared)
    #expect(folder.format.data.map(\.name) == ["plan.json", "places/2023.json"])
    #expect(try folder.data(folder.format.data[0]) == ScratchFolder.plan)
    #expect(try folder.data(folder.format.data[1]) == Array("[]".utf8))
    try scratch.write(Array("[1]".utf8), to: scratch.data + "/places/2023.json")
    #expect(throws: StoreProblem.self) { try folder.data(folder.format.data[1]) }
    #expect(try scratch.findings().map(\.kind) == [.data])
  }

  @Test func whatIsNoDataFolderIsRefusedInASentence() throws {
    let scratch = try ScratchFolder()
    #expect(kind(scratch.data) == .missing)
    try scratch.create()
    #expect(kind(scratch.data) == nil)
    #expect(kind(scratch.data + "/") == nil)
    #expect(kind(scratch.data + "/format") == .notAFolder)
    #expect(kind(scratch.path) == .notADataFolder)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link", withDestinationPath: scratch.data)
    #expect(kind(scratch.path + "/link") == .symlink)
    #expect(kind(scratch.path + "/link/") == .symlink)
  }

  @Test func aNewerOrDamagedFormatIsRefused() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let format = String(decoding: try scratch.bytes(scratch.data + "/format"), as: UTF8.self)
    try scratch.write(
      Array(format.replacing("\"format\":1", with: "\"format\":2").utf8), to: scratch.data + "/format")
    #expect(kind(scratch.data) == .newerFormat)
    for damaged in [
      "", "{", format.replacing("\"root\"", with: "\"r\""), format.replacing("2023.json", with: "../x"),
    ] {
      try scratch.write(Array(damaged.utf8), to: scratch.data + "/format")
      #expect(kind(scratch.data) == .damagedFormat)
    }
  }

  @Test func othersMayNotWriteWhereOurDataIs() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    chmod(scratch.data, 0o777)
    #expect(kind(scratch.data) == .writableByOthers)
    chmod(scratch.data, 0o1777)
    #expect(kind(scratch.data) == .writableByOthers)
    chmod(scratch.data, 0o700)
    chmod(scratch.path, 0o777)
    #expect(kind(scratch.data) == .writableByOthers)
    chmod(scratch.path, 0o1777)
    #expect(kind(scratch.data) == nil)
    chmod(scratch.data + "/j", 0o770)
    #expect(kind(scratch.data) == .writableByOthers)
  }

  @Test func rightsAreJudgedByOwnerGroupAndSticky() {
    let rights = FolderRights(me: 1000, groups: [1000, 50])
    let parent = FileStatus(owner: 0, group: 0, mode: 0o40755)
    func kind(_ owner: UInt32, _ group: UInt32, _ mode: UInt32, _ parent: FileStatus) -> StoreProblem.Kind? {
      rights.problem(of: FileStatus(owner: owner, group: group, mode: mode), in: parent, path: "/d")?.kind
    }
    #expect(kind(1000, 1000, 0o40700, parent) == nil)
    #expect(kind(1001, 1000, 0o40700, parent) == .notOurs)
    #expect(kind(0, 50, 0o43770, parent) == nil)
    #expect(kind(0, 51, 0o43770, parent) == .notOurs)
    #expect(kind(0, 50, 0o42770, parent) == .notOurs)
    #expect(kind(0, 50, 0o41770, parent) == .notOurs)
    #expect(kind(1000, 1000, 0o40770, parent) == .writableByOthers)
    #expect(kind(1000, 1000, 0o40700, FileStatus(owner: 0, group: 0, mode: 0o41777)) == nil)
    #expect(kind(1000, 1000, 0o40700, FileStatus(owner: 0, group: 7, mode: 0o40775)) == .writableByOthers)
    #expect(kind(1000, 1000, 0o40700, FileStatus(owner: 1000, group: 1000, mode: 0o40775)) == nil)
  }

  @Test func networkDisksAreKnownByTheMountTable() {
    let mounts = """
      22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
      40 22 0:45 / /mnt/n rw,relatime shared:2 master:1 - nfs4 server:/x rw
      41 22 0:46 / /mnt/s rw - cifs //server/x rw
      42 22 0:47 / /mnt/f rw - fuse.sshfs a:/ rw
      43 22 7:300 / /mnt/b rw - fuseblk /dev/sdb1 rw
      """
    #expect(FileSystem.network(254 << 8 | 1, mounts: mounts) == nil)
    #expect(FileSystem.network(45, mounts: mounts) == "nfs4")
    #expect(FileSystem.network(46, mounts: mounts) == "cifs")
    #expect(FileSystem.network(47, mounts: mounts) == "fuse.sshfs")
    #expect(FileSystem.network(0x10072C, mounts: mounts) == "fuseblk")
    #expect(FileSystem.network(99, mounts: mounts) == nil)
  }

  @Test func aFolderThatHoldsOtherThingsIsNotTaken() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    #expect { try scratch.create() } throws: { ($0 as? StoreProblem)?.kind == .alreadyMade }
    try FileManager.default.removeItem(atPath: scratch.data + "/format")
    try Data().write(to: URL(fileURLWithPath: scratch.data + "/holiday.jpg"))
    #expect { try scratch.create() } throws: { ($0 as? StoreProblem)?.kind == .notEmpty }
    try FileManager.default.removeItem(atPath: scratch.data + "/holiday.jpg")
    // Without the mark of an attempt that was interrupted even files with our names are somebody's own.
    let before = try scratch.bytes(scratch.data + "/plan.json")
    #expect { try scratch.create() } throws: { ($0 as? StoreProblem)?.kind == .notEmpty }
    #expect(try scratch.bytes(scratch.data + "/plan.json") == before)
    try Data("{\"sch".utf8).write(to: URL(fileURLWithPath: scratch.data + "/format.new"))
    try Data().write(to: URL(fileURLWithPath: scratch.data + "/places/holiday.jpg"))
    #expect { try scratch.create() } throws: { ($0 as? StoreProblem)?.kind == .notEmpty }
    try FileManager.default.removeItem(atPath: scratch.data + "/places/holiday.jpg")
    try scratch.create()
    #expect(kind(scratch.data) == nil)
    _ = try scratch.journal().append([ScratchFolder.line(1)])
    try FileManager.default.removeItem(atPath: scratch.data + "/format")
    #expect { try scratch.create() } throws: { ($0 as? StoreProblem)?.kind == .notEmpty }
  }

  @Test(arguments: ["", "/j", "/places/deeper/still"])
  func noFolderIsMadeWithinAnother(_ below: String) throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let path = "\(scratch.data)\(below)/new"
    let problem = #expect(throws: StoreProblem.self) { try DataFolder.emptyFolder(path) }
    #expect(problem?.kind == .notEmpty && problem?.words.vi.contains(scratch.data) == true)
    #expect(access(path, F_OK) != 0)
    let way = scratch.path + "/way"
    symlink(scratch.data, way)
    #expect(DataFolder.enclosing("\(way)\(below)/x.tar") != nil)
    #expect(DataFolder.enclosing("\(scratch.path)/x.tar") == nil && DataFolder.enclosing("/x") == nil)
  }

  @Test func nothingIsSavedIntoAFolderThatIsNoLongerInItsPlace() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let journal = try scratch.journal()
    _ = try journal.append([ScratchFolder.line(1)])
    let moved = scratch.path + "/moved"
    for replacing in [
      {}, { mkdir(scratch.data, 0o700) }, { symlink(moved, scratch.data) },
    ] as [() -> Void] {
      #expect(rename(scratch.data, moved) == 0)
      replacing()
      let problem = #expect(throws: StoreProblem.self) { try journal.append([ScratchFolder.line(2)]) }
      #expect(problem?.kind == .notSaved && problem?.words.vi.hasPrefix("CHƯA LƯU") == true)
      #expect(!journal.folder.isInPlace)
      remove(scratch.data)
      #expect(rename(moved, scratch.data) == 0)
      #expect(journal.folder.isInPlace)
    }
    _ = try journal.append([ScratchFolder.line(2)])
    #expect(try DataFolder(scratch.data).segments().segments.count == 1)
  }

  @Test(arguments: [1 << 27, 1 << 42])
  func aLengthThatSomebodyMerelyStatedIsNotRead(length: Int) throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    _ = try scratch.journal().append([ScratchFolder.line(1)])
    mkdir(scratch.data + "/j/bbbbbbbbbb", 0o700)
    let planted = scratch.data + "/j/bbbbbbbbbb/202412-1.jsonl"
    #expect(FileManager.default.createFile(atPath: planted, contents: Data("{".utf8)))
    #expect(truncate(planted, length) == 0)
    let folder = try DataFolder(scratch.data)
    let segment = try #require(try folder.segments().segments.first { $0.length == length })
    let problem = #expect(throws: StoreProblem.self) { try folder.read(segment) }
    #expect(problem?.kind == .unreadable && problem?.path == planted)
    #expect(try Verify.run(folder).problems.map(\.kind) == [.unreadable])
  }

  @Test func aFolderThatCannotBeWrittenIsOpenForReading() throws {
    let scratch = try ScratchFolder()
    try scratch.create()
    let first = try scratch.journal()
    _ = try first.append([ScratchFolder.line(1)])
    first.close()
    chmod(scratch.data + "/j", 0o500)
    defer { chmod(scratch.data + "/j", 0o700) }
    try withoutPrivileges(of: scratch.path) {
      let folder = try DataFolder(scratch.data)
      #expect(folder.isReadOnly)
      #expect(try folder.segments().segments.map(\.length) == first.segments().segments.map(\.length))
      let journal = try scratch.journal()
      #expect { try journal.append([ScratchFolder.line(2)]) } throws: {
        ($0 as? StoreProblem)?.kind == .readOnly
      }
    }
  }

  /// Root may write everything: for its tests the file rights of nobody are taken, for this thread only.
  private func withoutPrivileges(of path: String, _ body: () throws -> Void) throws {
    guard geteuid() == 0 else { return try body() }
    typealias SetFileUser = @convention(c) (uid_t) -> Int32
    let symbol = try #require(dlsym(nil, "setfsuid"))
    let setFileUser = unsafeBitCast(symbol, to: SetFileUser.self)
    for file in FileManager.default.subpaths(atPath: path) ?? [] {
      let full = path + "/" + file
      chmod(full, file.hasSuffix("/j") ? 0o555 : (isFolder(full) ? 0o755 : 0o644))
    }
    chmod(path, 0o755)
    _ = setFileUser(65_534)
    defer { _ = setFileUser(0) }
    try body()
  }

  private func isFolder(_ path: String) -> Bool {
    var answer: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &answer) && answer.boolValue
  }

  @Test func oddNamesBetweenTheSegmentsAreReported() throws {
    let scratch = try ScratchFolder()
    let folder = try scratch.create()
    _ = try scratch.journal().append([ScratchFolder.line(1)])
    let writer = folder.format.root
    let j = scratch.data + "/j"
    try Data().write(to: URL(fileURLWithPath: "\(j)/note.txt"))
    try Data().write(to: URL(fileURLWithPath: "\(j)/\(writer)/202409-1.jsonl~"))
    try Data().write(to: URL(fileURLWithPath: "\(j)/0000000000"))
    try FileManager.default.createDirectory(
      atPath: "\(j)/\(writer)/202410-1.jsonl", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: "\(j)/\(writer)/202411-1.jsonl", withDestinationPath: "/etc/passwd")
    let list = try folder.segments()
    #expect(list.segments.map(\.name.description) == ["202409-1"])
    let expected = [
      "j/0000000000", "j/\(writer)/202409-1.jsonl~", "j/\(writer)/202410-1.jsonl",
      "j/\(writer)/202411-1.jsonl", "j/note.txt",
    ]
    #expect(list.odd.sorted() == expected.sorted())
    #expect(try scratch.findings().map(\.kind) == Array(repeating: .foreign, count: 5))
  }

  @Test func theAccountsNameComesFromThePasswordFile() {
    let passwd = "root:x:0:0:root:/root:/bin/sh\nlan.nt:x:1000:1000:,,,:/home/lan:/bin/bash\n:x:7:7::/:\n"
    #expect(Account.name(of: 1000, passwd: passwd) == "lan.nt")
    #expect(Account.name(of: 0, passwd: passwd) == "root")
    #expect(Account.name(of: 7, passwd: passwd) == "uid:7")
    #expect(Account.name(of: 1001, passwd: passwd) == "uid:1001")
  }
}
