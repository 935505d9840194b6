import Testing

@testable import Model

@Suite("Folding in any order")
struct ConvergenceTests {
  @Test(arguments: 1...80 as ClosedRange<UInt64>)
  func anyOrderAndAnyChunkingGivesWhatTheRulesSay(seed: UInt64) {
    let history = RandomHistory(seed: seed)
    var chance = history.chance
    let expected = ReferenceFold(history.lines).dump
    for attempt in 0..<4 {
      let lines = attempt == 0 ? history.lines : history.lines.shuffled(using: &chance)
      var register = Register()
      var rest = lines[...]
      while !rest.isEmpty {
        let chunk = rest.prefix(Int.random(in: 1...9, using: &chance))
        register.fold(Array(chunk.joined()))
        rest = rest.dropFirst(chunk.count)
      }
      let found = Dump(register)
      #expect(
        found == expected, "seed \(seed), attempt \(attempt): \(found.difference(from: expected))")
      guard found == expected else { return }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func linesMetTwiceChangeNothing(seed: UInt64) {
    let history = RandomHistory(seed: seed)
    let once = Register(folding: history.lines)
    let twice = Register(folding: history.lines + history.lines.reversed())
    #expect(Dump(once) == Dump(twice), "seed \(seed): \(Dump(once).difference(from: Dump(twice)))")
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func manyLinesOfEachRecordGiveWhatTheRulesSay(seed: UInt64) {
    let history = RandomHistory(seed: seed, count: 400)
    var chance = history.chance
    let expected = ReferenceFold(history.lines).dump
    for size in [1, 40, 1_000] {
      let lines = history.lines.shuffled(using: &chance)
      var register = Register()
      for start in stride(from: 0, to: lines.count, by: size) {
        register.fold(Array(lines[start..<min(lines.count, start + size)].joined()))
      }
      let found = Dump(register)
      #expect(found == expected, "seed \(seed), \(size) at once: \(found.difference(from: expected))")
    }
    let longest = Register(folding: history.lines).histories.map { $0.1.sayings.count }.max() ?? 0
    #expect(longest > 30, "seed \(seed)")
  }

  /// In one piece, as a short segment is taken in, and in pieces that are read on another thread, as a long one is.
  @Test(arguments: [false, true]) func manyLinesOfOneFieldTakeNoMoreThanTheyAreMany(isLong: Bool) {
    func seconds(_ count: Int) -> Double {
      let lines = (0..<count).map { number in
        let name = (key: "fullName", value: Value.text("Lao động mẫu \(number)"))
        return NewLine.set(Operation(entity: "worker/a", fields: [name])).bytes(n: 1)
      }
      let bytes = Array(lines.joined())
      let ranges = bytes.withUnsafeBytes { SegmentScan($0, verifying: false).lines }
      return (0..<3).map { _ in
        var register = Register()
        let time = ContinuousClock().measure {
          guard isLong else { return register.fold(bytes) }
          bytes.withUnsafeBufferPointer { register.fold($0, ranges) }
        }
        #expect(register.lineCount == count)
        return time / .seconds(1)
      }.min() ?? 0
    }
    // Eight times as many; their square would be 64 times, their cube 512.
    #expect(seconds(16_000) < 24 * seconds(2_000))
  }

  @Test func theHistoriesHoldWhatTheyAreMadeFor() {
    let all = (1...80).map { Register(folding: RandomHistory(seed: UInt64($0)).lines) }
    #expect(all.contains { !Dump($0).records.values.allSatisfy { $0.conflictCount == 0 } })
    #expect(all.contains { $0.setAside > 0 })
    #expect(all.contains { !$0.groups.waiting.isEmpty })
    #expect(all.contains { Dump($0).records.values.contains { $0.values["deleted"] == "flag(true)" } })
    #expect(all.contains { Dump($0).records.values.contains { $0.conflicts["deleted"] != nil } })
  }

  @Test func noClockDecidesWhichValueIsShown() {
    let early = Timestamp(seconds: 1)
    let late = Timestamp(seconds: 4_000_000_000)
    let low = LineID(high: 0, low: 1)
    let high = LineID(high: 0, low: 2)
    func name(_ text: String, _ id: LineID, _ time: Timestamp) -> [UInt8] {
      NewLine.set(Operation(entity: "worker/a", fields: [("fullName", .text(text))]), id: id).bytes(
        n: 5, at: time)
    }
    let lines = [name("thấp", low, late), name("cao", high, early)]
    for order in [lines, lines.reversed()] {
      #expect(Register(folding: order).text(Worker.fullName, 0) == "cao")
    }
  }
}
