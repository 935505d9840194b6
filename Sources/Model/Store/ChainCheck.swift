/// Whether every line of some segments follows from the one before it, looked at on a thread of its own.
final class ChainCheck {
  private let segments: Ahead<Bool>
  private var isWhole = true

  /// - Parameter read: how far each segment is looked at.
  init(of segments: [Segment], in folder: DataFolder, upTo read: [SegmentID: Int]) {
    self.segments = Ahead(segments.count, ahead: segments.count, isAlways: true) { number in
      let segment = segments[number]
      do throws(StoreProblem) {
        let bytes = try folder.read(segment, length: read[segment.id] ?? 0)
        let before = try folder.hashBefore(segment)
        let scan = bytes.withUnsafeBytes { SegmentScan($0, after: before, verifying: true) }
        return !scan.faults.contains { $0.fault == .changed }
      } catch {
        // What cannot be read now is said when it is read next.
        return true
      }
    }
  }

  /// Whether all is well, once that is known.
  var answer: Bool? {
    while let next = segments.ready() { isWhole = isWhole && next }
    return isWhole && !segments.isOver ? nil : isWhole
  }

  /// Waits for nothing more: the program is about to end.
  func abandon() { segments.abandon() }
}
