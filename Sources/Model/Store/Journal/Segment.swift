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
    var parts = (month: 0, number: 0)
    var place = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 0x30
      switch place {
      case 6:
        guard byte == UInt8(ascii: "-") else { return nil }
      case 0, 7:
        guard (1...9).contains(digit) else { return nil }
        if place == 0 { parts.month = digit } else { parts.number = digit }
      case 1...5:
        guard (0...9).contains(digit) else { return nil }
        parts.month = parts.month * 10 + digit
      default:
        guard (0...9).contains(digit), place < 16 else { return nil }
        parts.number = parts.number * 10 + digit
      }
      place += 1
    }
    guard place > 7, (1...12).contains(parts.month % 100) else { return nil }
    self.init(month: parts.month, number: parts.number)
  }

  public var description: String { "\(month)-\(number)" }

  /// The name of the file in the writer's folder.
  var file: String { "\(self).jsonl" }

  public static func < (left: SegmentName, right: SegmentName) -> Bool {
    (left.month, left.number) < (right.month, right.number)
  }
}

/// Which file of lines of which writer.
struct SegmentID: Hashable, Comparable, Sendable {
  let writer: WriterID
  let name: SegmentName

  /// Within the data folder, `j/<writer>/<name>.jsonl`.
  var file: String { "j/\(writer)/\(name.file)" }

  /// The order in which segments are listed.
  static func < (left: SegmentID, right: SegmentID) -> Bool {
    (left.writer, left.name) < (right.writer, right.name)
  }
}

/// One file of lines of one writer, as it was when it was looked at.
public struct Segment: Hashable, Sendable {
  public let writer: WriterID
  public let name: SegmentName
  public let status: FileStatus

  var id: SegmentID { SegmentID(writer: writer, name: name) }
  /// Bytes.
  public var length: Int { status.length }
  /// Within the data folder, `j/<writer>/<name>.jsonl`.
  public var file: String { id.file }
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

  var id: SegmentID { SegmentID(writer: writer, name: segment) }
  var end: Int { offset + length }
}

/// Every segment of a data folder, and what else lies between them.
public struct SegmentList: Sendable {
  /// By writer, month and number.
  public internal(set) var segments: [Segment] = []
  /// What is no segment, by its path within the data folder.
  public internal(set) var odd: [String] = []
  /// The segments that lie in a folder of another account's than their own, which may remove them.
  var removable: [String] = []
  /// The folders that could not be looked at, and why.
  var unreadable: [(file: String, error: SystemError)] = []
}
