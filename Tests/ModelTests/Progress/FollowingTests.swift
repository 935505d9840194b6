import Foundation
import Testing

@testable import Model

@Suite("Figures follow the register")
struct FollowingTests {
  private static let days = ["2023-06-30", "2024-02-29", "2024-09-30", "2025-12-31"]
  private static let scopes = ["10@2023", "082@2023", "02728@2023", "10@2025", "02728@2025"]

  /// Every figure, and the rows behind it, of a few units and years.
  private func figures(_ census: Census) -> [String] {
    FollowingTests.scopes.flatMap { place in
      [1999, 2022, 2023, 2024, 2026].flatMap { year -> [String] in
        let scope = Scope(aUnit(place))
        let query = PeopleQuery(census, scope, year: year)
        let left = query.departures(.departed)
        #expect(query.workers(left.count) == census.people(left))
        return [
          "\(place) \(year) \(Progress(census, scope, year: year))",
          "\(query.countsBelow)",
          "\(query.departuresByMonth(of: year - 2...year)) \(query.departuresByMonthAndUnit)",
        ]
          + PeopleQuery.Figure.allCases.map {
            "\($0) \(query.departures($0)) \(census.people(query.departures($0)))"
          }
      }
    }
  }

  private func difference(_ one: Census, _ other: Census) -> String? {
    zip(figures(one), figures(other)).first { $0 != $1 }.map { "\($0)\n\($1)" }
  }

  @Test(arguments: 1...30)
  func whateverHappensTheyAreWhatCountingAnewGives(seed: Int) throws {
    var province = RandomProvince(seed: UInt64(seed))
    var chance = Seeded(UInt64(seed) + 1_000)
    var census = Census(Register(), today: aDay("2024-09-30"))
    if seed.isMultiple(of: 2) { census.keepMonths() }
    for _ in 0..<40 {
      census.fold((0..<Int.random(in: 1...4, using: &chance)).map { _ in province.line() })
      if Int.random(in: 0..<4, using: &chance) == 0 {
        census.move(to: aDay(FollowingTests.days.randomElement(using: &chance) ?? ""))
      }
    }
    let anew = Census(census.register, today: census.today)
    #expect(census.totals.keepsMonths == seed.isMultiple(of: 2) && !anew.totals.keepsMonths)
    #expect(difference(census, anew) == nil, "seed \(seed)")
  }

  @Test(arguments: 1...20)
  func whatWasKeptAtAnyMomentLeadsToTheSame(seed: Int) throws {
    let scratch = try ScratchFolder()
    var province = RandomProvince(seed: UInt64(seed))
    var chance = Seeded(UInt64(seed) + 2_000)
    var folded: [[UInt8]] = []
    var census = Census(Register(), today: aDay("2024-09-30"))
    if seed.isMultiple(of: 2) { census.keepMonths() }
    for round in 0..<4 {
      let lines = (0..<Int.random(in: 0...30, using: &chance)).map { _ in province.line() }
      census.fold(lines)
      folded += lines
      let cache = FoldCache(in: scratch.path)
      let before = census
      cache.write(census.register, []) { before.pack(into: $0) }
      let kept = try #require(cache.read(), "seed \(seed), round \(round)")
      #expect(isWhole(kept.check))
      #expect(kept.register == census.register, "seed \(seed), round \(round)")
      var figures = kept.figures
      let today = aDay(FollowingTests.days.randomElement(using: &chance) ?? "")
      census = try #require(Census(&figures, kept.register, today: today, plan: .standard))
    }
    let anew = Census(Register(folding: folded), today: census.today)
    #expect(Dump(census.register) == Dump(anew.register), "seed \(seed)")
    #expect(difference(census, anew) == nil, "seed \(seed)")
  }

  @Test func aKeptFileThatWasChangedIsNotTaken() throws {
    let scratch = try ScratchFolder()
    var province = RandomProvince(seed: 7)
    let census = Census(Register(folding: (0..<60).map { _ in province.line() }), today: aDay("2024-09-30"))
    let cache = FoldCache(in: scratch.path)
    cache.write(census.register, []) { census.pack(into: $0) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: cache.path))
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 400)) {
      var damaged = whole
      damaged[place] ^= 0x40
      try damaged.write(to: URL(fileURLWithPath: cache.path))
      // What cannot be seen at once is seen when the file is looked through.
      guard let kept = cache.read() else { continue }
      #expect(!isWhole(kept.check), "byte \(place)")
    }
    for length in [0, 1, 39, 40, whole.count / 2, whole.count - 1] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: cache.path))
      #expect(cache.read() == nil, "\(length) bytes")
    }
  }

  @Test func commandsFoldMoreLinesBeforeTheyKeepThem() {
    #expect(FoldCache.few(beside: 1_000_000, isWaitedFor: false) == 32)
    let few = [-1, 0, 4_096, 10_000, 250_000].map { FoldCache.few(beside: $0, isWaitedFor: true) }
    #expect(few == [32, 32, 32, 50, 250])
  }

  @Test func oneThatIsBeingKeptIsNotTouchedByAnother() throws {
    let scratch = try ScratchFolder()
    var province = RandomProvince(seed: 9)
    let lines = (0..<40).map { _ in province.line() }
    let first = Census(Register(folding: Array(lines.prefix(20))), today: aDay("2024-09-30"))
    let second = Census(Register(folding: lines), today: aDay("2024-09-30"))
    let cache = FoldCache(in: scratch.path)
    var isOtherKept = true
    #expect(
      cache.write(first.register, []) { packer in
        isOtherKept = cache.write(second.register, []) { second.pack(into: $0) }
        first.pack(into: packer)
      })
    #expect(!isOtherKept)
    #expect(try #require(cache.read()).register == first.register)
    #expect(cache.write(second.register, []) { second.pack(into: $0) })
    #expect(try #require(cache.read()).register == second.register)
  }

  private func isWhole(_ check: Unpacker.Check) -> Bool {
    var check = check
    while true {
      if let answer = check.isWhole() { return answer }
    }
  }
}
