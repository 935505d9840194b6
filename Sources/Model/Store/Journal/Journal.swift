import Glibc

/// The pen of this account: it appends lines to its own segment and says so only once they are on the disk.
///
/// Several processes of one account share the writer; each has a journal of its own, and the kernel's lock on
/// the segment orders them. One journal serves one thread at a time.
public final class Journal {
  public let folder: DataFolder
  public let privateFolder: PrivateFolder
  let account: Account
  let clock: () -> Timestamp
  /// How long another process may keep us waiting, in seconds.
  let patience: Int

  var state: WriterState?
  /// `writer.json` as it was read; once it is replaced it has no link any more.
  var stateFile: Descriptor?
  var current: OpenSegment?
  var seen: [SegmentSpan] = []

  /// The writer under whose id this account last wrote or will write; `nil` before the first line.
  public var writer: WriterID? { state?.writer }

  /// The segments of this account's own writer, in order.
  func ownSegments() throws(StoreProblem) -> [Segment] {
    guard let writer else { return [] }
    do throws(SystemError) {
      return try folder.segments(of: writer)
    } catch {
      throw .unreadable("\(folder.path)/\(DataFolder.journalName)/\(writer)", error)
    }
  }

  /// The end of this account's own segment as it is remembered outside the data folder.
  ///
  /// It may stand in another copy of the folder: what an account remembers is one for all of them.
  public var remembered: (mark: SegmentMark, isHere: Bool)? {
    guard let state, let open = state.open else { return nil }
    let mark = SegmentMark(writer: state.writer, segment: open.name, length: open.length, hash: open.hash)
    return (mark, state.home.map { $0 == folder.inode } ?? true)
  }

  /// Segments that this account made and was stopped before it wrote their first line: nothing in them was ever
  /// acknowledged.
  public func unbegun() throws(StoreProblem) -> [SegmentMark] {
    guard let state else { return [] }
    return try ownSegments().filter { segment in
      segment.length == 0 && state.open.map { $0.name < segment.name } ?? true
    }.map { SegmentMark(writer: $0.writer, segment: $0.name, length: 0, hash: nil) }
  }

  /// Reads who this account is in `folder`; makes and locks nothing.
  ///
  /// - Parameters:
  ///   - privateRoot: `$XDG_STATE_HOME/lenduong`, else `$HOME/.local/state/lenduong`.
  ///   - clock: the time that lines show and that names new segments; nothing else obeys it.
  ///   - patience: how long to wait for another process that saves, in seconds.
  public init(
    _ folder: DataFolder, privateRoot: String, account: Account = .current(),
    clock: @escaping () -> Timestamp = Timestamp.now, patience: Int = 5
  ) throws(StoreProblem) {
    self.folder = folder
    self.account = account
    self.clock = clock
    self.patience = patience
    privateFolder = PrivateFolder(root: privateRoot, for: folder.format)
    try loadState()
  }

  /// Every segment of every writer; from here on a receipt speaks only of what came later.
  public func segments() throws(StoreProblem) -> SegmentList {
    let list = try folder.segments()
    seen = list.segments.map {
      SegmentSpan(writer: $0.writer, segment: $0.name, offset: 0, length: $0.length)
    }
    return list
  }

  /// Saves lines, each with one write, and returns once all of them are on the disk.
  ///
  /// When it throws, nothing was acknowledged. The same lines, with their ids, may then be given again: copies
  /// that an earlier attempt left on the disk count once.
  /// - Parameter highest: the highest `n` that the caller has seen in any line of the folder.
  /// - Throws: `readOnly`, `refusedLine` before anything is written, `busy`, or `notSaved`.
  public func append(_ lines: [NewLine], highest: Int = 0) throws(StoreProblem) -> Receipt {
    guard !folder.isReadOnly else { throw .readOnly(folder.path) }
    guard !lines.isEmpty else { return Receipt() }
    try folder.checkPlace()
    try folder.checkViewers()
    var segment = try locked(highest)
    defer { segment.file.unlock() }
    let batch = try encode(lines, after: segment.known, highest)
    do throws(SystemError) {
      for line in batch.lines { try segment.file.write(line.bytes) }
    } catch {
      current?.isBroken = true
      throw .notSaved(path(of: segment), error)
    }
    do throws(SystemError) {
      try segment.file.syncData()
    } catch {
      seal()
      throw .notSaved(path(of: segment), error)
    }
    let start = segment.known.length
    segment.known = batch.end
    current = segment
    var receipt = receipt(for: batch.lines, from: start, in: segment)
    receipt.status = try? segment.file.status()
    return receipt
  }

  /// Remembers how far this account has written, so that the next start is quick and a cut is noticed.
  ///
  /// Closing is no part of saving: whatever goes wrong here is found out, and mended, at the next save.
  public func close() {
    defer { current = nil }
    guard let segment = current, segment.known != state?.open else { return }
    do throws(SystemError) {
      guard try segment.file.lock(seconds: 0) else { return }
    } catch {
      return
    }
    remember(segment)
    segment.file.unlock()
  }

  /// Puts what is known of our segment, which we have locked, into `writer.json`, if that can be done.
  private func remember(_ segment: OpenSegment) {
    guard isCurrent else { return }
    do {
      let home = try lockedHome(0)
      defer { home.unlock() }
      try publish(segment.known, of: segment.writer, in: home)
    } catch {
      return
    }
  }

  func path(of segment: OpenSegment) -> String {
    "\(folder.path)/\(DataFolder.journalName)/\(segment.writer)/\(segment.known.name.file)"
  }

  private struct Batch {
    var lines: [Receipt.Saved] = []
    var end: WriterState.Open
  }

  /// Encodes everything before anything is written.
  private func encode(
    _ lines: [NewLine], after known: WriterState.Open, _ highest: Int
  ) throws(StoreProblem) -> Batch {
    guard let writer else { throw .busy(folder.path) }
    var batch = Batch(end: known)
    batch.end.n = max(known.n, highest)
    let now = clock()
    for line in lines {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(512)
      batch.end.n += 1
      do throws(JournalFault) {
        batch.end.hash = try LineEncoder.append(
          line, n: batch.end.n, at: now, user: account.name, previous: batch.end.hash, to: &bytes)
      } catch {
        throw .refused(folder.path, error)
      }
      let span = SegmentSpan(
        writer: writer, segment: known.name, offset: batch.end.length, length: bytes.count)
      batch.end.length += bytes.count
      batch.lines.append(
        Receipt.Saved(id: line.id, n: batch.end.n, hash: batch.end.hash, bytes: bytes, span: span))
    }
    return batch
  }

  /// After a failed `fdatasync` no process may trust the file again; a dying disk may not let us say so.
  private func seal() {
    current?.known.isSealed = true
    if let segment = current { remember(segment) }
  }

  private func receipt(for lines: [Receipt.Saved], from start: Int, in segment: OpenSegment) -> Receipt {
    var receipt = Receipt(lines: lines)
    let name = segment.known.name
    if !seen.contains(where: { $0.writer == segment.writer && $0.segment == name }) {
      receipt.unseen = unseenSegments(of: segment.writer, before: name)
      seen.append(SegmentSpan(writer: segment.writer, segment: name, offset: 0, length: 0))
    }
    for index in seen.indices where seen[index].writer == segment.writer && seen[index].segment == name {
      if seen[index].length < start {
        let from = seen[index].length
        receipt.unseen.append(
          SegmentSpan(writer: segment.writer, segment: name, offset: from, length: start - from))
      }
      seen[index] = SegmentSpan(
        writer: segment.writer, segment: name, offset: 0, length: segment.known.length)
    }
    return receipt
  }

  /// What other processes wrote to segments before the one that is new to us.
  private func unseenSegments(of writer: WriterID, before name: SegmentName) -> [SegmentSpan] {
    var spans: [SegmentSpan] = []
    do throws(SystemError) {
      for segment in try folder.segments(of: writer) where segment.name < name {
        let index = seen.firstIndex { $0.writer == writer && $0.segment == segment.name }
        let from = index.map { seen[$0].length } ?? 0
        guard segment.length > from else { continue }
        spans.append(
          SegmentSpan(writer: writer, segment: segment.name, offset: from, length: segment.length - from))
        let now = SegmentSpan(writer: writer, segment: segment.name, offset: 0, length: segment.length)
        if let index { seen[index] = now } else { seen.append(now) }
      }
    } catch {
      return spans
    }
    return spans
  }
}
