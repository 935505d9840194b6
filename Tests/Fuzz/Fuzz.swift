import Glibc

@testable import Model

/// What is read from files and from others, tried on bytes that a fuzzer invents (libFuzzer, `FUZZ` names the part).
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Part.chosen.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private enum Part: String, CaseIterable {
  case json, line, segment, draft, add, plan, format, itself

  static let chosen: Part = {
    guard let name = getenv("FUZZ").map({ String(cString: $0) }), let part = Part(rawValue: name) else {
      fatalError("FUZZ is one of \(allCases.map(\.rawValue))")
    }
    return part
  }()

  func read(_ bytes: [UInt8]) {
    switch self {
    case .json: readJSON(bytes)
    case .line: readLine(bytes)
    case .segment: readSegment(bytes)
    case .draft: readDraft(bytes)
    case .add: readRecords(bytes)
    case .plan: _ = try? Plan.read(json: bytes)
    case .format: readFormat(bytes)
    case .itself: failWhereToldTo(bytes)
    }
  }
}

/// Fails on four bytes, so that one sees whether the fuzzer finds anything.
private func failWhereToldTo(_ bytes: [UInt8]) {
  let word = Array("Lỗi".utf8)
  for (index, byte) in word.prefix(4).enumerated() {
    if index >= bytes.count { return }
    if bytes[index] != byte { return }
    if index == 3 { fatalError("the fuzzer finds what it is to find") }
  }
}

/// Our reader and Foundation's agree, and what is written again is read as the same.
private func readJSON(_ bytes: [UInt8]) {
  let verdict = FoundationVerdict(bytes)
  precondition(verdict.objection == nil, verdict.objection ?? "")
  guard verdict.isAccepted, let json = try? JSON.parse(bytes) else { return }
  precondition((try? JSON.parse(json.bytes)) == json, "what is written is another value")
}

/// The quick reader of lines and the careful one come to the same.
private func readLine(_ bytes: [UInt8]) {
  let bytes = bytes.filter { $0 != 10 } + [10]
  var careful = Register()
  bytes.withUnsafeBufferPointer { careful.foldCarefully($0, 0..<bytes.count - 1) }
  careful.settle()
  var general = Register()
  general.fold(bytes)
  var quick = Register()
  bytes.withUnsafeBufferPointer { quick.fold($0, [0..<bytes.count - 1]) }
  precondition(Dump(general) == Dump(quick), "the quick reader says something else")
  precondition(
    general.setAside == quick.setAside && general.unreadable == quick.unreadable, "counted otherwise")
  // A line without a hash never comes so far.
  let hasHash =
    bytes.withUnsafeBytes { LineShape(line: UnsafeRawBufferPointer(rebasing: $0.dropLast())) } != nil
  guard general.unreadable == 0, hasHash else { return }
  precondition(careful.unreadable == 0, "only the quick reader takes the line")
  precondition(Dump(general) == Dump(careful), "the careful reader says something else")
}

/// A segment's lines are told apart so that each byte is of one line, or of a fault, and folding them is safe.
private func readSegment(_ bytes: [UInt8]) {
  let quick = bytes.withUnsafeBytes { SegmentScan($0, verifying: false) }
  let slow = bytes.withUnsafeBytes { SegmentScan($0, verifying: true) }
  precondition(quick.count == bytes.count(where: { $0 == 10 }), "a line is not counted")
  precondition(
    quick.lines.count + quick.faults.count(where: { $0.fault != .torn }) == quick.count, "a line is lost")
  precondition(Set(quick.lines).isSuperset(of: slow.lines), "a line verifies that is none")
  var together = Register()
  bytes.withUnsafeBufferPointer { together.fold($0, quick.lines) }
  var apart = Register()
  for range in quick.lines { apart.fold(bytes[range] + [10]) }
  precondition(Dump(together) == Dump(apart), "lines mean something else beside each other")
}

private let draftFolder: String = {
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(parent)/lenduong-fuzz-XXXXXX\0".utf8.map { CChar($0) })
  guard mkdtemp(&template) != nil else { fatalError("no folder for drafts") }
  atexit {
    Drafts(folder: draftFolder).drop("draft")
    rmdir(draftFolder)
  }
  return String(decoding: template.dropLast().map { UInt8($0) }, as: UTF8.self)
}()

/// A draft that is read and kept again is the same draft.
private func readDraft(_ bytes: [UInt8]) {
  let drafts = Drafts(folder: draftFolder)
  unlink("\(draftFolder)/draft.json")
  precondition(PrivateFile.make("\(draftFolder)/draft.json", bytes), "the draft cannot be written")
  guard let draft = drafts.all().first else { return }
  precondition(drafts.keep(draft), "the draft cannot be kept")
  precondition(drafts.all() == [draft], "what is kept is another draft")
}

private let today = Day(iso: "2024-09-30") ?? .first

/// Records of every kind are taken or refused; what is taken folds to records again.
private func readRecords(_ bytes: [UInt8]) {
  for input in RecordInput.read(bytes) {
    guard case .success(let json) = input.json else { continue }
    var register = Register()
    let (entry, findings) = DepartureEntry.read(json, asOf: today)
    if findings.isEmpty {
      _ = Rule.findings(entry, RuleContext(register, today: today))
      take(register.edits(adding: entry, today: today), &register)
    }
    for kind in AddedKind.allCases where kind != .departure {
      if let edits = try? register.edits(adding: kind, json, today: today, plan: .standard) {
        take(edits, &register)
      }
    }
  }
}

private func take(_ edits: [Edit], _ register: inout Register) {
  let change = register.change(edits)
  guard !change.isEmpty else { return }
  var line: [UInt8] = []
  let time = Timestamp(seconds: 1_727_658_123)
  guard (try? LineEncoder.append(change.line, n: 1, at: time, user: "mẫu", previous: nil, to: &line)) != nil
  else {
    return
  }
  register.fold(line)
  precondition(register.unreadable == 0, "what is written cannot be read")
}

private func readFormat(_ bytes: [UInt8]) {
  _ = try? Format(bytes, path: "format")
  guard let list = ReplacedLines(bytes) else { return }
  precondition(ReplacedLines(list.bytes) == list, "what is written is another list")
}
