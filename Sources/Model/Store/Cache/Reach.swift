/// How far one segment has been read, and what the file was then: to go on from there, now or after a start.
struct Reach: Equatable, Sendable {
  let segment: SegmentID
  /// Bytes, in whole lines.
  let length: Int
  /// What the last line states that states one: the next line is to follow from it.
  let hash: LineHash?
  let inode: UInt64
  let device: UInt64
  /// When the file had last been changed as it was read, in nanoseconds since 1970; 0 where it was longer than this.
  let modified: Int

  /// - Parameter status: of the file, from before it was read; nothing where it is not known, and all is read again.
  init(_ segment: SegmentID, _ length: Int, after hash: LineHash?, _ status: FileStatus?) {
    (self.segment, self.length, self.hash) = (segment, length, hash)
    (inode, device) = (status?.inode ?? 0, status?.device ?? 0)
    modified = status.map { $0.length == length ? $0.modified : 0 } ?? 0
  }

  /// Whether a segment is, as far as its status says, the one of which this was read.
  func isOf(_ status: FileStatus) -> Bool {
    status.inode == inode && status.device == device && status.length >= length
  }

  /// Whether nothing has happened to the segment since.
  func isAllOf(_ status: FileStatus) -> Bool { status.length == length && status.modified == modified }

  /// How many words one takes.
  static let size = 10

  var words: [UInt64] {
    [
      segment.writer.value, UInt64(segment.name.month), UInt64(segment.name.number), UInt64(length), inode,
      device, UInt64(modified), hash == nil ? 0 : 1, hash?.high ?? 0, hash?.low ?? 0,
    ]
  }

  /// - Parameter words: as `words` gives them; wrong ones only let a segment look other than it is, and all is folded anew.
  init(_ words: ArraySlice<UInt64>) {
    let word = { words[words.startIndex + $0] }
    let number = { Int(truncatingIfNeeded: word($0)) }
    segment = SegmentID(
      writer: WriterID(value: word(0)), name: SegmentName(month: number(1), number: number(2)))
    (length, inode, device, modified) = (number(3), word(4), word(5), number(6))
    hash = word(7) == 1 ? LineHash(high: word(8), low: word(9)) : nil
  }
}
