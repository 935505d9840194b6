/// The outside of a line, as far as its chain needs it: which bytes are hashed, and the hash it states.
public struct LineShape {
  /// The bytes before `,"h":`.
  public let hashed: UnsafeRawBufferPointer
  public let hash: LineHash

  /// Looks at a line without its line break; `nil` where it does not end in `,"h":"<22 characters>"}`.
  public init?(line: UnsafeRawBufferPointer) {
    guard let hash = LineShape.hash(statedBy: line), line[0] == UInt8(ascii: "{") else { return nil }
    hashed = UnsafeRawBufferPointer(rebasing: line[..<(line.count - LineEncoder.tailLength)])
    self.hash = hash
  }

  /// The hash at the end of a line, whatever the rest of it has become.
  static func hash(statedBy line: UnsafeRawBufferPointer) -> LineHash? {
    let end = line.count - LineEncoder.tailLength
    guard end > 0, line[line.count - 1] == UInt8(ascii: "}"), line[line.count - 2] == UInt8(ascii: "\"")
    else {
      return nil
    }
    for index in 0..<6 where line[end + index] != LineEncoder.beforeHash.utf8Start[index] { return nil }
    return LineHash(line[(end + 6)..<(line.count - 2)])
  }

  /// Whether the stated hash follows from the line and from the one before it.
  public func follows(_ previous: LineHash?) -> Bool { LineHash(previous: previous, hashed) == hash }
}
