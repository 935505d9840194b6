/// What one writer may take back or bring back: their saves in the order in which they were written.
///
/// A group of lines is one step, once it is whole. A line that takes a step back puts it among those that can be
/// brought back; a new save empties these.
public struct Steps: Sendable {
  /// One save, and all that its writer has written since.
  ///
  /// What was written since has been taken back, or brought back and taken back again: it amounts to nothing.
  public struct Step: Sendable, Equatable {
    public let lines: [LineID]
    public let later: Set<LineID>
  }

  private var done: [[LineID]] = []
  private var undone: [[LineID]] = []
  private var order: [LineID] = []
  private var known: Set<LineID> = []
  /// Lines of groups that are not whole, by group.
  private var parts: [LineID: [LineID]] = [:]
  /// Whether any save was met that takes nothing back: what had been taken back before it stays so.
  private var hasNew = false

  public init() {}

  /// Reads whole lines; what is none, or sets nothing, is no step.
  public init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      for line in bytes.split(separator: 10) { take(line) }
    }
  }

  /// The step that is taken back next, or brought back next.
  public subscript(kind: Reversal.Kind) -> Step? {
    guard let lines = (kind == .undo ? done : undone).last,
      let end = order.lastIndex(where: lines.contains)
    else { return nil }
    return Step(lines: lines, later: Set(order[(end + 1)...]).subtracting(lines))
  }

  /// Whether what was written before these lines could not change the answer.
  func settles(_ kind: Reversal.Kind) -> Bool {
    self[kind] != nil || kind == .redo && hasNew
  }

  private mutating func take(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var reader = LineReader(bytes.base, bytes.startIndex..<bytes.endIndex)
    guard let parts = reader.parts(), let id = reader.id(parts), let action = reader.action(parts) else {
      return
    }
    func read(_ range: Range<Int>?) -> LineID? { range.flatMap { LineID(reader.slice($0)) } }
    let reversal =
      read(parts.undo).map { Reversal(.undo, $0) } ?? read(parts.redo).map { Reversal(.redo, $0) }
    switch action {
    case .head, .see, .erase: break
    case .set, .del, .tx, .choose, .merge: add(id, read(parts.group), of: parts.groupSize, reversal)
    }
  }

  /// Takes in one line.
  mutating func add(_ id: LineID, _ group: LineID?, of size: Int, _ reversal: Reversal?) {
    // A save that was tried again may stand on the disk twice.
    guard known.insert(id).inserted else { return }
    order.append(id)
    guard let group else { return finish([id], reversal) }
    parts[group, default: []].append(id)
    if let lines = parts[group], lines.count == size { finish(lines, reversal) }
  }

  private mutating func finish(_ lines: [LineID], _ reversal: Reversal?) {
    switch reversal?.kind {
    case nil:
      (hasNew, undone) = (true, [])
      done.append(lines)
    case .undo:
      done.removeLast(holding: reversal?.line)
      undone.append(lines)
    case .redo:
      undone.removeLast(holding: reversal?.line)
      done.append(lines)
    }
  }
}

extension [[LineID]] {
  /// Takes out the latest step that a line is of.
  fileprivate mutating func removeLast(holding line: LineID?) {
    guard let line, let index = lastIndex(where: { $0.contains(line) }) else { return }
    remove(at: index)
  }
}

extension Ledger {
  /// The steps of this account's own writer, as many of the latest as tell which is the next of a kind.
  ///
  /// Nothing is remembered of them: they are read anew each time, so that other windows of the account count too.
  public func ownSteps(_ kind: Reversal.Kind) throws(StoreProblem) -> Steps {
    let segments = try ownSegments()
    var wanted = Ledger.fewBytes
    while true {
      var bytes: [UInt8] = []
      var isAll = true
      for segment in segments.reversed() {
        guard bytes.count < wanted else {
          isAll = false
          break
        }
        let start = max(0, segment.length - (wanted - bytes.count))
        var part = try folder.read(segment, from: start, length: segment.length - start)
        if start > 0 {
          isAll = false
          part.removeFirst((part.firstIndex(of: 10) ?? part.count - 1) + 1)
        }
        // A tail that was never completed is no line.
        if let end = part.lastIndex(of: 10) { bytes = Array(part[...end]) + bytes }
      }
      let steps = Steps(bytes)
      if isAll || steps.settles(kind) { return steps }
      wanted *= 4
    }
  }

  /// So much of the end of one's own lines is read first.
  private static let fewBytes = 1 << 18
}
