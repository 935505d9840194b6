/// Whether every line of some segments follows from the one before it, looked at on a thread of its own.
final class ChainCheck {
  /// What was found: whether all lines follow, and what the heads say of other segments.
  struct Answer: Sendable {
    var isWhole = true
    /// Whether everything could be read.
    var isComplete = true
    var marks: [SegmentMark] = []
  }

  private let segments: Ahead<Answer>
  private var found = Answer()

  /// - Parameter reaches: how far each segment is looked at.
  init(of reaches: [Reach], in folder: DataFolder) {
    segments = Ahead(reaches.count, ahead: reaches.count, isAlways: true, isPatient: true) { number in
      let reach = reaches[number]
      do throws(StoreProblem) {
        let bytes = try folder.look(at: reach.segment, from: 0, length: reach.length).bytes
        let marks = DataFolder.marks(in: bytes)
        let before = SegmentMark.before(reach.segment.writer, in: marks)?.hash
        let scan = bytes.withUnsafeBytes {
          SegmentScan($0, after: before, besides: folder.replaced, verifying: true)
        }
        let isWhole = scan.completed == reach.length && !scan.faults.contains { $0.fault == .changed }
        return Answer(isWhole: isWhole, marks: marks)
      } catch {
        return Answer(isComplete: false)
      }
    }
  }

  /// What was found, once that is known; that a line does not follow is known before the end.
  var answer: Answer? {
    while let next = segments.ready() {
      found.isWhole = found.isWhole && next.isWhole
      found.isComplete = found.isComplete && next.isComplete
      found.marks += next.marks
    }
    return found.isWhole && !segments.isOver ? nil : found
  }

  /// Waits for nothing more: the program is about to end.
  func abandon() { segments.abandon() }
}
