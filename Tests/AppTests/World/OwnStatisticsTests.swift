import Foundation
import Model
import Testing

@testable import App

@Suite("What records took is kept for the clerk alone")
struct OwnStatisticsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "statistics-\(UUID().uuidString)")
  private let statistics: OwnStatistics
  private var file: String { folder.path + "/statistics.jsonl" }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    statistics = OwnStatistics(in: folder.path)
  }

  private func effort(_ keys: Int) -> EntryEffort {
    EntryEffort(keys: keys, milliseconds: keys * 400, corrections: ["fullName": 1])
  }

  @Test func whatIsKeptIsReadAgainAndNobodyElseMayReadIt() throws {
    statistics.keep(effort(48), on: .of(2024, 9, 29))
    statistics.keep(effort(50), on: .of(2024, 9, 30))
    #expect(
      statistics.kept(today: .of(2024, 9, 30)) == [
        KeptEffort(on: .of(2024, 9, 29), effort: effort(48)),
        KeptEffort(on: .of(2024, 9, 30), effort: effort(50)),
      ])
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(!(try String(contentsOfFile: file, encoding: .utf8)).contains("Lao động"))
  }

  @Test func ninetyDaysLaterItIsGone() {
    statistics.keep(effort(48), on: .of(2024, 9, 30))
    #expect(statistics.kept(today: .of(2024, 9, 30) + 89).count == 1)
    #expect(statistics.kept(today: .of(2024, 9, 30) + 90) == [])
  }

  @Test func aLineThatCannotBeReadIsNone() throws {
    statistics.keep(effort(48), on: .of(2024, 9, 30))
    let line = try String(contentsOfFile: file, encoding: .utf8)
    try ("no JSON\n{\"on\":\"2024-13-01\",\"keys\":1,\"ms\":1}\n" + line + "{\"on\":")
      .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(statistics.kept(today: .of(2024, 9, 30)).map(\.effort) == [effort(48)])
  }

  @Test func theFileDoesNotGrowForEver() throws {
    let old = String(repeating: "{\"on\":\"2020-01-01\",\"keys\":1,\"ms\":1}\n", count: 30_000)
    try old.write(toFile: file, atomically: true, encoding: .utf8)
    statistics.keep(effort(48), on: .of(2024, 9, 30))
    #expect(try Data(contentsOf: URL(filePath: file)).count < 200)
    #expect(statistics.kept(today: .of(2024, 9, 30)).map(\.effort) == [effort(48)])
  }
}

@Suite("What one record takes is counted")
struct EffortCountTests {
  @Test func keysAreCountedAndPausesAreCapped() {
    var count = EffortCount(isWhole: true)
    for (moment, input) in [
      (0, Input.text("L")), (400, .text("a")), (60_400, .command(.nextField)), (60_500, .tick),
    ] {
      count.note(input, at: moment)
    }
    #expect(
      count.effort == EntryEffort(keys: 3, milliseconds: 400 + EntryEffort.longestPause, corrections: [:]))
  }

  @Test func aFieldIsCorrectedWhereItHeldSomethingElseBefore() {
    var count = EffortCount(isWhole: true)
    for text in ["", "Ân", "Ân", "Ân Hai", ""] { count.wasLeft("fullName", text) }
    #expect(count.effort.corrections == ["fullName": 2])
  }

  @Test func theRecordInTheMiddleSpeaksForAll() {
    let kept = [40, 300, 50, 45].map {
      KeptEffort(on: .first, effort: EntryEffort(keys: $0, milliseconds: $0 * 1000, corrections: ["a": 1]))
    }
    let summary = EffortSummary(kept)
    #expect(summary.records == 4 && summary.keys == 45 && summary.seconds == 45)
    #expect(summary.corrections == ["a": 4])
    #expect(EffortSummary([]).keys == nil)
  }
}
