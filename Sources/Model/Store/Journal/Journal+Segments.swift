import Glibc

extension Journal {
  /// Whether `writer.json` is still the one that was read.
  var isCurrent: Bool {
    guard let stateFile else { return false }
    do throws(SystemError) {
      return try stateFile.status().links > 0
    } catch {
      return false
    }
  }

  /// Reads `writer.json`; a missing or unreadable one leaves no state, and so a new writer.
  func loadState() throws(StoreProblem) {
    state = nil
    stateFile = nil
    current = nil
    let path = "\(privateFolder.path)/\(WriterState.fileName)"
    do throws(SystemError) {
      let file = try Descriptor.open(path, O_RDONLY)
      let status = try file.status()
      guard status.isFile, status.owner == account.uid, status.length <= 1 << 16 else { return }
      let bytes = try file.read(from: 0, length: status.length)
      stateFile = file
      state = WriterState(bytes)
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR || error.code == ELOOP else {
        throw .unreadable(path, error)
      }
    }
  }

  /// The segment to append to: open, under our lock, whole at its end, of this month or later.
  func locked(_ highest: Int) throws(StoreProblem) -> OpenSegment {
    for _ in 0..<16 {
      if let segment = try attempt(highest) { return segment }
    }
    throw .busy(folder.path)
  }

  /// One attempt at `locked`; `nil` where another process changed the writer's segment meanwhile.
  private func attempt(_ highest: Int) throws(StoreProblem) -> OpenSegment? {
    if !isCurrent { try loadState() }
    let isFresh = current == nil
    var reopened = current
    do throws(OpenSegment.Refusal) {
      if isFresh { reopened = try reopen() }
    } catch {
      guard case .failed(let cause) = error else { return try begin(.newWriter, highest) }
      throw .notSaved(folder.path, cause)
    }
    guard var segment = reopened else {
      return try begin(state == nil ? .newWriter : .firstSegment, highest)
    }
    try lock(segment)
    var isReady = false
    defer { if !isReady { segment.file.unlock() } }
    guard isCurrent else { return nil }
    let before = segment.known
    do throws(OpenSegment.Refusal) {
      if isFresh { try check(segment) }
      guard !segment.known.isSealed else { throw .seal }
      try segment.catchUp(uid: account.uid)
      guard !segment.isBroken, segment.known.name.month >= clock().month else { throw .seal }
    } catch {
      switch error {
      case .doubt: return try begin(.newWriter, highest)
      case .seal: return try begin(.next(segment, before), highest)
      case .failed(let cause): throw .notSaved(path(of: segment), cause)
      }
    }
    isReady = true
    current = segment
    return segment
  }

  /// The segment that the state names; `nil` where it names none yet.
  private func reopen() throws(OpenSegment.Refusal) -> OpenSegment? {
    guard let state else { return nil }
    guard state.isOf(account) else { throw .doubt }
    guard let open = state.open else {
      for segment in try segments(of: state.writer) where segment.length > 0 { throw .doubt }
      return nil
    }
    return try OpenSegment(open, of: state.writer, in: folder.journal)
  }

  /// Checks what was remembered against what is there, when a process begins.
  private func check(_ segment: OpenSegment) throws(OpenSegment.Refusal) {
    try segment.checkRemembered()
    let later = try segments(of: segment.writer).filter { $0.name > segment.known.name }
    guard later.allSatisfy({ $0.length == 0 }) else { throw .doubt }
    guard later.isEmpty else { throw .seal }
  }

  private func segments(of writer: WriterID) throws(OpenSegment.Refusal) -> [Segment] {
    do throws(SystemError) {
      return try folder.segments(of: writer)
    } catch {
      throw .failed(error)
    }
  }

  private func lock(_ segment: OpenSegment) throws(StoreProblem) {
    let isLocked: Bool
    do throws(SystemError) {
      isLocked = try segment.file.lock(seconds: patience)
    } catch {
      throw .notSaved(path(of: segment), error)
    }
    guard isLocked else { throw .busy(path(of: segment)) }
  }
}
