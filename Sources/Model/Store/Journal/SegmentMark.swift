/// How a segment stood when its writer began the next one; the head line of the next one says it.
public struct SegmentMark: Hashable, Sendable {
  public let writer: WriterID
  public let segment: SegmentName
  /// Bytes that are acknowledged; 0 where nothing in the segment ever was.
  public let length: Int
  /// The hash of the last of these lines; `nil` where there are none.
  public let hash: LineHash?

  /// Within the data folder, as `Segment.file`.
  public var file: String { "j/\(writer)/\(segment.file)" }

  /// How many segments a head line names at most; the latest come last.
  static let limit = 90

  /// What the head of a new segment says: its own name, and the segments before it.
  static func head(of writer: WriterID, _ segment: SegmentName, after marks: [SegmentMark]) -> Operation {
    var fields: [(key: String, value: Value)] = [("segment", .text(segment.description))]
    for mark in marks.suffix(limit) {
      let file = "\(mark.writer)/\(mark.segment)"
      fields.append(("length.\(file)", .integer(mark.length)))
      if let hash = mark.hash { fields.append(("h.\(file)", .text(hash.description))) }
    }
    return Operation(entity: "writer/\(writer)", fields: fields)
  }

  /// The segments that a head line names, in its order; empty for any other line.
  public static func marks(in line: Line) -> [SegmentMark] {
    guard line.action == .head, let operation = line.operations.first else { return [] }
    return operation.fields.compactMap { field in
      guard field.key.hasPrefix("length."), case .integer(let length) = field.value, length >= 0 else {
        return nil
      }
      let file = field.key.dropFirst(7).split(separator: "/")
      guard file.count == 2, let writer = WriterID(String(file[0])), let segment = SegmentName(file[1]) else {
        return nil
      }
      var hash: LineHash?
      if case .text(let text)? = operation["h.\(writer)/\(segment)"] { hash = LineHash(text) }
      return SegmentMark(writer: writer, segment: segment, length: length, hash: hash)
    }
  }

  /// The segment of the same writer from whose last line a segment's chain goes on, by what its head names.
  static func before(_ writer: WriterID, in marks: [SegmentMark]) -> SegmentMark? {
    marks.last { $0.writer == writer && $0.hash != nil }
  }
}
