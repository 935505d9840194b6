/// What is no longer there: segments, or their last lines, that somebody remembers.
///
/// A fold looks at lengths only, `verify` at the hashes too.
extension Ledger {
  /// The end of this account's own segment, where it was written in this copy of the folder.
  var ownMarks: [SegmentMark] { journal.remembered.map { $0.isHere ? [$0.mark] : [] } ?? [] }

  /// The segments that are shorter than is remembered, or not there.
  func missing(_ segments: [Segment]) -> [VerifyReport.Finding] {
    if marks.isEmpty { return [] }
    let lengths = Dictionary(segments.map { ($0.file, $0.length) }, uniquingKeysWith: { first, _ in first })
    var found: [String: JournalFault] = [:]
    for mark in marks where (lengths[mark.file] ?? -1) < mark.length {
      found[mark.file] = lengths[mark.file] == nil ? .missing : .cut
    }
    return found.sorted { $0.key < $1.key }.map { VerifyReport.Finding(file: $0.key, kind: $0.value) }
  }

  /// Adds what is missing to the faults; a torn end of which more had been acknowledged is one that was cut.
  func sayWhatIsMissing(_ segments: [Segment]) {
    let missing = missing(segments)
    if missing.isEmpty { return }
    let files = Set(missing.map(\.file))
    faults.removeAll { files.contains($0.file) && [.torn, .cut, .missing].contains($0.kind) }
    faults += missing
  }
}

extension FoldCache.Kept {
  /// What the last fold knew of the segments; nothing where it was made of another copy of the folder.
  ///
  /// A copy may have its journals under the same number on the same device, as a stick that was changed for another one
  /// has: where there are segments, one must be known.
  func marks(in folder: DataFolder, _ segments: [Segment]) -> [SegmentMark] {
    let present = Dictionary(segments.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    let isKnown = reaches.contains { mark in
      present[mark.segment].map { $0.inode == mark.inode && $0.device == mark.device } ?? false
    }
    guard isKnown || segments.isEmpty && home == [folder.inode, folder.device] else { return [] }
    return reaches.map {
      SegmentMark(
        writer: $0.segment.writer, segment: $0.segment.name, length: $0.length, hash: $0.hash)
    }
  }
}
