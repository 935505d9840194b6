/// A data folder that is open: what is read from it is folded, what is saved goes to its journal.
public final class Ledger {
  public let folder: DataFolder
  public let plan: Plan
  let journal: Journal
  /// How far each segment has been read.
  var read: [SegmentID: Reach] = [:]
  /// What was found wrong while reading; lines that do not verify are left out.
  public internal(set) var faults: [VerifyReport.Finding] = []
  /// How segments stood when somebody remembered it: heads of later ones, this account, the last fold.
  var marks: [SegmentMark] = []

  /// Opens a folder and folds all that is in it.
  ///
  /// In a hurry the chains are not verified, only the shape of each line; `verifyRead` does it afterwards.
  /// - Parameter tell: hears what share of the bytes has been read, where everything is folded anew.
  /// - Throws: what stands in the way, in one sentence; the folder is left as it is.
  public static func open(
    _ path: String, privateRoot: String, isHurried: Bool = false,
    clock: @escaping () -> Timestamp = Timestamp.now, tell: (Double) -> Void = { _ in }
  ) throws(StoreProblem) -> (ledger: Ledger, register: Register) {
    let folder = try DataFolder(path)
    let plan = try plan(of: folder)
    let ledger = Ledger(folder, plan, try Journal(folder, privateRoot: privateRoot, clock: clock))
    ledger.isVerifying = !isHurried
    return (ledger, try ledger.fold(tell))
  }

  /// Makes a data folder with a plan, or the embedded one, and the embedded places.
  @discardableResult
  public static func create(
    _ path: String, privateRoot: String, plan: [UInt8]? = nil
  ) throws(StoreProblem) -> PrivateFolder {
    let places = FolderFile.all.filter { $0.path.hasPrefix("places/") }
      .map { (name: String($0.path.dropFirst("places/".count)), bytes: Array($0.bytes)) }
    let folder = try DataFolder.create(
      path, privateRoot: privateRoot, plan: plan ?? Array(FolderFile.plan.bytes), places: places,
      account: .current(),
      made: .now())
    return PrivateFolder(root: privateRoot, for: folder.format)
  }

  private init(_ folder: DataFolder, _ plan: Plan, _ journal: Journal) {
    self.folder = folder
    self.plan = plan
    self.journal = journal
  }

  /// The plan the folder works with: the embedded one, or the one it was made with.
  ///
  /// - Throws: where its places are others than this program's, or its plan cannot be read.
  private static func plan(of folder: DataFolder) throws(StoreProblem) -> Plan {
    let own = FolderFile.all
    for item in folder.format.data where item.name != FolderFile.plan.path {
      guard own.contains(where: { $0.path == item.name && $0.hash == item.hash }) else {
        throw StoreProblem(
          .wrongData, folder.path,
          "“\(folder.path)” dùng danh mục địa danh khác (\(item.name)); cần đúng bản phần mềm của nơi đó.",
          "“\(folder.path)” works with other places (\(item.name)); open it with the program made for them.")
      }
    }
    guard let item = folder.format.data.first(where: { $0.name == FolderFile.plan.path }),
      item.hash != FolderFile.plan.hash
    else { return .standard }
    do { return try Plan.read(json: try folder.data(item)) } catch let problem as StoreProblem {
      throw problem
    } catch {
      throw StoreProblem(
        .wrongData, folder.path, "Tệp “\(folder.path)/\(item.name)” không phải kế hoạch đọc được.",
        "The file “\(folder.path)/\(item.name)” is no plan that can be read.")
    }
  }

  public var privatePath: String { journal.privateFolder.path }

  public func privateFolder(_ name: String) throws(StoreProblem) -> String {
    try journal.privateFolder.folder(name)
  }

  func ownSegments() throws(StoreProblem) -> [Segment] { try journal.ownSegments() }

  private var isVerifying = true
  /// Whether every chain that was read has been verified.
  var isVerified = true
  var cache: FoldCache?
  /// The figures that were kept with the fold, until they are asked for.
  private(set) var keptFigures: Unpacker?
  /// What is left to look at of the file that was kept.
  var check: Unpacker.Check?
  /// How many lines the cache on the disk knows, and whether they were verified.
  var cachedLines = -1
  var isVerifiedCache = false
  /// So many segments are read before they are taken in, at most.
  private static let segmentsAhead = 16
  /// Looks through the chains beside other work.
  private var verifying: ChainCheck?
  /// So many looks later it is tried again, where something could not be read.
  private var looksToWait = 0
  private var nextWait = 2
  private static let longestWait = 64

  /// What was kept last time and is still true, with what has been appended since; else everything anew.
  private func fold(_ tell: (Double) -> Void) throws(StoreProblem) -> Register {
    let segments = try journal.segments().segments
    defer { sayWhatIsMissing(segments) }
    marks = ownMarks
    do throws(StoreProblem) { cache = FoldCache(in: try journal.privateFolder.folder("cache")) } catch {
      cache = nil
    }
    // What was folded in a hurry and never verified is good enough only for those in a hurry.
    if let kept = cache?.read(), kept.isVerified || !isVerifying {
      (isVerified, isVerifiedCache) = (kept.isVerified, kept.isVerified)
      if let register = try resume(kept.register, kept.reaches, segments) {
        (keptFigures, check) = (kept.figures, kept.check)
        return register
      }
      marks += kept.marks(in: folder, segments)
    }
    (isVerified, cachedLines) = (true, -1)
    return try foldAnew(segments, tell)
  }

  /// - Throws: where something cannot be read; what was known before is known still.
  func foldAnew(
    _ known: [Segment]? = nil, _ tell: (Double) -> Void = { _ in }
  ) throws(StoreProblem) -> Register {
    let before = (faults, read, marks)
    do throws(StoreProblem) {
      let segments = if let known { known } else { try folder.segments().segments }
      (faults, read) = ([], [:])
      return try fold(segments, tell)
    } catch {
      (faults, read, marks) = before
      throw error
    }
  }

  private func fold(_ segments: [Segment], _ tell: (Double) -> Void) throws(StoreProblem) -> Register {
    var register = Register()
    let (folder, isVerifying) = (folder, isVerifying)
    // Each is within the bound for one; together they are to be within it, too.
    let longest = segments.map(\.length).max() ?? 0
    let ahead = max(1, min(Ledger.segmentsAhead, Descriptor.mostBytes / max(1, longest)))
    let readings = Ahead(segments.count, ahead: ahead) {
      number -> Result<SegmentReading, StoreProblem> in
      do throws(StoreProblem) {
        return .success(try SegmentReading(segments[number].id, in: folder, verifying: isVerifying))
      } catch { return .failure(error) }
    }
    let all = segments.reduce(0) { $0 + $1.length }
    var taken = 0
    while let result = readings.next() {
      let reading = try result.get()
      take(reading, into: &register)
      taken += reading.status.length
      tell(min(1, Double(taken) / Double(max(1, all))))
    }
    return register
  }

  /// Goes on from a cache; `nil` when a segment that it knows is not as it was.
  private func resume(
    _ kept: Register, _ reaches: [Reach], _ segments: [Segment]
  ) throws(StoreProblem) -> Register? {
    // Both stand in the order in which segments are listed.
    let gone = segments.reduce(reaches[...]) { $1.id == $0.first?.segment ? $0.dropFirst() : $0 }
    guard gone.isEmpty else { return nil }
    var (register, known) = (kept, reaches[...])
    cachedLines = kept.lineCount
    for segment in segments {
      guard let reach = known.first, reach.segment == segment.id else {
        try take(segment, into: &register)
        continue
      }
      known.removeFirst()
      guard reach.isOf(segment.status) else { return nil }
      read[segment.id] = reach
      if reach.isAllOf(segment.status) { continue }
      guard segment.length > reach.length else { return nil }
      guard reach.length > 0 else {
        try take(segment, into: &register)
        continue
      }
      guard let hash = try folder.lastHash(of: segment, upTo: reach.length), hash == reach.hash
      else { return nil }
      try take(segment, beyond: reach, into: &register)
    }
    return register
  }

  /// Verifies and folds what a segment holds beyond what was read of it.
  private func take(
    _ segment: Segment, beyond reach: Reach? = nil, into register: inout Register
  ) throws(StoreProblem) {
    take(
      try SegmentReading(
        segment.id, from: reach?.length ?? 0, after: reach?.hash, in: folder, verifying: isVerifying),
      into: &register)
  }

  private func take(_ reading: SegmentReading, into register: inout Register) {
    if !isVerifying, reading.offset == 0 { isVerified = false }
    reading.take(into: &register)
    note(reading, reading.faults)
  }

  /// Remembers that something was read, and what is wrong with it.
  func note(_ reading: SegmentReading, _ wrong: [VerifyReport.Finding]) {
    marks += reading.marks
    faults += wrong
    read[reading.segment] = reading.reach
  }

  /// Verifies, on a thread of its own, the chains that opening in a hurry had left; to be asked again and again.
  ///
  /// - Returns: the fold without the lines that do not verify, once some were found; else `nil`.
  public func verifyRead() throws(StoreProblem) -> Register? {
    guard !isVerified else { return nil }
    guard let verifying else {
      looksToWait -= 1
      guard looksToWait <= 0 else { return nil }
      self.verifying = ChainCheck(of: read.values.sorted { $0.segment < $1.segment }, in: folder)
      return nil
    }
    guard let found = verifying.answer else { return nil }
    self.verifying = nil
    // What cannot be read now is looked at again, ever more seldom.
    looksToWait = nextWait
    nextWait = min(Ledger.longestWait, nextWait * 2)
    guard found.isComplete || !found.isWhole else { return nil }
    let segments = try folder.segments().segments
    marks = Array(Set(marks + found.marks))
    isVerifying = true
    guard !found.isWhole || !missing(segments).isEmpty else {
      isVerified = true
      return nil
    }
    let register = try foldAnew(segments)
    isVerified = true
    sayWhatIsMissing(segments)
    return register
  }

  /// Remembers how far one has written.
  public func close() {
    verifying?.abandon()
    journal.close()
  }
}
