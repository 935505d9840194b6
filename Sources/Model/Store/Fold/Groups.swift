/// Lines that take effect together: those that wait for the rest of their group, and which groups have taken effect.
///
/// A group is whole once it has lines of as many ids as one of its lines states, the least where they differ: so it is
/// whole or not whatever the order in which they arrive.
struct Groups: Sendable {
  /// What has arrived of a group that is not whole.
  private struct Part: Sendable {
    var size: Int
    var lines: [[UInt8]] = []
    var known: Set<[UInt8]> = []
    var ids: Set<LineID> = []
  }

  /// The groups that had taken effect when the fold was kept, in ascending order.
  private var kept = Column<Texts.ID>()
  /// Those that have since.
  private var whole: Set<Texts.ID> = []
  private var parts: [Texts.ID: Part] = [:]

  init(kept: Column<Texts.ID> = Column()) { self.kept = kept }

  /// Whether a group has taken effect: a line of it that comes again changes nothing.
  func isWhole(_ group: Texts.ID) -> Bool {
    if whole.contains(group) { return true }
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle] < group { low = middle + 1 } else { high = middle }
    }
    return low < kept.count && kept[low] == group
  }

  /// Keeps a line waiting.
  ///
  /// - Parameter size: of how many lines it says that it is one.
  /// - Returns: the lines of the group in the order of their arrival, once it is whole; else none.
  mutating func add(_ line: [UInt8], _ id: LineID, of size: Int, to group: Texts.ID) -> [[UInt8]] {
    var part = parts.removeValue(forKey: group) ?? Part(size: size)
    if part.known.insert(line).inserted {
      part.lines.append(line)
      part.ids.insert(id)
      part.size = min(part.size, size)
    }
    guard part.ids.count >= part.size else {
      parts[group] = part
      return []
    }
    whole.insert(group)
    return part.lines
  }

  /// The lines that wait, in one order.
  var waiting: [[UInt8]] { parts.sorted { $0.key < $1.key }.flatMap(\.value.lines) }

  /// The groups that have taken effect, in ascending order.
  var wholeOnes: [Texts.ID] { whole.isEmpty ? Array(kept) : whole.union(kept).sorted() }
}

extension Groups: Equatable {
  static func == (left: Groups, right: Groups) -> Bool {
    left.wholeOnes == right.wholeOnes && left.parts.mapValues(\.known) == right.parts.mapValues(\.known)
  }
}
