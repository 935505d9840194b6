import Glibc

/// Writes a data folder into one archive, while clerks go on writing.
///
/// The archive is consistent: it holds whole lines, and every line that the head of an archived segment says was
/// written before. Segments are only appended to, so what was listed once can be read without a lock.
public struct Backup {
  private let folder: DataFolder
  private let output: Descriptor
  private let path: String
  private let changed: Int
  private var report = ArchiveReport()
  private var sums = ""

  /// Writes an archive that only this account may read (0600); a file of that name is never replaced.
  ///
  /// It gets its name when all of it is on the disk.
  /// - Throws: `notSaved` where the file exists or the disk refuses; what cannot be read of the folder.
  public static func write(
    _ folder: DataFolder, to path: String, at time: Timestamp = .now()
  ) throws(StoreProblem) -> ArchiveReport {
    guard DataFolder.enclosing(path) == nil else {
      throw StoreProblem(
        .notSaved, path, "CHƯA SAO LƯU: “\(path)” nằm trong thư mục dữ liệu; hãy ghi ra nơi khác.",
        "NOT BACKED UP: “\(path)” is in a data folder; write it elsewhere.")
    }
    let output = try attempt(path) { () throws(SystemError) in try NamelessFile(path) }
    defer { output.discard() }
    var backup = Backup(folder: folder, output: output.file, path: path, changed: time.seconds)
    try backup.writeAll()
    try attempt(path) { () throws(SystemError) in try output.publish() }
    return backup.report
  }

  private init(folder: DataFolder, output: Descriptor, path: String, changed: Int) {
    self.folder = folder
    self.output = output
    self.path = path
    self.changed = changed
  }

  private static func attempt<Result>(
    _ path: String, _ body: () throws(SystemError) -> Result
  ) throws(StoreProblem) -> Result {
    do throws(SystemError) { return try body() } catch {
      throw StoreProblem(
        .notSaved, path, "CHƯA SAO LƯU vào “\(path)”: \(error.words.vi).",
        "NOT BACKED UP to “\(path)”: \(error.words.en).")
    }
  }

  private mutating func writeAll() throws(StoreProblem) {
    let segments = try Backup.segments(of: folder)
    let latest = Dictionary(segments.map { ($0.writer, $0.name) }, uniquingKeysWith: max)
    for name in [DataFolder.formatName] + folder.format.files.map(\.name) {
      guard let bytes = try folder.file(name) else {
        throw .unreadable("\(folder.path)/\(name)", SystemError(code: ENOENT))
      }
      try add(name, bytes)
    }
    for name in [DataFolder.syntheticName] + (folder.isShared ? [DataFolder.viewersName] : []) {
      if let bytes = try folder.file(name) { try add(name, bytes) }
    }
    for segment in segments {
      var bytes = try folder.read(segment)
      if latest[segment.writer] == segment.name {
        // What follows the last line break is being written just now, or was never acknowledged.
        bytes.removeLast(bytes.count - (bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0))
        if bytes.isEmpty { continue }
      }
      try add(segment.file, bytes)
    }
    try write(ArchivedFile.sums, Array(sums.utf8))
    try write(TapeHeader.end)
  }

  /// The segments as they stand, listed again until their heads name nothing that came after.
  private static func segments(of folder: DataFolder) throws(StoreProblem) -> [Segment] {
    var list = try folder.segments().segments
    while true {
      let lengths = Dictionary(list.map { ($0.file, $0.length) }, uniquingKeysWith: max)
      var isBehind = false
      for segment in list {
        let marks = try folder.marks(of: segment)
        isBehind = isBehind || marks.contains { $0.length > lengths[$0.file] ?? 0 }
      }
      guard isBehind else { return list }
      let next = try folder.segments().segments
      // Where nothing moves any more, a segment is damaged or missing: what is there is kept as it is.
      if next.map(\.length) == list.map(\.length) { return list }
      list = next
    }
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) throws(StoreProblem) {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    sums += ArchivedFile.sum(hash, of: name)
    report.count(name, bytes)
    try write(name, bytes)
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws(StoreProblem) {
    try write(TapeHeader(name: name, length: bytes.count).bytes(changed: changed))
    try write(bytes)
    try write([UInt8](repeating: 0, count: TapeHeader.padding(after: bytes.count)))
  }

  private func write(_ bytes: [UInt8]) throws(StoreProblem) {
    try Backup.attempt(path) { () throws(SystemError) in try output.write(bytes) }
  }
}

extension DataFolder {
  /// What the head of a segment says of earlier ones; empty where it has no readable head.
  fileprivate func marks(of segment: Segment) throws(StoreProblem) -> [SegmentMark] {
    let bytes = try read(segment, length: min(segment.length, LineLimits.bytes))
    do throws(JournalFault) {
      return SegmentMark.marks(in: try Line.read(bytes.prefix { $0 != 0x0A }))
    } catch {
      return []
    }
  }
}
