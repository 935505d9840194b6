/// The lines of a paper, one behind the other: a long one goes at once when nobody reads it any more.
public struct PaperText: Sendable, Equatable {
  private var lines = Packed()
  /// The same lines as they are searched, of a long paper; those of others are folded when they are searched.
  private var folded = Packed()
  private let isLong: Bool

  /// Texts in one piece of memory.
  private struct Packed: Sendable, Equatable {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index > 0 ? ends[index - 1] : 0)..<ends[index]] }
  }

  /// No lines.
  ///
  /// - Parameter isLong: whether they are folded as they come, to be searched at once later.
  public init(isLong: Bool = false) {
    self.isLong = isLong
  }

  public var count: Int { lines.ends.count }

  public subscript(index: Int) -> String { String(decoding: lines[index], as: UTF8.self) }

  mutating func append(_ line: String) {
    lines.bytes.append(contentsOf: line.utf8)
    lines.ends.append(lines.bytes.count)
    guard isLong else { return }
    line.fold(into: &folded.bytes)
    folded.ends.append(folded.bytes.count)
  }

  /// Whether a line contains a text, both folded.
  public func line(_ index: Int, contains text: SoughtText) -> Bool {
    let line = isLong ? folded[index] : self[index].foldedUTF8[...]
    return text.isIn(line)
  }
}
