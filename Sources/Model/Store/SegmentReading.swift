/// A segment's bytes from an offset on, with its lines told apart, verified where asked for, and read.
///
/// Made on any thread; only taking it in touches the register.
struct SegmentReading: Sendable {
  let segment: SegmentID
  let offset: Int
  /// Of the file, from before it was read.
  let status: FileStatus
  let scan: SegmentScan
  /// What its first line says of other segments, where it was verified from its start.
  let marks: [SegmentMark]
  let bytes: [UInt8]
  /// What the lines say; `nil` where they are so many that they are better read while the first are taken in.
  private let quick: QuickScan?

  /// More than this is not read before it is taken in.
  private static let mostBytes = 4 << 20

  /// - Parameters:
  ///   - previous: the hash before the offset; the start of a segment tells it by itself.
  ///   - end: where to stop, in bytes from the start of the segment; else at its end.
  init(
    _ segment: SegmentID, from offset: Int = 0, upTo end: Int? = nil, after previous: LineHash? = nil,
    in folder: DataFolder, verifying: Bool
  ) throws(StoreProblem) {
    let (bytes, status) = try folder.look(at: segment, from: offset, length: end.map { $0 - offset })
    let verifying = verifying || offset > 0
    let marks = offset == 0 && verifying ? DataFolder.marks(in: bytes) : []
    let previous =
      offset == 0 && verifying ? SegmentMark.before(segment.writer, in: marks)?.hash : previous
    let scan = bytes.withUnsafeBytes {
      SegmentScan($0, after: previous, besides: folder.replaced, verifying: verifying)
    }
    (self.segment, self.offset, self.status) = (segment, offset, status)
    (self.bytes, self.scan) = (bytes, scan)
    self.marks = marks
    quick =
      bytes.count > SegmentReading.mostBytes
      ? nil : bytes.withUnsafeBufferPointer { QuickScan($0, scan.lines[...]) }
  }

  /// Takes the lines into a register, in their order.
  func take(into register: inout Register) {
    bytes.withUnsafeBufferPointer { bytes in
      if let quick { register.take(quick, bytes) } else { register.fold(bytes, scan.lines) }
    }
  }

  /// How far the segment is read with this.
  var reach: Reach { Reach(segment, offset + scan.completed, after: scan.last, status) }

  /// What is wrong with it, an end that is not complete included.
  var faults: [VerifyReport.Finding] { findings(of: scan.faults) }

  /// What is wrong with its complete lines: the end may be just being written.
  var faultsOfLines: [VerifyReport.Finding] {
    findings(of: scan.faults.filter { $0.offset < scan.completed })
  }

  private func findings(of faults: [SegmentScan.Fault]) -> [VerifyReport.Finding] {
    faults.map {
      VerifyReport.Finding(file: segment.file, line: offset == 0 ? $0.line : nil, kind: $0.fault)
    }
  }

  /// The lines that may be folded, each with its line break.
  var goodLines: [UInt8] {
    if faultsOfLines.isEmpty { return Array(bytes[..<scan.completed]) }
    return Array(scan.lines.map { bytes[$0] + [0x0A] }.joined())
  }
}
