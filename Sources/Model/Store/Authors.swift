/// Who wrote a line, when by their clock, and whether to take something back: shown and never obeyed.
public struct LineAuthor: Hashable, Sendable {
  public let user: String
  /// The instant, `YYYY-MM-DDThh:mm:ss.mmmZ`.
  public let time: String
  public let reversal: Reversal.Kind?

  public init(user: String, time: String, reversal: Reversal.Kind? = nil) {
    (self.user, self.time, self.reversal) = (user, time, reversal)
  }
}

extension Ledger {
  /// Who wrote these lines; the fold does not keep it, so that the segments are looked through.
  public func authors(of ids: Set<LineID>) throws(StoreProblem) -> [LineID: LineAuthor] {
    var found: [LineID: LineAuthor] = [:]
    guard !ids.isEmpty else { return found }
    for segment in try folder.segments().segments where found.count < ids.count {
      let bytes = try folder.read(segment, from: 0)
      for line in bytes.split(separator: 10) where Ledger.mayBe(line, ids) {
        do throws(JournalFault) {
          let line = try Line.read(line)
          if ids.contains(line.id) {
            found[line.id] = LineAuthor(user: line.user, time: line.time, reversal: line.reversal?.kind)
          }
        } catch { continue }
      }
    }
    return found
  }

  private static let start = Array(#"{"v":1,"i":""#.utf8)

  /// Whether a line has one of these ids, or is not written as this program writes it, so that it has to be read.
  private static func mayBe(_ line: ArraySlice<UInt8>, _ ids: Set<LineID>) -> Bool {
    guard line.starts(with: start) else { return true }
    return LineID(line.dropFirst(start.count).prefix(LineID.length)).map(ids.contains) ?? true
  }
}
