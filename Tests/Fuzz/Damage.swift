@testable import Model

/// Changes bytes of invented segments, and prints how much was changed; ends at the first change that goes unfound, that
/// costs more than two lines, or that lets a line in that nobody wrote.
///
/// - In each segment every byte gets one value of chance, in the first ones every other value, and so in each segment of
///   corrections, which come last.
/// - One byte of each line is changed on the disk, too: there the whole check must find it, and what the program then
///   folds must be the fold of the other lines.
@main
enum Damage {
  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
    guard numbers.count == 4 else { fatalError("usage: damage SEED SEGMENTS EVERY-VALUE CORRECTIONS") }
    var total = Damaged()
    for number in 0..<numbers[1] {
      try total.add(InventedSegment(seed: numbers[0] + number), everyValue: number < numbers[2])
    }
    for number in 0..<numbers[3] {
      try total.add(InventedSegment(seed: ~numbers[0] - number, ofCorrections: true), everyValue: true)
    }
    print(total.bytes, total.changes, total.lost[1], total.lost[2], total.onDisk)
  }
}

/// How much was changed so far.
struct Damaged {
  private(set) var bytes = 0
  private(set) var changes = 0
  /// How many changes cost no line (none does), one line, two lines.
  private(set) var lost = [0, 0, 0]
  private(set) var onDisk = 0

  mutating func add(_ whole: InventedSegment, everyValue: Bool) throws {
    var changed = whole.bytes
    var chance = Seeded(~whole.seed)
    bytes += changed.count
    for (number, line) in whole.lines.enumerated() {
      for offset in line.lowerBound...line.upperBound {
        let byte = whole.bytes[offset]
        let value = UInt8.random(in: 1...255, using: &chance)
        for value in everyValue ? 1...255 : value...value {
          changed[offset] = byte ^ value
          look(at: changed, offset, number, whole)
        }
        changed[offset] = byte
      }
      let offset = Int.random(in: line.lowerBound...line.upperBound, using: &chance)
      changed[offset] ^= UInt8.random(in: 1...255, using: &chance)
      try lookOnDisk(changed, offset, whole)
      changed[offset] = whole.bytes[offset]
    }
    try whole.write(whole.bytes)
    guard try Verify.run(whole.folder, remembered: whole.remembered).problems.isEmpty else {
      fatalError("problems without a change")
    }
  }

  /// Scans the line that was changed and those that follow it, up to one that is taken in with the hash that it always
  /// stated: from there on the scan stands as it did without the change, and nothing before was another.
  private mutating func look(at changed: [UInt8], _ offset: Int, _ number: Int, _ whole: InventedSegment) {
    let start = whole.lines[number].lowerBound
    let before = number == 0 ? whole.before(changed) : whole.previous[number]
    for end in number + 2...number + 3 {
      let end = min(end, whole.lines.count)
      let scan = changed.withUnsafeBytes {
        SegmentScan(
          UnsafeRawBufferPointer(rebasing: $0[start...whole.lines[end - 1].upperBound]), after: before,
          verifying: true)
      }
      let taken = scan.lines.map { start + $0.lowerBound..<start + $0.upperBound }
      let isGoingOn = taken.last == whole.lines[end - 1] && scan.last == whole.previous[end]
      if isGoingOn || end == whole.lines.count {
        return judge(scan.faults, taken, end - number, changed, offset, whole)
      }
    }
    fatalError("byte \(offset) as \(changed[offset]), \(whole): the line after the next is not taken in")
  }

  /// Every change is found, no more than two lines are left out, and what is taken in stood there before.
  private mutating func judge(
    _ faults: [SegmentScan.Fault], _ taken: [Range<Int>], _ count: Int, _ changed: [UInt8], _ offset: Int,
    _ whole: InventedSegment
  ) {
    let areTrue = taken.allSatisfy {
      !($0.lowerBound...$0.upperBound).contains(offset) && whole.lines.contains($0)
    }
    let missing = count - taken.count
    guard !faults.isEmpty, areTrue, (1...2).contains(missing) else {
      fatalError("byte \(offset) as \(changed[offset]), \(whole): \(faults), \(missing) lines missing")
    }
    changes += 1
    lost[missing] += 1
  }

  /// The same through the disk: what the whole check finds, and what is folded.
  private mutating func lookOnDisk(_ changed: [UInt8], _ offset: Int, _ whole: InventedSegment) throws {
    try whole.write(changed)
    let found = try Verify.run(whole.folder, remembered: whole.remembered)
    let reading = try SegmentReading(whole.segment.id, in: whole.folder, verifying: true)
    judge(reading.scan.faults, reading.scan.lines, whole.lines.count, changed, offset, whole)
    var register = Register()
    reading.take(into: &register)
    let others = whole.lines.filter(reading.scan.lines.contains).map { Array(whole.bytes[$0]) + [0x0A] }
    let (folded, expected) = (Dump(register), Dump(Register(folding: others)))
    guard !found.isSound, folded == expected else {
      fatalError(
        "byte \(offset) as \(changed[offset]), \(whole): \(found.problems), \(folded.difference(from: expected))"
      )
    }
    onDisk += 1
  }
}
