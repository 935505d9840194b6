import Foundation
import Testing

@testable import Model

/// What arrives while a folder is open, from others and from this account, and what is kept of it for the next start.
@Suite("What arrives while a folder is open")
struct NewsTests {
  /// An open folder of one account to which two others write.
  private final class Desk {
    let scratch: ScratchFolder
    private(set) var ledger: Ledger
    private(set) var register: Register

    init() throws {
      scratch = try ScratchFolder()
      try Ledger.create(scratch.data, privateRoot: scratch.state)
      (ledger, register) = try Ledger.open(scratch.data, privateRoot: scratch.state)
    }

    /// Saves a worker of its own, as another account.
    func others(_ account: String, save number: Int) throws {
      let (ledger, register) = try Ledger.open(scratch.data, privateRoot: scratch.path + "/" + account)
      _ = try ledger.save(register.change([Edit("worker/\(number)", [("phone", .text("\(number)"))])]))
      ledger.close()
    }

    func save(_ number: Int) throws {
      let change = register.change([Edit("worker/\(number)", [("phone", .text("\(number)"))])])
      for lines in try ledger.save(change) { register.fold(lines) }
    }

    /// Looks once; the reason why something could not be read.
    @discardableResult
    func look() -> StoreProblem? {
      let news = ledger.news()
      for lines in news.lines { register.fold(lines) }
      return news.problem
    }

    func checkKept() throws {
      if let anew = try ledger.checkKept() { register = anew }
    }

    /// Keeps the fold, and starts again.
    func restart() throws {
      ledger.keep(register) { _ in }
      ledger.close()
      (ledger, register) = try Ledger.open(scratch.data, privateRoot: scratch.state)
    }

    var phones: [String] {
      register.records(.worker).compactMap { register.text(Worker.phone, $0) }.sorted()
    }

    var kept: [Reach]? { FoldCache(in: scratch.keptFolder(of: ledger)).read()?.reaches }
  }

  private func append(_ bytes: [UInt8], to file: String) throws {
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  /// The last line of a file with one digit of its phone changed, its hash as it was.
  private func altered(_ file: String, in scratch: ScratchFolder, from old: String, to new: String) throws
    -> [UInt8]
  {
    let bytes = try scratch.bytes(file)
    let line = String(decoding: bytes.dropLast().split(separator: 0x0A).last ?? [], as: UTF8.self)
    let changed = line.replacingOccurrences(of: "\"phone\":\"\(old)\"", with: "\"phone\":\"\(new)\"")
    try #require(changed != line)
    return Array("\(changed)\n".utf8)
  }

  @Test func whatWasReadCountsWhereAnotherSegmentCannotBeRead() throws {
    for unread in 0...1 {
      let desk = try Desk()
      try desk.others("b", save: 1)
      try desk.others("c", save: 2)
      let files = try desk.scratch.files()
      try #require(files.count == 2)
      let handle = try #require(FileHandle(forWritingAtPath: files[unread]))
      let length = try handle.seekToEnd()
      // So much without a line break is refused by every reader, as a failing disk would refuse it.
      try handle.truncate(atOffset: 100 << 20)
      #expect(desk.look()?.kind == .unreadable)
      #expect(desk.phones.count == 1)
      try handle.truncate(atOffset: length)
      try desk.restart()
      #expect(desk.phones == ["1", "2"], "the fold was kept as if it held both")
      #expect(desk.look() == nil && desk.phones == ["1", "2"])
    }
  }

  @Test func aLineThatDoesNotVerifyIsLeftOutAndNothingIsKept() throws {
    let desk = try Desk()
    try desk.others("b", save: 1)
    desk.look()
    let file = try desk.scratch.files()[0]
    try append(try altered(file, in: desk.scratch, from: "1", to: "7"), to: file)
    #expect(desk.look() == nil)
    #expect(desk.phones == ["1"] && desk.ledger.faults.map(\.kind) == [.changed])
    desk.ledger.keep(desk.register) { _ in }
    #expect(desk.kept == nil)
    try desk.restart()
    #expect(desk.phones == ["1"] && desk.ledger.faults.map(\.kind) == [.changed])
  }

  @Test func goodLinesBesideOneThatDoesNotVerifyCount() throws {
    let desk = try Desk()
    try desk.others("b", save: 1)
    let file = try desk.scratch.files()[0]
    let bad = try altered(file, in: desk.scratch, from: "1", to: "7")
    try append(bad, to: file)
    #expect(desk.look() == nil)
    #expect(desk.phones == ["1"] && desk.ledger.faults.map(\.kind) == [.changed])
    #expect(desk.ledger.faults.map(\.line) == [3])
  }

  @Test func aLineThatWasChangedAfterItWasReadIsFoundAtTheNextStart() throws {
    let desk = try Desk()
    try desk.others("b", save: 1)
    desk.look()
    let file = try desk.scratch.files()[0]
    let line = try altered(file, in: desk.scratch, from: "1", to: "7")
    try desk.scratch.write(try desk.scratch.bytes(file).dropLast(line.count) + line, to: file)
    #expect(desk.look() == nil && desk.phones == ["1"])
    try desk.restart()
    #expect(desk.phones == [] && desk.ledger.faults.map(\.kind) == [.changed])
  }

  @Test func anEndThatIsJustBeingWrittenIsNoFault() throws {
    let desk = try Desk()
    try desk.others("b", save: 1)
    let file = try desk.scratch.files()[0]
    let whole = try desk.scratch.bytes(file)
    try desk.scratch.write(whole.dropLast(5), to: file)
    #expect(desk.look() == nil && desk.phones == [] && desk.ledger.faults == [])
    try append(whole.suffix(5), to: file)
    #expect(desk.look() == nil && desk.phones == ["1"] && desk.ledger.faults == [])
  }

  @Test func whatIsKeptSaysThatNothingHasHappenedSince() throws {
    let desk = try Desk()
    try desk.save(1)
    try desk.others("b", save: 2)
    desk.look()
    try desk.save(3)
    desk.ledger.keep(desk.register) { _ in }
    let segments = try desk.ledger.folder.segments().segments
    let kept = try #require(desk.kept)
    #expect(kept.map(\.segment) == segments.map(\.id))
    for (reach, segment) in zip(kept, segments) {
      #expect(reach.isOf(segment.status) && reach.isAllOf(segment.status))
      #expect(try reach.hash == desk.ledger.folder.lastHash(of: segment))
    }
  }

  /// A folder that goes on from a kept fold in which a failing disk has put another phone.
  private func desk(withKept phone: String, for number: Int) throws -> Desk {
    let desk = try Desk()
    try desk.save(number)
    try desk.restart()
    let path = desk.scratch.keptFolder(of: desk.ledger) + "/fold"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let place = try #require(bytes.range(of: Data("\(number)".utf8), options: .backwards))
    bytes.replaceSubrange(place, with: Data(phone.utf8))
    try bytes.write(to: URL(fileURLWithPath: path))
    try desk.restart()
    return desk
  }

  @Test func aKeptFoldThatIsDamagedIsNotKeptAnew() throws {
    let desk = try desk(withKept: "123457", for: 123_456)
    try #require(desk.phones == ["123457"], "it is not looked through at once")
    for number in 1...40 { try desk.save(number) }
    // With a sum of its own the damage would look sound.
    try desk.restart()
    #expect(desk.phones.contains("123456") && desk.phones.count == 41)
  }

  @Test func aKeptFoldThatIsDamagedIsRememberedAsSuchWhereNothingCanBeRead() throws {
    let desk = try desk(withKept: "123457", for: 123_456)
    let file = try desk.scratch.files()[0]
    let handle = try #require(FileHandle(forWritingAtPath: file))
    let length = try handle.seekToEnd()
    try handle.truncate(atOffset: 100 << 20)
    #expect(throws: StoreProblem.self) { try desk.ledger.checkKept() }
    desk.ledger.keep(desk.register) { _ in }
    #expect(desk.kept == nil)
    try handle.truncate(atOffset: length)
    try desk.checkKept()
    #expect(desk.phones == ["123456"])
    try desk.restart()
    #expect(desk.phones == ["123456"])
  }

  @Test func anEndThatWasNeverCompletedDoesNotKeepTheFoldFromBeingKept() throws {
    let desk = try Desk()
    try desk.others("b", save: 1)
    let file = try desk.scratch.files()[0]
    try append(Array("{\"v\":1".utf8), to: file)
    for _ in 0..<2 {
      let (ledger, register) = try Ledger.open(desk.scratch.data, privateRoot: desk.scratch.path + "/late")
      #expect(register.text(Worker.phone, 0) == "1" && ledger.faults.map(\.kind) == [.torn])
      ledger.keep(register) { _ in }
      ledger.close()
      let kept = FoldCache(in: desk.scratch.keptFolder(of: ledger)).read()
      #expect(kept?.reaches.count == 1 && kept?.register == register)
    }
  }

  @Test func whatCannotBeReadWhileChainsAreVerifiedIsVerifiedLater() throws {
    let desk = try Desk()
    try desk.others("b", save: 1)
    try desk.others("c", save: 2)
    let file = try desk.scratch.files()[1]
    let phone = try #require(["1", "2"].first { try altersTo($0, file, desk.scratch) })
    let line = try altered(file, in: desk.scratch, from: phone, to: "7")
    try desk.scratch.write(try desk.scratch.bytes(file).dropLast(line.count) + line, to: file)
    let (ledger, register) = try Ledger.open(
      desk.scratch.data, privateRoot: desk.scratch.path + "/late", isHurried: true)
    #expect(register.records(.worker).count == 2)
    try FileManager.default.moveItem(atPath: file, toPath: desk.scratch.path + "/aside")
    // More looks than one check takes, so that one has ended without that segment.
    for _ in 0..<300 {
      #expect(try ledger.verifyRead() == nil)
      usleep(1_000)
    }
    try FileManager.default.moveItem(atPath: desk.scratch.path + "/aside", toPath: file)
    var found: Register?
    for _ in 0..<20_000 where found == nil {
      found = try ledger.verifyRead()
      usleep(1_000)
    }
    #expect(found?.records(.worker).count == 1 && ledger.faults.map(\.kind) == [.changed])
  }

  private func altersTo(_ phone: String, _ file: String, _ scratch: ScratchFolder) throws -> Bool {
    String(decoding: try scratch.bytes(file), as: UTF8.self).contains("\"phone\":\"\(phone)\"")
  }

  @Test func whatAnotherWindowSavedComesWithOnesOwnSave() throws {
    let desk = try Desk()
    try desk.save(1)
    try desk.others("state", save: 2)
    try desk.save(3)
    #expect(desk.phones == ["1", "2", "3"])
    #expect(desk.ledger.news().lines.isEmpty)
    try desk.restart()
    #expect(desk.phones == ["1", "2", "3"] && desk.ledger.faults == [])
  }
}

extension ScratchFolder {
  /// Where an account keeps its fold.
  fileprivate func keptFolder(of ledger: Ledger) -> String {
    ledger.privatePath + "/cache"
  }
}
