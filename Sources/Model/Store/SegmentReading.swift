/// A segment's bytes from an offset on, with its lines told apart, verified where asked for, and read.
///
/// Made on any thread; only taking it in touches the register.
struct SegmentReading: Sendable {
  let segment: Segment
  let offset: Int
  let scan: SegmentScan
  /// What its first line says of other segments, where it was verified from its start.
  let marks: [SegmentMark]
  let bytes: [UInt8]
  /// What the lines say; `nil` where they are so many that they are better read while the first are taken in.
  private let quick: QuickScan?

  /// More than this is not read before it is taken in.
  private static let mostBytes = 4 << 20

  /// - Parameter previous: the hash before the offset; the start of a segment tells it by itself.
  init(
    _ segment: Segment, from offset: Int = 0, after previous: LineHash? = nil, in folder: DataFolder,
    verifying: Bool
  ) throws(StoreProblem) {
    let bytes = try folder.read(segment, from: offset)
    let verifying = verifying || offset > 0
    let marks = offset == 0 && verifying ? DataFolder.marks(in: bytes) : []
    let previous =
      offset == 0 && verifying ? SegmentMark.before(segment.writer, in: marks)?.hash : previous
    let scan = bytes.withUnsafeBytes {
      SegmentScan($0, after: previous, besides: folder.replaced, verifying: verifying)
    }
    (self.segment, self.offset, self.bytes, self.scan) = (segment, offset, bytes, scan)
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
}
