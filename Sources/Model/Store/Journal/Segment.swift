/// The name of a segment: the month in which it was begun and a running number.
public struct SegmentName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// UTC, such as `202611`.
  public let month: Int
  /// From 1 within the month.
  public let number: Int

  public init(month: Int, number: Int) {
    self.month = month
    self.number = number
  }

  /// Reads `202611-1`, written in exactly one way.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 6, let month = Int(parts[0]), let number = Int(parts[1]),
      (1...12).contains(month % 100), number >= 1
    else { return nil }
    self.init(month: month, number: number)
    guard description == text else { return nil }
  }

  public var description: String { "\(month)-\(number)" }

  /// The name of the file in the writer's folder.
  var file: String { "\(self).jsonl" }

  public static func < (left: SegmentName, right: SegmentName) -> Bool {
    (left.month, left.number) < (right.month, right.number)
  }
}

/// One file of lines of one writer, as it was when it was looked at.
public struct Segment: Hashable, Sendable {
  public let writer: WriterID
  public let name: SegmentName
  public let status: FileStatus

  /// Bytes.
  public var length: Int { status.length }
  /// Within the data folder, `j/<writer>/<name>.jsonl`.
  public var file: String { "j/\(writer)/\(name.file)" }
}

/// Some bytes of one segment.
public struct SegmentSpan: Hashable, Sendable {
  public let writer: WriterID
  public let segment: SegmentName
  /// In bytes from the start of the segment.
  public let offset: Int
  public let length: Int

  public init(writer: WriterID, segment: SegmentName, offset: Int, length: Int) {
    self.writer = writer
    self.segment = segment
    self.offset = offset
    self.length = length
  }
}

/// Every segment of a data folder, and what else lies between them.
public struct SegmentList: Hashable, Sendable {
  /// By writer, month and number.
  public internal(set) var segments: [Segment] = []
  /// What is no segment, by its path within the data folder.
  public internal(set) var odd: [String] = []
  /// What could not be looked at.
  public internal(set) var unreadable: [String] = []
}
