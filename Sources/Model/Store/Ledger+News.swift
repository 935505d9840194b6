/// What others have saved, to be folded, and what could not be read of it.
public struct News: Sendable {
  public internal(set) var lines: [[UInt8]] = []
  /// Why something was left to the next look; what was read counts all the same.
  public internal(set) var problem: StoreProblem?
}

extension Ledger {
  /// What others have saved since the last look; lines that do not verify are left out, and are among the faults.
  public func news() -> News {
    var news = News()
    let segments: [Segment]
    do throws(StoreProblem) { segments = try folder.segments().segments } catch {
      return News(problem: error)
    }
    for segment in segments where segment.length > read[segment.id]?.length ?? 0 {
      do throws(StoreProblem) {
        let lines = try arrived(in: segment.id)
        if !lines.isEmpty { news.lines.append(lines) }
      } catch {
        news.problem = news.problem ?? error
      }
    }
    return news
  }

  /// Verifies what a segment holds beyond what was read of it.
  private func arrived(in segment: SegmentID, upTo end: Int? = nil) throws(StoreProblem) -> [UInt8] {
    let known = read[segment]
    let reading = try SegmentReading(
      segment, from: known?.length ?? 0, upTo: end, after: known?.hash, in: folder, verifying: true)
    note(reading, reading.faultsOfLines)
    return reading.goodLines
  }

  /// Puts a change on the disk; gives back what is to be folded: the line itself, and what others wrote before it.
  ///
  /// - Throws: why it is not saved; nothing was acknowledged then, and the same change may be given again.
  public func save(_ change: Change) throws(StoreProblem) -> [[UInt8]] { try save([change]) }

  /// Puts several changes on the disk, each a line of its own, acknowledged together.
  public func save(_ changes: [Change]) throws(StoreProblem) -> [[UInt8]] {
    let lines = changes.filter { !$0.isEmpty }.map(\.line)
    let receipt = try journal.append(lines, highest: changes.map(\.highest).max() ?? 0)
    var all: [[UInt8]] = []
    for span in receipt.unseen where read[span.id]?.length ?? 0 < span.end {
      // What cannot be read now is left to the next look: the change is saved all the same.
      do throws(StoreProblem) { all.append(try arrived(in: span.id, upTo: span.end)) } catch { continue }
    }
    for line in receipt.lines {
      all.append(line.bytes)
      // Where something before it is left, the next look reads both.
      guard read[line.span.id]?.length == line.span.offset else { continue }
      read[line.span.id] = Reach(line.span.id, line.span.end, after: line.hash, receipt.status)
    }
    return all
  }
}
