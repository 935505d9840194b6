/// Checks every byte of a data folder: the plan and the places, every chain, and what heads say of segments.
///
/// It finds any change, removal or exchange inside a segment. That the *last* lines of a segment are gone is
/// found only where a later head, or what this account remembers, names them; a copy elsewhere may too.
public struct Verify {
  private let folder: DataFolder
  private var report = VerifyReport()
  private var present: [String: Segment] = [:]
  /// What heads say of each segment, by file.
  private var marks: [String: [SegmentMark]] = [:]
  /// Which segments go on from a segment, by the latter's file.
  private var successors: [String: [String]] = [:]
  private var places: [LineID: Place] = [:]

  private var groups: [LineID: Group] = [:]

  private struct Place {
    let segment: Segment
    let range: Range<Int>
  }

  /// The lines that are to take effect together, and where the first of them stands.
  private struct Group {
    let file: String
    let line: Int
    var size: Int
    var ids: Set<LineID> = []
  }

  /// - Parameter remembered: the end of this account's own segment, from `Journal.remembered`.
  /// - Parameter unbegun: the segments of this account that hold nothing yet, from `Journal.unbegun`.
  /// - Parameter kept: how segments stood at this account's last fold.
  /// - Throws: only where the folder itself cannot be listed; everything else is in the report.
  public static func run(
    _ folder: DataFolder, remembered: (mark: SegmentMark, isHere: Bool)? = nil,
    unbegun: [SegmentMark] = [], kept: [SegmentMark] = []
  ) throws(StoreProblem) -> VerifyReport {
    var verify = Verify(folder: folder)
    verify.checkData()
    let list = try folder.listing()
    for file in list.odd + folder.planted { verify.add(.foreign, file) }
    for file in list.removable { verify.add(.removable, file) }
    for item in list.unreadable { verify.add(.unreadable, item.file) }
    for segment in list.segments { verify.present[segment.file] = segment }
    for segment in list.segments { verify.check(segment) }
    if let (mark, isHere) = remembered {
      if isHere { verify.marks[mark.file, default: []].append(mark) } else { verify.checkElsewhere(mark) }
    }
    for mark in unbegun + kept { verify.marks[mark.file, default: []].append(mark) }
    verify.checkMarks()
    for group in verify.groups.values where group.ids.count < group.size {
      verify.add(.waiting, group.file, group.line)
    }
    verify.report.problems.sort { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
    return verify.report
  }

  private init(folder: DataFolder) { self.folder = folder }

  private mutating func add(_ kind: JournalFault, _ file: String, _ line: Int? = nil) {
    report.problems.append(VerifyReport.Finding(file: file, line: line, kind: kind))
  }

  private mutating func checkData() {
    for item in folder.format.files {
      do throws(StoreProblem) {
        _ = try folder.data(item)
      } catch {
        add(error.kind == .wrongData ? .data : .unreadable, item.name)
      }
    }
  }

  private mutating func check(_ segment: Segment) {
    report.segments += 1
    let bytes: [UInt8]
    do throws(StoreProblem) {
      bytes = try folder.read(segment)
    } catch {
      return add(.unreadable, segment.file)
    }
    let previous = head(of: segment, bytes)
    let scan = bytes.withUnsafeBytes {
      SegmentScan($0, after: previous, besides: folder.replaced, verifying: true)
    }
    report.lines += scan.count
    for fault in scan.faults { add(fault.fault, segment.file, fault.line) }
    let faulty = Set(scan.faults.map(\.line))
    var number = 0
    for range in scan.lines {
      repeat { number += 1 } while faulty.contains(number)
      check(bytes, range, number, in: segment)
    }
  }

  /// Takes in what the first line says of earlier segments, and gives the hash that it goes on from.
  private mutating func head(of segment: Segment, _ bytes: [UInt8]) -> LineHash? {
    let first = bytes.prefix(LineLimits.bytes).prefix { $0 != 0x0A }
    let line: Line
    do throws(JournalFault) {
      line = try Line.read(first)
    } catch {
      return nil
    }
    let named = SegmentMark.marks(in: line)
    for mark in named { marks[mark.file, default: []].append(mark) }
    guard let before = SegmentMark.before(segment.writer, in: named) else { return nil }
    successors[before.file, default: []].append(segment.file)
    return before.hash
  }

  private mutating func check(_ bytes: [UInt8], _ range: Range<Int>, _ number: Int, in segment: Segment) {
    let line: Line
    do throws(JournalFault) {
      line = try Line.read(bytes[range])
    } catch {
      return add(error, segment.file, number)
    }
    if line.version > LineLimits.version { return add(.version, segment.file, number) }
    if line.action == nil { add(.action, segment.file, number) }
    if line.action == .head, !isHead(line, of: segment) { add(.changed, segment.file, number) }
    if let group = line.group, line.action != nil {
      var known = groups[group.id] ?? Group(file: segment.file, line: number, size: group.size)
      known.size = min(known.size, group.size)
      known.ids.insert(line.id)
      groups[group.id] = known
    }
    guard let earlier = places[line.id] else {
      places[line.id] = Place(segment: segment, range: range)
      return
    }
    if let first = read(earlier), !first.repeats(line) { add(.twice, segment.file, number) }
  }

  private func isHead(_ line: Line, of segment: Segment) -> Bool {
    guard let operation = line.operations.first else { return false }
    return operation.entity == "writer/\(segment.writer)"
      && operation["segment"] == .text(segment.name.description)
  }

  /// The line that was met before; `nil` where it cannot be read any more, which was said already.
  private func read(_ place: Place) -> Line? {
    do {
      return try Line.read(
        try folder.read(place.segment, from: place.range.lowerBound, length: place.range.count))
    } catch {
      return nil
    }
  }

  private mutating func checkElsewhere(_ mark: SegmentMark) {
    if present[mark.file].map({ agrees(mark, with: $0) }) != true { add(.elsewhere, mark.file) }
  }

  private mutating func checkMarks() {
    for (file, named) in marks {
      guard let segment = present[file] else {
        add(.missing, file)
        continue
      }
      guard !named.allSatisfy({ agrees($0, with: segment) }) else { continue }
      // What is missing at the end had been acknowledged: that says more than that the end is torn.
      report.problems.removeAll { $0.file == file && $0.kind == .torn }
      add(.cut, file)
    }
    for (file, segment) in present where segment.length == 0 && !isAbandoned(file) { add(.empty, file) }
    for files in successors.values {
      let inForce = files.filter { !isAbandoned($0) }
      for file in inForce.dropFirst() { add(.histories, file) }
    }
  }

  private func isAbandoned(_ file: String) -> Bool { marks[file]?.contains { $0.length == 0 } ?? false }

  private func agrees(_ mark: SegmentMark, with segment: Segment) -> Bool {
    guard mark.length > 0 else { return true }
    guard mark.length <= segment.length else { return false }
    let start = max(0, mark.length - LineEncoder.tailLength - 2)
    do throws(StoreProblem) {
      let bytes = try folder.read(segment, from: start, length: mark.length - start)
      return DataFolder.lastHash(in: bytes) == mark.hash
    } catch {
      return false
    }
  }
}
