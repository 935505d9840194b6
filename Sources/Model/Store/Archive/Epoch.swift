/// What opening an epoch did.
public struct EpochReport: Hashable, Sendable {
  /// The number of the new epoch.
  public let epoch: Int
  public internal(set) var segments = 0
  /// Lines of all writers.
  public internal(set) var lines = 0
  /// Lines that were written without what they said of people who were erased.
  public internal(set) var redacted = 0
  /// Where a number of somebody who was erased stands in a line of something else: file and line.
  public internal(set) var leftOver: [String] = []
  /// Whether somebody saved something in the old folder meanwhile, which is not in the new one.
  public internal(set) var isBehind = false

  /// The form of `epoch --json`.
  public func json(_ path: String) -> JSON {
    [
      "schema": 1, "path": .string(path), "epoch": .integer(epoch), "segments": .integer(segments),
      "lines": .integer(lines), "redacted": .integer(redacted),
      "leftOver": .array(leftOver.map { .string($0) }), "behind": .bool(isBehind),
    ]
  }
}

extension Ledger {
  /// Makes a new data folder of everything but what was said of people who were erased, and of households that nobody
  /// departs from any more.
  ///
  /// Every line keeps its place, its id and its hash, so that chains, heads and copies still agree. Whoever writes in
  /// the new folder is a new writer. The old one is left as it is, to be destroyed with its backups.
  /// - Throws: `damaged` where the folder is not whole: what cannot be read may tell of anybody; else as
  ///   `DataFolder.create`.
  public static func beginEpoch(
    _ path: String, privateRoot: String, into newPath: String, at time: Timestamp = .now()
  ) throws(StoreProblem) -> EpochReport {
    let ledger = try open(path, privateRoot: privateRoot).ledger
    let folder = ledger.folder
    // It cannot be taken back: nothing that was kept is relied on.
    let register = try ledger.foldAnew()
    let problems = try verify(path, privateRoot: privateRoot).problems.filter { $0.kind.isInTheWay }
    if let problem = problems.first {
      throw StoreProblem(
        .damaged, path,
        "Sổ “\(path)” có chỗ hỏng (\(problem.message.vi)); chưa mở được kỳ lưu mới, xem “lenduong verify”.",
        "The register “\(path)” is damaged (\(problem.message.en)); no new epoch can begin, see “lenduong verify”."
      )
    }
    return try EpochMaker(folder, register).write(into: newPath, at: time)
  }
}

extension JournalFault {
  /// Whether no epoch can begin: something may be missing, or may tell of anybody without being understood.
  fileprivate var isInTheWay: Bool {
    switch self {
    case .torn, .waiting, .foreign, .removable: false
    default: true
    }
  }
}

private struct EpochMaker {
  private let folder: DataFolder
  private var redaction: Redaction
  private var report: EpochReport

  init(_ folder: DataFolder, _ register: Register) {
    self.folder = folder
    let epoch = folder.format.epoch + 1
    redaction = Redaction(epoch: epoch, earlier: folder.replaced) { register.isDropped($0) }
    report = EpochReport(epoch: epoch)
  }

  consuming func write(into path: String, at time: Timestamp) throws(StoreProblem) -> EpochReport {
    let checked = try DataFolder.emptyFolder(path)
    let maker = FolderMaker(folder: checked.folder, isShared: checked.status.isShared)
    func put(_ name: String, _ bytes: [UInt8]) throws(StoreProblem) {
      do throws(SystemError) { try maker.writeDeep(name, bytes) } catch {
        throw .notSaved("\(path)/\(name)", error)
      }
    }
    // First, so that what an interruption leaves can be told from anything else.
    try put(DataFolder.restoredName, Array("\(LineID.random())\n".utf8))
    do throws(SystemError) { try maker.makeJournal() } catch { throw .notSaved(path, error) }
    let lists = folder.isShared ? [DataFolder.viewersName] : []
    for name in folder.format.data.map(\.name) + [DataFolder.syntheticName] + lists {
      if let bytes = try folder.file(name) { try put(name, bytes) }
    }
    let segments = try folder.segments().segments
    var files: [(name: String, bytes: [UInt8])] = []
    for segment in segments {
      let bytes = try folder.read(segment)
      // What follows the last line break was never acknowledged.
      let whole = Array(bytes[..<(bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)])
      if !whole.isEmpty { files.append((segment.file, redaction.segment(whole))) }
    }
    for file in files {
      try put(file.name, file.bytes)
      report.segments += 1
      look(through: file.bytes, of: file.name)
    }
    let list = redaction.replaced.bytes
    try put(ReplacedLines.fileName, list)
    let format = folder.format.next(epoch: report.epoch, made: time, erased: LineHash(of: list))
    do throws(SystemError) {
      try maker.begin(format: format)
      try maker.publish()
    } catch {
      throw .notSaved("\(path)/\(DataFolder.formatName)", error)
    }
    report.redacted = redaction.count
    report.isBehind = try folder.segments().segments.map(\.length) != segments.map(\.length)
    return report
  }

  /// Counts the lines of a segment, and notes those in which a number of somebody who was erased is left.
  private mutating func look(through bytes: [UInt8], of file: String) {
    for line in bytes.split(separator: 0x0A) {
      report.lines += 1
      guard !redaction.numbers.isEmpty else { continue }
      let text = String(decoding: line, as: UTF8.self)
      if redaction.numbers.contains(where: text.contains) {
        let number = bytes[..<line.startIndex].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        report.leftOver.append("\(file):\(number)")
      }
    }
  }
}
