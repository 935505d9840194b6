/// What one save put on the disk; it exists only once the disk has said so.
public struct Receipt: Hashable, Sendable {
  /// One line, as it was written.
  public struct Saved: Hashable, Sendable {
    public let id: LineID
    public let n: Int
    public let hash: LineHash
    /// With the line break.
    public let bytes: [UInt8]
    public let span: SegmentSpan
  }

  public internal(set) var lines: [Saved] = []
  /// What stands before these lines in this writer's segments and was neither returned by an earlier save nor
  /// there when `Journal.segments()` last looked: lines of other processes, and heads of segments.
  public internal(set) var unseen: [SegmentSpan] = []
  /// Of the segment once they were on the disk; `nil` where it could not be told.
  var status: FileStatus?
}
