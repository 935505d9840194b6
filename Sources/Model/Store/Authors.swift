import Glibc

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
      bytes.withUnsafeBytes { bytes in
        Ledger.eachLine(bytes) { line in
          guard Ledger.mayBe(line, ids),
            case .success(let line) = Result(catching: { () throws(JournalFault) in try Line.read(line) }),
            ids.contains(line.id)
          else { return }
          found[line.id] = LineAuthor(user: line.user, time: line.time, reversal: line.reversal?.kind)
        }
      }
    }
    return found
  }

  private static func eachLine(_ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) {
    guard let base = bytes.baseAddress else { return }
    var at = 0
    while let end = memchr(base + at, 0x0A, bytes.count - at) {
      let length = UnsafeRawPointer(end) - (base + at)
      body(UnsafeRawBufferPointer(start: base + at, count: length))
      at += length + 1
    }
  }

  private static let start: StaticString = #"{"v":1,"i":""#

  /// Whether a line has one of these ids, or is not written as this program writes it, so that it has to be read.
  private static func mayBe(_ line: UnsafeRawBufferPointer, _ ids: Set<LineID>) -> Bool {
    let length = start.utf8CodeUnitCount
    guard line.count >= length + LineID.length, let base = line.baseAddress,
      memcmp(base, start.utf8Start, length) == 0
    else { return true }
    return LineID(line[length..<length + LineID.length]).map(ids.contains) ?? true
  }
}
