@testable import Model

/// A segment of 50 lines as clerks would have written it: records of an invented province, with corrections among them,
/// or corrections alone, whose lines are short.
struct InventedSegment: CustomStringConvertible {
  static let count = 50

  let seed: UInt64
  let scratch: ScratchFolder
  let folder: DataFolder
  let segment: Segment
  let remembered: (mark: SegmentMark, isHere: Bool)?
  let bytes: [UInt8]
  /// The bytes of each line without its line break.
  let lines: [Range<Int>]
  /// The hash before each line.
  let previous: [LineHash?]

  /// Every second one goes on from an earlier segment, which its head names.
  init(seed: UInt64, ofCorrections: Bool = false) throws {
    self.seed = seed
    scratch = try ScratchFolder()
    folder = try scratch.create()
    var now = ScratchFolder.today
    let journal = try scratch.journal { now }
    var chance = Seeded(seed)
    var province = DemoProvince(seed: seed)
    var entries = province.departures().shuffled(using: &chance)
    var register = Register()
    let isGoingOn = ofCorrections || seed % 2 == 1
    for number in (isGoingOn ? 0 : 1)..<InventedSegment.count {
      if number == 1 { now = Timestamp(seconds: ScratchFolder.today.seconds + 31 * 86_400) }
      var change = register.change(register.edits(adding: entries.removeLast(), today: DemoProvince.today))
      if number > 1 && Int.random(in: 0..<5, using: &chance) == 0 || number > 0 && ofCorrections {
        let row = Int.random(in: 0..<register[.departure].count, using: &chance)
        let key = register.key(.departure, row)
        let months = FieldValue.integer(Int.random(in: 1...60, using: &chance))
        let correction = register.change([
          Edit(key, [(Departure.contractMonths.key, months)], basis: register.basis(of: key))
        ])
        if !correction.isEmpty { change = correction }
      }
      for line in try journal.append([change.line]).lines { register.fold(line.bytes) }
    }
    remembered = journal.remembered
    journal.close()
    guard let last = try folder.segments().segments.last else { fatalError("no segment") }
    segment = last
    bytes = try folder.read(last)
    let before = InventedSegment.before(bytes, last.writer)
    let scan = bytes.withUnsafeBytes { SegmentScan($0, after: before, verifying: true) }
    lines = scan.lines
    previous = [before] + lines.map { [bytes] in LineShape.hash(statedBy: $0, in: bytes) }
    guard scan.faults.isEmpty, lines.count == InventedSegment.count, (before != nil) == isGoingOn else {
      fatalError("seed \(seed): not the segment that was asked for: \(lines.count) lines, \(scan.faults)")
    }
  }

  var description: String { "segment of seed \(seed)" }

  /// The hash from which its first line goes on, by what is said in these bytes.
  func before(_ bytes: [UInt8]) -> LineHash? { InventedSegment.before(bytes, segment.writer) }

  private static func before(_ bytes: [UInt8], _ writer: WriterID) -> LineHash? {
    SegmentMark.before(writer, in: DataFolder.marks(in: bytes))?.hash
  }

  func write(_ bytes: [UInt8]) throws { try scratch.write(bytes, to: scratch.data + "/" + segment.file) }
}

extension LineShape {
  fileprivate static func hash(statedBy range: Range<Int>, in bytes: [UInt8]) -> LineHash? {
    bytes.withUnsafeBytes { hash(statedBy: UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}
