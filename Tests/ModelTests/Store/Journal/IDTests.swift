import Testing

@testable import Model

@Suite("Ids")
struct IDTests {
  @Test func lineIdsComeBackFromTheirTextInTheSameOrder() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("line ids, seed \(seed)")
    var chance = Seeded(seed)
    let ids = (0..<500).map { _ in LineID.random(using: &chance) }
    for id in ids { #expect(LineID(id.description) == id) }
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
    #expect(LineID(high: 0, low: 0).description == "0000000000000000")
    #expect(LineID(high: .max, low: .max).description == "zzzzzzzzzzzzzzzz")
    #expect(LineID(high: 1, low: 0).description == "000g000000000000")
  }

  @Test func writerIdsComeBackFromTheirText() {
    for _ in 0..<200 {
      let id = WriterID.random()
      #expect(WriterID(id.description) == id)
    }
    // Of a type of its own: compared with a literal, the compiler's closure reads a byte too many (address sanitizer).
    let highest: UInt64 = 1 << 50 - 1
    #expect(WriterID("zzzzzzzzzz")?.value == highest)
  }

  @Test(arguments: [
    "", "8z3k0q5m2x7w9c4", "8z3k0q5m2x7w9c4dd", "8z3k0q5m2x7w9c4i", "8Z3K0Q5M2X7W9C4D", "8z3k0q5m2x7w9c4đ",
  ])
  func otherTextsAreNoLineId(text: String) {
    #expect(LineID(text) == nil)
    #expect(WriterID(String(text.dropFirst(6))) == nil || text.dropFirst(6).utf8.count == 10)
  }

  @Test(arguments: [
    (0, 0, "1970-01-01T00:00:00.000Z", 197001), (951_782_400, 7, "2000-02-29T00:00:00.007Z", 200002),
    (1_727_654_399, 999, "2024-09-29T23:59:59.999Z", 202409),
    (4_107_542_399, 0, "2100-02-28T23:59:59.000Z", 210002),
    (4_107_542_400, 0, "2100-03-01T00:00:00.000Z", 210003), (-5, -1, "1970-01-01T00:00:00.000Z", 197001),
    (.max, 5000, "9999-12-31T23:59:59.999Z", 999912),
  ])
  func instantsAreWrittenInUTC(seconds: Int, milliseconds: Int, text: String, month: Int) {
    let time = Timestamp(seconds: seconds, milliseconds: milliseconds)
    #expect(time.description == text)
    #expect(time.month == month)
  }

  @Test(arguments: [
    "202613-1", "202600-1", "202611-0", "202611-01", "20261-1", "202611", "202611-1-1", "-02611-1",
    "202611-+1",
  ])
  func otherTextsAreNoSegment(text: String) {
    #expect(SegmentName(text) == nil)
  }

  @Test func segmentsAreInTheOrderOfMonthAndNumber() {
    let names = ["202611-2", "202611-10", "202612-1"].compactMap { SegmentName($0) }
    #expect(names.count == 3 && names == names.sorted())
  }
}
