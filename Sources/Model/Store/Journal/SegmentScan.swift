import Glibc

/// The lines of a segment's bytes, told apart by their line breaks, and what is wrong with the others.
public struct SegmentScan: Sendable {
  /// One line of bytes that is no line of the journal.
  public struct Fault: Hashable, Sendable {
    public let fault: JournalFault
    /// Counted from 1 within the scanned bytes.
    public let line: Int
    /// Where it begins in the scanned bytes.
    public let offset: Int
  }

  /// The bytes of each line without its line break, in order; only lines that may be folded.
  public private(set) var lines: [Range<Int>] = []
  public private(set) var faults: [Fault] = []
  /// How many bytes end in a line break; what follows was never completed.
  public private(set) var completed = 0
  /// How many lines, good or not, the completed bytes have.
  public private(set) var count = 0
  /// Where the last line that states a hash ends, with its line break.
  public private(set) var lastEnd = 0
  /// The hash that the last line states, or what was given where there is none.
  public private(set) var last: LineHash?

  /// Looks at the outside of every line; with `verifying` also at its place in the chain.
  ///
  /// A line is judged by the hash that the one before it *states*, so that one change spoils one line.
  /// - Parameters:
  ///   - bytes: whole lines from the start of a line on, with or without a torn one at the end.
  ///   - previous: the hash before the first of these lines.
  ///   - replaced: lines that stand for others and need not follow.
  ///   - verifying: whether to compute every hash, at some 200 MB/s; a line that does not verify is left out.
  init(
    _ bytes: UnsafeRawBufferPointer, after previous: LineHash? = nil, besides replaced: ReplacedLines = .none,
    verifying: Bool
  ) {
    (last, self.replaced) = (previous, replaced)
    lines.reserveCapacity(bytes.count / 400)
    while completed < bytes.count, let start = bytes.baseAddress?.advanced(by: completed),
      let newline = memchr(start, 0x0A, bytes.count - completed)
    {
      let length = UnsafeRawPointer(newline) - start
      count += 1
      take(UnsafeRawBufferPointer(start: start, count: length), at: completed, verifying)
      completed += length + 1
    }
    if completed < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[completed...])
      faults.append(Fault(fault: fault(ofEnd: rest), line: count + 1, offset: completed))
    }
  }

  /// What is wrong with an end without a line break.
  ///
  /// A whole line that follows from the one before, with another byte for its line break, may have been acknowledged: a
  /// writing that was stopped leaves part of a line, or zeros, of which one in that place cannot be told from damage.
  private func fault(ofEnd rest: UnsafeRawBufferPointer) -> JournalFault {
    guard let byte = rest.last, rest.count > 1,
      let shape = LineShape(line: UnsafeRawBufferPointer(rebasing: rest.dropLast())), shape.follows(last)
    else { return .torn }
    return byte == 0 ? .zeros : .changed
  }

  private let replaced: ReplacedLines
  /// What the hash of the line before ought to have been, where it stated another.
  private var computed: LineHash?

  private mutating func take(_ line: UnsafeRawBufferPointer, at offset: Int, _ verifying: Bool) {
    let shape = LineShape(line: line)
    let previous = last
    let other = computed
    computed = nil
    let due = verifying ? shape.map { LineHash(previous: previous, $0.hashed) } : nil
    if let shape {
      last = shape.hash
      lastEnd = offset + line.count + 1
    } else if let stated = LineShape.hash(statedBy: line) {
      last = stated
    } else if verifying, line.count > LineEncoder.tailLength {
      computed = LineHash(
        previous: previous, UnsafeRawBufferPointer(rebasing: line[..<(line.count - LineEncoder.tailLength)]))
    }
    var found = fault(of: line, shape, due)
    if found == .changed, let shape {
      // The hash before may be what was changed: then this line follows from the one it ought to be.
      if let other, shape.follows(other) {
        found = nil
      } else {
        computed = due
      }
    }
    guard let fault = found else {
      lines.append(offset..<(offset + line.count))
      return
    }
    faults.append(Fault(fault: fault, line: count, offset: offset))
  }

  /// What is wrong with a line that ought to state the hash `due`; `nil` there does not ask.
  private func fault(of line: UnsafeRawBufferPointer, _ shape: LineShape?, _ due: LineHash?)
    -> JournalFault?
  {
    guard let start = line.baseAddress else { return .json }
    if line.count >= LineLimits.bytes { return .tooLong }
    if memchr(start, 0, line.count) != nil { return .zeros }
    guard let shape else { return SegmentScan.fault(ofShapeless: line) }
    guard let due, due != shape.hash, !replaced.holds(line) else { return nil }
    return .changed
  }

  private static func fault(ofShapeless line: UnsafeRawBufferPointer) -> JournalFault {
    do throws(JournalFault) {
      _ = try Line.read(line)
      return .shape
    } catch {
      return error
    }
  }
}
