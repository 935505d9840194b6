import Glibc

extension Journal {
  /// Why a segment is begun.
  enum Beginning {
    /// Nothing is known of this account here, or what is known is in doubt.
    case newWriter
    /// The writer is known and has no segment yet.
    case firstSegment
    /// The segment as it stands is not to be appended to; the second is what was known before reading it again.
    case next(OpenSegment, WriterState.Open)
  }

  /// Where a new segment goes on from.
  private struct Origin {
    let writer: WriterID
    var marks: [SegmentMark] = []
    var hash: LineHash?
    var n = 0
    var month = 0
  }

  /// Makes a segment, with its head on the disk and in force for all processes of this account; it is locked.
  ///
  /// - Returns: `nil` where another process was quicker.
  func begin(_ beginning: Beginning, _ highest: Int) throws(StoreProblem) -> OpenSegment? {
    let home = try lockedHome(patience)
    defer { home.unlock() }
    if stateFile == nil {
      try loadState()
      guard stateFile == nil else { return nil }
    } else if !isCurrent {
      return nil
    }
    do throws(SystemError) {
      return try make(try origin(of: beginning), highest, home)
    } catch {
      throw .notSaved("\(folder.path)/\(DataFolder.journalName)", error)
    }
  }

  /// Puts what is known of a segment in force, for this and all other processes of the account.
  func publish(_ open: WriterState.Open, of writer: WriterID, in home: Descriptor) throws(SystemError) {
    let new = WriterState(writer: writer, account: account, home: folder.inode, open: open)
    stateFile = try new.publish(in: home)
    state = new
  }

  /// The private folder under its lock; who also locks a segment has locked that before.
  func lockedHome(_ seconds: Int) throws(StoreProblem) -> Descriptor {
    let home = try privateFolder.open()
    let isLocked: Bool
    do throws(SystemError) {
      isLocked = try home.lock(seconds: seconds)
    } catch {
      throw .notSaved(privateFolder.path, error)
    }
    guard isLocked else { throw .busy(privateFolder.path) }
    return home
  }

  private func origin(of beginning: Beginning) throws(SystemError) -> Origin {
    switch beginning {
    case .newWriter:
      var origin = Origin(writer: .random(), n: state?.open?.n ?? 0)
      // What was written in another copy of the folder is nothing that this one could miss.
      if let (mark, isHere) = remembered {
        let isKnown = if isHere { true } else { try holds(mark) }
        if isKnown { origin.marks = [mark] }
      }
      return origin
    case .firstSegment:
      return Origin(writer: state?.writer ?? .random())
    case .next(var segment, let before):
      do throws(SystemError) {
        if !segment.known.isSealed { try segment.file.syncData() }
      } catch {
        segment.known = before
      }
      return Origin(
        writer: segment.writer, marks: try segment.marks(), hash: segment.known.hash, n: segment.known.n,
        month: segment.known.name.month)
    }
  }

  /// Whether a segment is in this copy of the folder, as far as it is remembered.
  private func holds(_ mark: SegmentMark) throws(SystemError) -> Bool {
    try folder.segments(of: mark.writer).contains { $0.name == mark.segment && $0.length >= mark.length }
  }

  private func make(
    _ origin: Origin, _ highest: Int, _ privateHome: Descriptor
  ) throws(SystemError) -> OpenSegment {
    var origin = origin
    let home = try ownFolder(of: &origin)
    let writer = origin.writer
    let existing = try folder.segments(of: writer).map(\.name)
    let last = origin.marks.last { $0.writer == writer }?.segment
    let unused = existing.filter { name in last.map { $0 < name } ?? true }
    let marks =
      origin.marks
      + unused.map {
        SegmentMark(writer: writer, segment: $0, length: 0, hash: nil)
      }
    let now = clock()
    let month = max(now.month, existing.last?.month ?? 0, origin.month)
    let number = (existing + [last].compactMap { $0 }).filter { $0.month == month }.map(\.number).max() ?? 0
    let name = SegmentName(month: month, number: number + 1)
    var bytes: [UInt8] = []
    let n = max(origin.n, highest) + 1
    let hash: LineHash
    do throws(JournalFault) {
      hash = try LineEncoder.append(
        NewLine(.head, [SegmentMark.head(of: writer, name, after: marks)]), n: n, at: now,
        user: account.name, previous: origin.hash, to: &bytes)
    } catch {
      throw SystemError(code: EINVAL)
    }
    // Also after an attempt that was stopped before this: a folder that was not synced takes its files with it.
    if existing.isEmpty { try folder.journal.sync() }
    let file = try makeFile(name, bytes, in: home)
    let status = try file.status()
    let open = WriterState.Open(
      name: name, device: status.device, inode: status.inode, length: bytes.count, hash: hash, n: n)
    try publish(open, of: writer, in: privateHome)
    let segment = OpenSegment(new: file, in: home, of: writer, open)
    current = segment
    return segment
  }

  /// The writer's folder, made where it is not there.
  ///
  /// What others have put in its place, where they can, is left to them, and a new writer begins: they could remove what
  /// is written there.
  private func ownFolder(of origin: inout Origin) throws(SystemError) -> Descriptor {
    let mode: mode_t = folder.isShared ? 0o2750 : 0o700
    for _ in 0..<Journal.mostTries {
      do throws(SystemError) {
        return try Descriptor.makeFolder(origin.writer.description, in: folder.journal, mode: mode).folder
      } catch {
        guard folder.isShared, [EEXIST, EACCES, ENOTDIR, ELOOP].contains(error.code) else { throw error }
        origin = Origin(writer: .random(), marks: origin.marks, n: origin.n)
      }
    }
    throw SystemError(code: EEXIST)
  }

  /// Nobody can be in the way of a name that is drawn at random twice.
  private static let mostTries = 3

  /// The new file with its head, durable and locked; one that took no byte is removed again.
  private func makeFile(
    _ name: SegmentName, _ head: [UInt8], in folder: Descriptor
  ) throws(SystemError) -> Descriptor {
    let file = try Descriptor.open(
      name.file, in: folder, O_RDWR | O_APPEND | O_CREAT | O_EXCL, mode: self.folder.isShared ? 0o640 : 0o600)
    do throws(SystemError) {
      // Where the folder has a list of rights of its own, that was in force so far (acl(5)).
      try file.setMode(self.folder.isShared ? 0o640 : 0o600)
      guard try file.lock(seconds: 0) else { throw SystemError(code: EWOULDBLOCK) }
      try file.write(head)
      try file.sync()
      try folder.sync()
      return file
    } catch {
      if try file.status().length == 0 { unlinkat(folder.fd, name.file, 0) }
      throw error
    }
  }
}
