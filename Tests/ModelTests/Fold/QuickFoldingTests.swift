import Testing

@testable import Model

@Suite("Lines read at one go")
struct QuickFoldingTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func amountToWhatTheyAmountToOneByOne(seed: UInt64) {
    let lines = RandomHistory(seed: seed).lines
    let one = Register(folding: lines)
    var together = Register()
    var ranges: [Range<Int>] = []
    for line in lines {
      let start = ranges.last.map { $0.upperBound + 1 } ?? 0
      ranges.append(start..<start + line.count - 1)
    }
    Array(lines.joined()).withUnsafeBufferPointer { together.fold($0, ranges) }
    #expect(Dump(together) == Dump(one), "seed \(seed): \(Dump(together).difference(from: Dump(one)))")
    #expect(together.isNamed == one.isNamed, "seed \(seed): the units that anybody has named")
    #expect(together.setAside == one.setAside && together.unreadable == one.unreadable, "seed \(seed)")
  }
}
